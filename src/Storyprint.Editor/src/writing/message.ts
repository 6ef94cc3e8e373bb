import { button, element } from './element';
import type { Text } from './texts';

/** A sentence over the text, for the eye and for screen readers: what was left out of a paste, which picture failed. */
export class Message {
  readonly element: HTMLElement;
  private readonly words = element('p', { role: 'status' });

  constructor(text: Text) {
    this.element = element('div', { class: 'notice mind editor-message is-empty' }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), this.words, button(text('editor.close'), () => this.say(''), { sign: '×' }));
  }

  /** Says it, also when it is the same sentence again. */
  readonly say = (sentence: string): void => {
    this.words.textContent = '';
    this.element.classList.toggle('is-empty', !sentence);
    if (sentence) setTimeout(() => { this.words.textContent = sentence; }, 30);
  };
}
