import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type Command, NodeSelection, TextSelection } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { schema } from '../schema/schema';

const { nodes } = schema;
const movable = (node: Node): boolean => node.type.isInGroup('body') || node.type === nodes.item || node.type === nodes.row || node.type === nodes.passage || node.type === nodes.fact || node.type === nodes.relatedstory || node.type === nodes.byline || node.type === nodes.topic;
const part = (node: Node): string => (node.type.isInGroup('body') ? 'body' : node.type.name);

/** Moves the block of the cursor, or the item or row, by one place. Items take those below them along. */
export function moveBlock(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    // A picture of a gallery that is chosen itself.
    const isChosen = state.selection instanceof NodeSelection && $from.depth === 1;
    const depth = isChosen ? 1 : $from.depth >= 2 && movable($from.node(2)) && $from.node(1).childCount > 1 ? 1 : 0;
    const parent = $from.node(depth);
    const isNode = isChosen || $from.depth === 0;
    const [first, end] = [$from.index(depth), isNode ? $from.index(depth) + 1 : Math.max($from.index(depth), $to.index(depth)) + 1];
    if (depth === 1 && $from.node(1) !== ($to.depth > 0 ? $to.node(1) : null)) return false;
    const last = withDeeper(parent, first, end);
    const other = direction > 0 ? [last, withDeeper(parent, last, last + 1)] : [startOfFormer(parent, first), first];
    if (other[0] < 0 || other[0] >= other[1] || other[1] > parent.childCount) return false;
    const children = (from: number, to: number): Node[] => Array.from({ length: to - from }, (_, index) => parent.child(from + index));
    const [own, others] = [children(first, last), children(other[0], other[1])];
    if (![...own, ...others].every(node => movable(node) && part(node) === part(own[0]))) return false;
    if (dispatch) {
      const size = (all: Node[]): number => all.reduce((sum, node) => sum + node.nodeSize, 0);
      const start = $from.start(depth) + size(children(0, Math.min(first, other[0])));
      const moved = direction > 0 ? [...others, ...own] : [...own, ...others];
      const tr = state.tr.step(new ReplaceStep(start, start + size(moved), new Slice(Fragment.fromArray(moved), 0, 0)));
      const by = direction * size(others);
      const { selection } = state;
      const place = (position: number): number => position + by;
      tr.setSelection(selection instanceof NodeSelection ? NodeSelection.create(tr.doc, place(selection.from)) : TextSelection.create(tr.doc, place(selection.anchor), place(selection.head)));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

const depthOf = (node: Node): number => (node.type === nodes.item ? ((node.attrs.depth as number | null) ?? 0) : 0);

function withDeeper(parent: Node, first: number, end: number): number {
  if (first >= parent.childCount) return first;
  let last = end;
  if (parent.type === nodes.list) while (last < parent.childCount && depthOf(parent.child(last)) > depthOf(parent.child(first))) last++;
  return last;
}

function startOfFormer(parent: Node, first: number): number {
  let before = first - 1;
  if (parent.type === nodes.list) while (before > 0 && depthOf(parent.child(before)) > depthOf(parent.child(first))) before--;
  return before;
}
