import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { openChoices, type OpenChoice } from './open-choices';
import { focusChoice } from './focus-choice';
import { selectChoice } from './settle';

/** The next open choice behind the cursor, or the one before it; round again at the ends. */
export function toChoice(direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    const found = openChoices(state.doc);
    if (found.length === 0) return false;
    const { from } = state.selection;
    const ordered = direction > 0 ? found : [...found].reverse();
    const next = ordered.find(choice => (direction > 0 ? choice.position > from : choice.position < from - 1)) ?? ordered[0];
    dispatch?.(selectChoice(state, next.position));
    if (view) focusChoice(view, next.position);
    return true;
  };
}

/** Says how many choices are open, and goes to the next one. It is not there while there is none. */
export class ChoiceList {
  readonly element: HTMLElement;
  private readonly button: HTMLButtonElement;
  private count = 0;
  private last: unknown = null;

  constructor(private readonly text: Text, private readonly view: () => EditorView, private readonly announce: (sentence: string) => void) {
    this.button = element('button', { type: 'button', class: 'quiet', title: 'F8', 'aria-keyshortcuts': 'F8', onclick: () => this.go() });
    this.element = element('div', { class: 'editor-choices', hidden: true }, this.button);
  }

  update(view: EditorView): void {
    if (view.state.doc === this.last) return;
    this.last = view.state.doc;
    const now = openChoices(view.state.doc).length;
    if (now === this.count) return;
    const sentence = now > 0 ? this.text.count('editor.choices', now) : this.text('editor.choices.none');
    this.announce(sentence);
    this.button.textContent = sentence;
    this.element.hidden = now === 0;
    this.count = now;
  }

  private go(): void {
    const view = this.view();
    toChoice(1)(view.state, view.dispatch, view);
  }
}

/** One line about a choice, for lists of what is to be done before release. */
export function choiceWords(text: Text, choice: OpenChoice): string {
  if (choice.kind === 'words') return text('editor.choice', text.list(choice.options.map(option => option.who)));
  if (choice.kind === 'aside') return text('editor.value', text(`editor.part.${choice.block}`), text(`editor.place.${choice.name}`));
  return choice.kind === 'removal' ? text('editor.removal.short', choice.by.who, text(`editor.part.${choice.block}`)) : text('editor.value', text(`editor.part.${choice.block}`), text(`editor.value.${choice.choice.name}`));
}
