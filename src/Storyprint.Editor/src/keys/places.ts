import type { Node } from 'prosemirror-model';
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { schema } from '../schema/schema';

/** The textblock that a cursor stands in, or null where more is selected. */
export function cursorIn(state: EditorState): Node | null {
  return state.selection instanceof TextSelection && state.selection.$cursor ? state.selection.$cursor.parent : null;
}

export const isAtStart = (state: EditorState): boolean => state.selection.empty && state.selection.$from.parentOffset === 0;

export const isAtEnd = (state: EditorState): boolean => state.selection.empty && state.selection.$from.parentOffset === state.selection.$from.parent.content.size;

/** Puts the cursor at the beginning of the next text behind a place. */
export function toNextText(tr: Transaction, position: number): Transaction {
  const next = Selection.findFrom(tr.doc.resolve(Math.min(position, tr.doc.content.size)), 1, true);
  return next ? tr.setSelection(next).scrollIntoView() : tr;
}

/** Goes into the paragraph behind a block of the body, and makes one where there is none that is empty. */
export function leaveBlock(tr: Transaction, after: number): Transaction {
  const next = tr.doc.resolve(after).nodeAfter;
  if (next?.type !== schema.nodes.paragraph || next.childCount > 0) tr.insert(after, schema.nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
}
