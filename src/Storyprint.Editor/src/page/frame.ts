import { element } from '../writing/element';
import type { Text } from '../writing/texts';

/** The parts of the page around the text. */
export interface Frame {
  bar: HTMLElement;
  /** The line under the tools: how it stands, what is open, who is here. */
  line: HTMLElement;
  state: HTMLElement;
  /** What opens over the text. */
  top: HTMLElement;
  notices: HTMLElement;
  paper: HTMLElement;
  side: HTMLElement;
  /** Says a sentence to screen readers, and to nobody else. */
  announce(sentence: string): void;
}

export function createFrame(root: HTMLElement, text: Text): Frame {
  const state = element('div', { class: 'editor-state' });
  const bar = element('div', { class: 'editor-bar' });
  const line = element('div', { class: 'editor-line' }, state);
  const top = element('div', { class: 'editor-top' });
  const notices = element('div', { class: 'editor-notices', role: 'region', 'aria-live': 'polite', 'aria-label': text('editor.notices') });
  const paper = element('div', { class: 'editor-paper', lang: root.dataset.language ?? null });
  const side = element('div', { class: 'editor-side' });
  const spoken = element('p', { class: 'visually-hidden', role: 'status' });
  root.classList.add('editor');
  // The language of the story is that of its words, not of the buttons.
  root.removeAttribute('lang');
  root.replaceChildren(element('div', { class: 'editor-head' }, bar, line, top), notices, element('div', { class: 'editor-desk' }, paper, side), spoken);
  return { bar, line, state, top, notices, paper, side, announce: sentence => { spoken.textContent = sentence; } };
}
