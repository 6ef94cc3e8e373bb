import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { fields } from '../wire/kinds';
import { changeKind } from '../kinds/change-kind';
import { schema } from '../schema/schema';
import { enterBox } from './box-keys';
import { leaveBlock, toNextText } from './places';
import { enterCell } from './table-keys';

const { nodes } = schema;

/** Enter: a new block in the body, the next place elsewhere. */
export const enter: Command = (state, dispatch, view) => {
  if (state.selection instanceof NodeSelection) {
    if (dispatch && state.selection.node.isBlock) dispatch(leaveBlock(state.tr, afterBlock(state)));
    return state.selection.node.isBlock;
  }
  if (!(state.selection instanceof TextSelection)) return false;
  const { $from } = state.selection;
  const { type } = $from.parent;
  const isEmpty = $from.parent.childCount === 0;
  if ((fields as readonly string[]).includes(type.name)) return go(dispatch, () => toNextText(state.tr, $from.after()));
  if (type === nodes.byline || type === nodes.topic) return go(dispatch, () => (isEmpty ? toNextText(state.tr.delete($from.before(), $from.after()), $from.before()) : split(state)));
  if (enterBox(state, dispatch, view)) return true;
  if (type === nodes.cell) return enterCell(state, dispatch);
  if (type === nodes.item && isEmpty && ($from.parent.attrs.depth ?? 0) > 0) return go(dispatch, () => state.tr.setNodeAttribute($from.before(), 'depth', $from.parent.attrs.depth - 1));
  if ((type === nodes.item || type === nodes.passage) && isEmpty) return changeKind('paragraph')(state, dispatch, view);
  if (type === nodes.words || type === nodes.tablecaption || type === nodes.caption || type === nodes.credit) return go(dispatch, () => toNextText(state.tr, $from.after()));
  if (type === nodes.speaker || type === nodes.alt || type === nodes.title) return go(dispatch, () => leaveBlock(state.tr, $from.after(1)));
  if ((type === nodes.fence || type === nodes.heading) && isEmpty) return changeKind('paragraph')(state, dispatch, view);
  return go(dispatch, () => split(state));
};

function go(dispatch: ((tr: Transaction) => void) | undefined, make: () => Transaction): true {
  dispatch?.(make());
  return true;
}

const afterBlock = (state: EditorState): number => state.selection.$from.depth === 0 ? state.selection.to : state.selection.$from.after(1);

function split(state: EditorState): Transaction {
  const tr = state.tr.deleteSelection();
  const { $from } = tr.selection;
  if (!$from.parent.isTextblock) return tr;
  const { type, attrs } = $from.parent;
  const blank = { ...attrs, id: null, origin: null, removal: null, choices: [], extra: null, ...(type === nodes.item ? { number: null } : {}) };
  // At the beginning all words keep their block, and the new one comes before it.
  if ($from.parentOffset === 0 && $from.parent.childCount > 0) return tr.insert($from.before(), type === nodes.heading ? nodes.paragraph.create() : type.create(blank)).scrollIntoView();
  const isLast = $from.parentOffset === $from.parent.content.size;
  const next = isLast && (type === nodes.heading || type === nodes.fence) ? nodes.paragraph.create() : null;
  return tr.split($from.pos, 1, [next ? { type: next.type } : { type, attrs: blank }]).scrollIntoView();
}

/** A new line in the same block. */
export const newLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.isTextblock) return false;
  dispatch?.(state.tr.replaceSelectionWith(schema.text('\n', state.storedMarks ?? state.selection.$from.marks()), false).scrollIntoView());
  return true;
};
