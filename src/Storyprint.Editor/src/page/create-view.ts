import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { blockChoices } from '../choices/block-choices';
import { choiceView } from '../choices/choice-view';
import { identities } from '../identities/identities';
import { theirWords } from '../merge/their-words';
import { keyboard } from '../keys/keymap';
import { leaveText } from '../keys/leave-text';
import { here } from '../presence/here';
import { dress } from '../view/dress';
import { cleanWords } from '../view/clean-words';
import type { Direction } from '../view/first-letter';
import { keepNotes } from '../view/keep-notes';
import { foreignView, noteView } from '../view/note-view';
import { placeNames } from '../view/place-names';
import type { Text } from '../writing/texts';

export interface ViewParts {
  doc: Node;
  text: Text;
  language: string;
  direction: Direction;
  moment(at: string): string;
  announce(sentence: string): void;
  plugins: readonly Plugin[];
  isEditable(): boolean;
  onTransaction(view: EditorView, tr: Transaction): void;
}

/** The text that is written in, with all that works in it. Plugins that are given come first, so that their keys and pastes win. */
export function createView(place: HTMLElement, parts: ViewParts): EditorView {
  const { text, language, direction, moment } = parts;
  const plugins = [
    leaveText(), ...parts.plugins, ...keyboard(), history(), theirWords(), identities(), cleanWords(), keepNotes(), dress(text, language, direction), blockChoices(text, moment), here(text),
    placeNames(text, sentence => parts.announce(sentence)), gapCursor(), dropCursor({ color: false, class: 'drop-here', width: 3 }),
  ];
  return new EditorView(place, {
    state: EditorState.create({ doc: parts.doc, plugins }),
    editable: () => parts.isEditable(),
    attributes: { class: 'draft', 'aria-label': text('editor.text'), role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', dir: direction, lang: language },
    // Room for the head, which stays above the text.
    scrollThreshold: { top: 130, bottom: 40, left: 0, right: 0 },
    scrollMargin: { top: 140, bottom: 60, left: 0, right: 0 },
    nodeViews: { choice: choiceView(text, moment), note: noteView(text, language), foreign: foreignView(text) },
    dispatchTransaction(this: EditorView, tr) {
      this.updateState(this.state.apply(tr));
      parts.onTransaction(this, tr);
    },
  });
}
