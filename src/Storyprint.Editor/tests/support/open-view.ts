import { type EditorView } from 'prosemirror-view';
import { TextSelection, type Plugin } from 'prosemirror-state';
import './dom';
import { choiceKeys } from '../../src/choices/choice-keys';
import { createView } from '../../src/page/create-view';
import { toDocument } from '../../src/wire/to-document';
import type { Block } from '../../src/wire/types';
import type { Direction } from '../../src/view/first-letter';
import { text } from './texts';

/** The text as the page makes it, in a page that draws nothing. */
export function openView(draft: Block, language = 'en', plugins: readonly Plugin[] = [], said: string[] = []): EditorView {
  document.body.replaceChildren();
  return createView(document.body, {
    doc: toDocument(draft), text: text(language === 'fa' ? 'fa' : 'en'), language, direction: (language === 'fa' ? 'rtl' : 'ltr') as Direction, moment: () => '9:00', announce: sentence => said.push(sentence),
    plugins: [choiceKeys(), ...plugins], isEditable: () => true, onTransaction: () => {},
  });
}

/** Puts the cursor behind these words. */
export function cursorBehind(view: EditorView, words: string): void {
  view.state.doc.descendants((node, position) => {
    const index = node.isTextblock ? node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words) : -1;
    if (index >= 0) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position + 1 + index + words.length)));
  });
}
