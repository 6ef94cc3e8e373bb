import { button, element } from './element';
import type { Text } from './texts';

/** Sentences said shortly one after the other are shown together. */
const together = 8_000;

/** Sentences over the text, for the eye and for screen readers: what was left out of a paste, which picture failed. */
export class Message {
  readonly element: HTMLElement;
  private readonly list = element('div', { role: 'status', class: 'editor-said' });
  private readonly quiet = element('p', { role: 'status', class: 'visually-hidden' });
  private last = 0;

  constructor(text: Text) {
    const close = button(text('editor.close'), () => this.clear(), { sign: '×' });
    this.element = element('div', { class: 'editor-message' }, element('div', { class: 'notice mind is-empty' }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), this.list, close), this.quiet);
  }

  readonly say = (sentence: string): void => {
    const now = Date.now();
    if (now - this.last > together) this.list.replaceChildren();
    this.last = now;
    this.list.parentElement!.classList.remove('is-empty');
    this.list.append(element('p', {}, sentence));
    while (this.list.children.length > 4) this.list.firstElementChild!.remove();
  };

  /** For screen readers alone: it went well, and everybody else sees it. */
  readonly announce = (sentence: string): void => { this.quiet.textContent = sentence; };

  private clear(): void {
    this.list.replaceChildren();
    this.list.parentElement!.classList.add('is-empty');
  }
}
