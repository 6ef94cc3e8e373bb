import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { fromServer } from '../merge/merge-answer';
import { schema } from '../schema/schema';

/** On transactions that settle a choice about a note. */
export const settles = 'settles';

const notesOf = (doc: Node): Node[] => doc.children.filter(node => node.type === schema.nodes.note);

/** Correction notes are shown here and changed elsewhere: no key takes one away. */
export const keepNotes = (): Plugin => new Plugin({
  filterTransaction(tr, state) {
    if (!tr.docChanged || tr.getMeta(fromServer) || tr.getMeta(settles)) return true;
    const [before, after] = [notesOf(state.doc), notesOf(tr.doc)];
    return before.length === after.length && before.every((note, index) => note.eq(after[index]));
  },
});
