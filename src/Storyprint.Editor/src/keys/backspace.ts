import { type Command, NodeSelection, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { changeKind } from '../kinds/change-kind';
import { isContainer, partsOf } from '../kinds/pieces';
import { schema } from '../schema/schema';
import { backspaceInBox } from './box-keys';
import { cursorIn, isAtEnd, isAtStart } from './places';

const { nodes } = schema;
const closed = new Set(['kicker', 'headline', 'standfirst', 'dateline', 'cell', 'tablecaption', 'caption', 'credit', 'alt', 'title', 'transcript']);
// Blocks that a text in them is never joined out of.
const boxes = new Set(['factbox', 'question', 'related', 'corrects', 'gallery', 'media', 'document']);
const single = new Set(['blocktitle', 'questiontext', 'relatedstory', 'storyname']);

/** Backspace at the beginning of a text: first it takes away what the block is, then it joins the words with those before. */
export const backspaceAtStart: Command = (state, dispatch, view) => {
  const text = cursorIn(state);
  if (!text || !isAtStart(state)) return false;
  const { $from } = state.selection;
  if (closed.has(text.type.name)) return true;
  if ($from.depth > 1 && boxes.has($from.node(1).type.name)) return backspaceInBox(state, dispatch, view);
  if (text.type === nodes.byline || text.type === nodes.topic) {
    if (text.childCount === 0) dispatch?.(state.tr.delete($from.before(), $from.after()).scrollIntoView());
    return true;
  }
  if (text.type === nodes.item && (text.attrs.depth ?? 0) > 0) {
    dispatch?.(state.tr.setNodeAttribute($from.before(), 'depth', text.attrs.depth - 1));
    return true;
  }
  if (text.type === nodes.speaker) return into(state.tr, $from.before(), -1, dispatch);
  const isLifted = text.type === nodes.item || (text.type === nodes.passage && $from.index(1) === 0) || text.type === nodes.words || text.type === nodes.heading || text.type === nodes.fence;
  if (isLifted) return changeKind('paragraph')(state, dispatch, view);
  return text.type === nodes.paragraph && joinBefore(state, dispatch);
};

// Words that come behind a list or a quotation go on with its last part.
const joinBefore: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const before = state.doc.resolve($from.before()).nodeBefore;
  if (!before || !before.type.isInGroup('body')) return true;
  if (!isContainer(before)) {
    if (before.isTextblock) return false;
    const tr = state.tr;
    if ($from.parent.childCount === 0) tr.delete($from.before(), $from.after());
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, $from.before() - before.nodeSize)).scrollIntoView());
    return true;
  }
  if (dispatch) {
    const index = partsOf(before) - 1;
    let end = $from.before() - before.nodeSize + 1;
    for (let part = 0; part <= index; part++) end += before.child(part).nodeSize;
    const tr = state.tr.delete($from.before(), $from.after()).insert(end - 1, $from.parent.content);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end - 1)).scrollIntoView());
  }
  return true;
};

/** Delete at the end of a text: the counterpart. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const text = cursorIn(state);
  if (!text || !isAtEnd(state)) return false;
  const { $from } = state.selection;
  if (closed.has(text.type.name) || single.has(text.type.name) || text.type === nodes.byline || text.type === nodes.topic || text.type === nodes.speaker) return true;
  if ($from.depth !== 1) return text.type === nodes.words || $from.index(1) === $from.node(1).childCount - ($from.node(1).type === nodes.quotation ? 2 : 1);
  const after = state.doc.resolve($from.after()).nodeAfter;
  if (!after || !after.type.isInGroup('body')) return true;
  if (!isContainer(after)) return false;
  if (dispatch) {
    const first = after.child(0);
    const start = $from.after();
    const rest = partsOf(after) === 1;
    const tr = rest ? state.tr.delete(start, start + after.nodeSize) : state.tr.delete(start + 1, start + 1 + first.nodeSize);
    // Who spoke stays readable when the last words of a quotation go elsewhere.
    if (rest && after.lastChild!.type === nodes.speaker && after.lastChild!.childCount > 0) tr.insert(start, nodes.paragraph.create(null, after.lastChild!.content));
    tr.insert($from.pos, first.content);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.pos)).scrollIntoView());
  }
  return true;
};

function into(tr: Transaction, position: number, direction: 1 | -1, dispatch?: (tr: Transaction) => void): boolean {
  const found = Selection.findFrom(tr.doc.resolve(position), direction, true);
  if (found) dispatch?.(tr.setSelection(found).scrollIntoView());
  return true;
}
