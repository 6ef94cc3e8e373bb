import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { schema } from '../schema/schema';
import { built, isContainer, isConvertible, type Kind, partsOf, type Piece, piecesOf, speakerOf } from './pieces';

/** The kind of the block that the selection begins in, or null where it has none of those that can become others. */
export function kindOf(state: EditorState): Kind | null {
  const block = state.selection.$from.node(1) as Node | undefined;
  if (!block || !isConvertible(block)) return null;
  if (block.type === schema.nodes.heading) return block.attrs.level === 3 ? 'heading3' : 'heading2';
  if (block.type === schema.nodes.list) return block.attrs.ordered ? 'numbered' : 'list';
  return block.type.name as Kind;
}

/** Makes the selected blocks ones of another kind. Their words and their identities stay. */
export function changeKind(kind: Kind): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth === 0 || $to.depth === 0) return false;
    const [first, last] = [$from.index(0), $to.index(0)];
    for (let index = first; index <= last; index++) {
      if (!isConvertible(state.doc.child(index))) return false;
    }
    if (dispatch) dispatch(inPlace(state, kind, first, last) ?? rebuilt(state, kind, first, last));
    return true;
  };
}

// Steps that leave the words where they are, so that nothing that points at them has to move.
function inPlace(state: EditorState, kind: Kind, first: number, last: number): Transaction | null {
  const { doc, tr, selection } = state;
  const isSimple = kind === 'paragraph' || kind === 'heading2' || kind === 'heading3' || kind === 'fence';
  const lists = kind === 'list' || kind === 'numbered';
  let position = selection.$from.before(1);
  for (let index = first; index <= last; index++) {
    const node = doc.child(index);
    if (isSimple && node.isTextblock) {
      const type = kind === 'heading2' || kind === 'heading3' ? schema.nodes.heading : schema.nodes[kind];
      const { id, origin, removal, choices } = node.attrs;
      tr.setNodeMarkup(position, type, { id, origin, removal, choices, ...(type === schema.nodes.heading ? { level: kind === 'heading3' ? 3 : 2 } : {}) });
    } else if (lists && node.type === schema.nodes.list) {
      tr.setNodeAttribute(position, 'ordered', kind === 'numbered');
    } else {
      return null;
    }
    position += node.nodeSize;
  }
  return tr.scrollIntoView();
}

function rebuilt(state: EditorState, kind: Kind, first: number, last: number): Transaction {
  const { doc, tr, selection: { $from, $to } } = state;
  const [start, end] = [doc.child(first), doc.child(last)];
  const from = isContainer(start) ? Math.min($from.index(1), partsOf(start) - 1) : 0;
  const to = isContainer(end) ? Math.min($to.index(1) + 1, partsOf(end)) : undefined;
  const before = from > 0 ? start.copy(cut(start, 0, from)) : null;
  const after = to !== undefined && to < partsOf(end) ? end.copy(cut(end, to, end.childCount)) : null;
  const pieces: Piece[] = [];
  for (let index = first; index <= last; index++) {
    pieces.push(...piecesOf(doc.child(index), index === first ? from : 0, index === last ? to : undefined));
  }
  const speaker = after ? Fragment.empty : speakerOf(end);
  const nodes = [...(before ? [before] : []), ...built(kind, pieces, speaker), ...(after ? [before && start === end ? after.type.create({ ...after.attrs, id: null }, after.content) : after] : [])];
  const open = $from.before(1);
  const [anchor, head] = [$from, $to].map($end => ({ text: $end.parent, id: identityOf($end), offset: $end.parentOffset }));
  tr.step(new ReplaceStep(open, $to.after(1), new Slice(Fragment.fromArray(nodes), 0, 0)));
  return tr.setSelection(TextSelection.between(tr.doc.resolve(find(tr.doc, open, anchor)), tr.doc.resolve(find(tr.doc, open, head)))).scrollIntoView();
}

// A quotation that keeps its beginning keeps a place for who speaks.
function cut(node: Node, from: number, to: number): Fragment {
  const children: Node[] = [];
  for (let index = from; index < to; index++) children.push(node.child(index));
  if (node.type === schema.nodes.quotation && children.at(-1)?.type !== schema.nodes.speaker) children.push(schema.nodes.speaker.create());
  return Fragment.fromArray(children);
}

interface Spot {
  text: Node;
  id: string | null;
  offset: number;
}

function identityOf($position: ResolvedPos): string | null {
  for (let depth = $position.depth; depth > 0; depth--) {
    const { id } = $position.node(depth).attrs;
    if (id) return id as string;
  }
  return null;
}

// Where some words stand now: they are the same object, or the first text of the block with their identity.
function find(doc: Node, open: number, spot: Spot): number {
  let [exact, within] = [-1, -1];
  let id: string | null = null;
  doc.nodesBetween(open, doc.content.size, (node, position) => {
    if (node.attrs.id) id = node.attrs.id as string;
    if (!node.isTextblock) return exact < 0;
    if (exact < 0 && spot.text.childCount > 0 && node.content === spot.text.content) exact = position;
    if (within < 0 && id === spot.id) within = position;
    return false;
  });
  const found = exact >= 0 ? exact : within >= 0 ? within : open;
  return Math.min(found + 1 + spot.offset, found + 1 + (doc.nodeAt(found)?.content.size ?? 0));
}
