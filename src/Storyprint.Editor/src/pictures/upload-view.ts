import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';

/** What is seen of a picture on its way: itself, how far it is, and what can be done when it failed. */
export class UploadView {
  readonly element: HTMLElement;
  private readonly bar = element('progress', { max: 1 });
  private readonly words = element('p', { class: 'small', role: 'status' });
  private readonly again: HTMLButtonElement;
  private readonly preview: string | null;

  constructor(file: File, text: Text, does: { repeat(): void; leave(): void }) {
    this.preview = typeof URL.createObjectURL === 'function' ? URL.createObjectURL(file) : null;
    this.bar.setAttribute('aria-label', text('editor.picture.sending', file.name));
    this.again = button(text('editor.picture.again'), () => does.repeat(), { hidden: true });
    this.element = element(
      'div', { class: 'upload', contenteditable: 'false' },
      this.preview ? element('img', { src: this.preview, alt: '' }) : null,
      element('div', {}, element('p', {}, element('bdi', {}, file.name)), this.bar, this.words, element('div', { class: 'buttons' }, this.again, button(text('editor.picture.leave'), () => does.leave()))),
    );
    this.words.textContent = text('editor.picture.waiting');
  }

  send(): void {
    this.element.classList.remove('is-failed');
    this.again.hidden = true;
    this.bar.hidden = false;
    this.bar.removeAttribute('value');
    this.words.textContent = '';
  }

  progress(share: number): void {
    // All has gone, and the server works on it: how long is not known.
    if (share >= 1) this.bar.removeAttribute('value');
    else this.bar.value = share;
  }

  fail(problem: string, canRepeat: boolean): void {
    this.element.classList.add('is-failed');
    this.bar.hidden = true;
    this.again.hidden = !canRepeat;
    this.words.textContent = problem;
  }

  end(): void {
    if (this.preview) URL.revokeObjectURL(this.preview);
  }
}
