import { sizeOf } from '../media/file';
import { guessKind } from '../media/guess-kind';
import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';

/** What is seen of a file on its way: itself where it is a picture, how far it is, and what can be done when it failed. */
export class UploadView {
  readonly element: HTMLElement;
  private readonly bar = element('progress', { max: 1 });
  private readonly amount = element('p', { class: 'small upload-amount' });
  private readonly words = element('p', { class: 'small', role: 'status' });
  private readonly again: HTMLButtonElement;
  private readonly leave: HTMLButtonElement;
  private readonly preview: string | null;

  constructor(private readonly file: File, private readonly text: Text, does: { repeat(): void; leave(): void }) {
    this.preview = typeof URL.createObjectURL === 'function' && guessKind(file) === 'picture' ? URL.createObjectURL(file) : null;
    this.bar.setAttribute('aria-label', text('editor.picture.sending', file.name));
    this.again = button(text('editor.picture.again'), () => does.repeat(), { hidden: true });
    this.leave = button(text('editor.picture.leave'), () => does.leave());
    // They are words of the page, whatever direction the story has.
    this.element = element(
      'div', { class: 'upload', contenteditable: 'false', dir: document.documentElement.dir || 'ltr' },
      this.preview ? element('img', { src: this.preview, alt: '' }) : null,
      element('div', {}, element('p', {}, element('bdi', {}, file.name)), this.bar, this.amount, this.words, element('div', { class: 'buttons' }, this.again, this.leave)),
    );
    this.words.textContent = text('editor.picture.waiting');
  }

  send(): void {
    this.element.classList.remove('is-failed');
    this.again.hidden = true;
    this.bar.hidden = false;
    this.bar.removeAttribute('value');
    this.words.textContent = '';
    this.leave.textContent = this.text('editor.file.stop');
  }

  progress(share: number): void {
    const { file, text } = this;
    // All has gone, and the server works on it: how long is not known.
    if (share >= 1) this.bar.removeAttribute('value');
    else this.bar.value = share;
    this.amount.textContent = share >= 1 ? text('editor.file.working') : text('editor.file.progress', sizeOf(file.size * share, text.language), sizeOf(file.size, text.language));
  }

  fail(problem: string, canRepeat: boolean): void {
    this.element.classList.add('is-failed');
    this.bar.hidden = true;
    this.again.hidden = !canRepeat;
    this.words.textContent = problem;
    this.amount.textContent = '';
    this.leave.textContent = this.text('editor.picture.leave');
  }

  end(): void {
    if (this.preview) URL.revokeObjectURL(this.preview);
  }
}
