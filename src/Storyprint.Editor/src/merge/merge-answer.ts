import type { EditorState, Transaction } from 'prosemirror-state';
import { fromDocument } from '../wire/from-document';
import { same } from '../wire/same';
import { toDocument } from '../wire/to-document';
import type { Block } from '../wire/types';
import { keepSelection } from './keep-selection';
import { patch } from './patch';
import { rebase } from './rebase';

/** On transactions that bring what others wrote: they are not undone, and nothing answers them. */
export const fromServer = 'fromServer';

/**
 * Brings what the server holds into the living document, or null where that has to wait: both changed the same place. `sent` is the state that the
 * server's was made from.
 */
export function mergeAnswer(state: EditorState, sent: Block, merged: Block): Transaction | null {
  const living = fromDocument(state.doc);
  const target = same(living, sent) ? merged : rebase(sent, living, merged);
  return target && bring(state, target);
}

/** Makes the document what a draft says. */
export function bring(state: EditorState, target: Block): Transaction {
  const tr = state.tr.setMeta('addToHistory', false).setMeta(fromServer, true);
  const doc = toDocument(target);
  patch(tr, doc);
  return tr.docChanged ? keepSelection(state, tr) : tr;
}

export function replaceAll(state: EditorState, target: Block): Transaction {
  const doc = toDocument(target);
  const tr = state.tr.setMeta('addToHistory', false).setMeta(fromServer, true).replaceWith(0, state.doc.content.size, doc.content);
  for (const [name, value] of Object.entries(doc.attrs)) tr.setDocAttribute(name, value);
  return tr;
}
