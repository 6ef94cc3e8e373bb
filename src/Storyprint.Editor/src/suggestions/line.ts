import type { EditorView } from 'prosemirror-view';
import { shownKey } from '../menu/shown-key';
import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';
import { toSuggestion } from './go';
import { changesIn, suggestedIn, toggleSuggestions } from './plugin';

/** Says how many changes a proposal has, goes from one to the next, and hides and shows them. */
export class SuggestionLine {
  readonly element: HTMLElement;
  private readonly count = element('span', { class: 'suggest-count', role: 'status' });
  private readonly toggle: HTMLButtonElement;
  private readonly steps: readonly HTMLButtonElement[];
  private last: unknown = null;

  constructor(private readonly text: Text, view: () => EditorView, announce: (sentence: string) => void) {
    const go = (direction: 1 | -1) => () => {
      const shown = view();
      toSuggestion(direction, text, announce)(shown.state, shown.dispatch);
      shown.focus();
    };
    const named = (name: string, sign: string, shortcut: string, what: () => void): HTMLButtonElement =>
      button(`${text(name)} (${shownKey(shortcut)})`, what, { sign, 'aria-keyshortcuts': shortcut.replaceAll('-', '+') });
    this.steps = [named('editor.suggest.previous', '↑', 'Shift-Alt-F8', go(-1)), named('editor.suggest.next', '↓', 'Alt-F8', go(1))];
    this.toggle = button(text('editor.suggest.show'), () => { toggleSuggestions(view().state, view().dispatch); }, { 'aria-pressed': 'true', 'aria-keyshortcuts': 'Control+Alt+9', title: shownKey('Mod-Alt-9') });
    this.element = element('div', { class: 'editor-suggestions', role: 'group', 'aria-label': text('editor.suggest') }, this.count, ...this.steps, this.toggle);
    this.element.hidden = true;
  }

  update({ state }: EditorView): void {
    const now = suggestedIn(state);
    if (!now?.base || now === this.last) return;
    this.last = now;
    const found = changesIn(state).length;
    const sentence = found > 0 ? this.text.count('editor.suggest.count', found) : this.text('editor.suggest.none');
    if (this.count.textContent !== sentence) this.count.textContent = sentence;
    this.element.hidden = false;
    this.toggle.setAttribute('aria-pressed', String(now.isShown));
    for (const step of this.steps) step.disabled = found === 0;
  }
}
