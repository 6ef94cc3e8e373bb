import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { schema } from '../schema/schema';
import { emptyRow } from '../wire/tables';

const { nodes } = schema;
const flowing = new Set(['paragraph', 'heading', 'fence', 'item', 'passage', 'fact']);
const removable = new Set(['byline', 'topic', 'item', 'passage', 'row', 'head', 'fact', 'relatedstory']);

interface Range {
  from: number;
  to: number;
  /** What is left of the last text and goes on with the first one; null where the two stay apart. */
  tail: Fragment | null;
}

/** Deletes from one text to another: what lies between goes, places that a block cannot be without are emptied, and words that flow are joined. */
export function deleteAcross(tr: Transaction, from: number, to: number): Transaction {
  const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)];
  const isJoined = flowing.has($from.parent.type.name) && flowing.has($to.parent.type.name);
  const range: Range = { from, to, tail: isJoined ? $to.parent.content.cut($to.parentOffset) : null };
  const [first, last] = [$from.index(0), $to.depth === 0 ? $to.index(0) - 1 : $to.index(0)];
  const start = tr.doc.resolve($from.depth === 0 ? from : $from.before(1)).pos;
  let position = start;
  const left: Node[] = [];
  for (let index = first; index <= last; index++) {
    const node = tr.doc.child(index);
    const trimmed = trim(node, position, range);
    if (trimmed) left.push(trimmed);
    position += node.nodeSize;
  }
  const others = tr.doc.children.some((node, index) => node.type.isInGroup('body') && (index < first || index > last));
  if (!others && !left.some(node => node.type.isInGroup('body'))) left.splice(left.findLastIndex(node => !['topic', 'note'].includes(node.type.name)) + 1, 0, nodes.paragraph.create());
  return tr.step(new ReplaceStep(start, position, left.length > 0 ? new Slice(Fragment.fromArray(left), 0, 0) : Slice.empty));
}

function trim(node: Node, position: number, range: Range): Node | null {
  const end = position + node.nodeSize;
  if (end <= range.from || position >= range.to || node.type === nodes.note) return node;
  if (position >= range.from && end <= range.to && (node.type.isInGroup('body') || removable.has(node.type.name))) return null;
  if (node.isTextblock) return trimText(node, position + 1, range);
  if (node.isLeaf) return node;
  const children: Node[] = [];
  node.forEach((child, offset) => {
    const trimmed = trim(child, position + 1 + offset, range);
    if (trimmed) children.push(trimmed);
  });
  return whole(node, children);
}

function trimText(node: Node, start: number, { from, to, tail }: Range): Node | null {
  const end = start + node.content.size;
  const [holdsFrom, holdsTo] = [from >= start && from <= end, to >= start && to <= end];
  if (holdsTo && !holdsFrom && tail) return null;
  const before = holdsFrom ? node.content.cut(0, from - start) : Fragment.empty;
  const after = holdsTo ? node.content.cut(to - start) : holdsFrom ? (tail ?? Fragment.empty) : Fragment.empty;
  return node.copy(before.append(after));
}

// A list without items is none; quotations, boxes and tables keep a place for words while others stand in them.
function whole(node: Node, children: Node[]): Node | null {
  if ((node.type === nodes.list || node.type === nodes.related) && children.length === 0) return null;
  if (node.type === nodes.gallery && children.length === 1 && children[0].childCount === 0) return null;
  if ((node.type === nodes.factbox || node.type === nodes.question) && children.length === 1) {
    if (children[0].childCount === 0) return null;
    children.push(node.type === nodes.factbox ? nodes.fact.create() : nodes.passage.create());
  }
  if (node.type === nodes.quotation && children.length === 1) {
    if (children[0].childCount === 0) return null;
    children.unshift(nodes.passage.create());
  }
  if (node.type === nodes.table && !children.some(child => child.type === nodes.row)) children.push(emptyRow(node.attrs.columns));
  return node.copy(Fragment.fromArray(children));
}

type Replace = TextSelection['replace'];

const isAcross = ({ $from, $to }: Selection): boolean => !$from.sameParent($to) && $from.parent.isTextblock && $to.parent.isTextblock;

/**
 * ProseMirror fits together what is left on both sides of a deletion, which it cannot where a pull quote meets a quotation or a cell. Keys, pastes,
 * cuts and its own commands all delete by the selection, so the selection is where it is mended.
 */
function mend(): void {
  const { replace, replaceWith } = TextSelection.prototype;
  TextSelection.prototype.replace = function (this: TextSelection, tr: Transaction, content: Slice = Slice.empty): ReturnType<Replace> {
    if (!isAcross(this)) return replace.call(this, tr, content);
    deleteAcross(tr, this.from, this.to).setSelection(TextSelection.create(tr.doc, this.from));
    if (content.size > 0) tr.selection.replace(tr, content);
  };
  TextSelection.prototype.replaceWith = function (this: TextSelection, tr: Transaction, node: Node): void {
    if (!isAcross(this)) return replaceWith.call(this, tr, node);
    deleteAcross(tr, this.from, this.to).setSelection(TextSelection.create(tr.doc, this.from));
    tr.selection.replaceWith(tr, node);
  };
}

mend();
