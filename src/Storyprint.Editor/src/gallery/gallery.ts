import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection, type Selection, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { schema } from '../schema/schema';

const { nodes } = schema;

interface Range {
  /** Of the first and behind the last picture, among the blocks of the story. */
  readonly from: number;
  readonly to: number;
  readonly pos: number;
  readonly end: number;
}

/** The pictures in a row that are chosen; with one that holds the cursor, all beside it. */
export function picturesAt(state: EditorState): Range | null {
  const { doc, selection } = state;
  const [first, last] = borders(selection);
  const isPicture = (index: number): boolean => index >= 0 && index < doc.childCount && doc.child(index).type === nodes.picture;
  let [from, to] = [first, last + 1];
  for (let index = from; index < to; index++) if (!isPicture(index)) return null;
  if (from + 1 === to) {
    while (isPicture(from - 1)) from--;
    while (isPicture(to)) to++;
  }
  let [pos, end] = [0, 0];
  for (let index = 0; index < to; index++) {
    if (index < from) pos += doc.child(index).nodeSize;
    end += doc.child(index).nodeSize;
  }
  return { from, to, pos, end };
}

function borders({ $from, $to }: Selection): [number, number] {
  return [$from.index(0), $to.depth === 0 ? $to.index(0) - 1 : $to.index(0)];
}

// One step that keeps all pictures as they are, with their identities.
const replace = (tr: Transaction, from: number, to: number, content: readonly Node[]): Transaction => tr.step(new ReplaceStep(from, to, new Slice(Fragment.fromArray([...content]), 0, 0)));

/** Makes the pictures in a row one gallery. */
export const makeGallery: Command = (state, dispatch) => {
  const range = picturesAt(state);
  if (!range) return false;
  if (dispatch) {
    const pictures = state.doc.children.slice(range.from, range.to);
    const tr = replace(state.tr, range.pos, range.end, [nodes.gallery.create(null, [...pictures, nodes.caption.create()])]);
    dispatch(tr.setSelection(NodeSelection.create(tr.doc, range.pos)).scrollIntoView());
  }
  return true;
};

/** Makes a gallery single pictures again; its caption becomes a paragraph. */
export function takeApart(tr: Transaction, pos: number): Transaction {
  const gallery = tr.doc.nodeAt(pos)!;
  const caption = gallery.lastChild!;
  const pictures = gallery.children.slice(0, -1);
  const left = caption.childCount > 0 || pictures.length === 0 ? [...pictures, nodes.paragraph.create(null, caption.content)] : pictures;
  return replace(tr, pos, pos + gallery.nodeSize, left).scrollIntoView();
}

/** Takes a picture out of its gallery and puts it behind; a gallery without pictures and words goes. */
export function takeOut(tr: Transaction, pos: number): Transaction {
  const $pos = tr.doc.resolve(pos);
  const [gallery, picture] = [$pos.parent, $pos.nodeAfter!];
  const start = $pos.before();
  const rest = gallery.children.filter(child => child !== picture);
  const isEmpty = rest.length === 1 && rest[0].childCount === 0;
  replace(tr, start, start + gallery.nodeSize, isEmpty ? [picture] : [gallery.copy(Fragment.fromArray(rest)), picture]);
  const at = isEmpty ? start : start + gallery.nodeSize - picture.nodeSize;
  return tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView();
}

/** Moves a picture of a gallery to another place of it; null where it stands there already, or there is no such place. */
export function moveTo(tr: Transaction, pos: number, to: number): Transaction | null {
  const $pos = tr.doc.resolve(pos);
  const [gallery, from] = [$pos.parent, $pos.index()];
  // The last child is the caption.
  if (gallery.type !== nodes.gallery || to < 0 || to >= gallery.childCount - 1 || to === from) return null;
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const between = gallery.children.slice(first, last + 1);
  const moved = from < to ? [...between.slice(1), between[0]] : [between.at(-1)!, ...between.slice(0, -1)];
  const size = (all: readonly Node[]): number => all.reduce((sum, node) => sum + node.nodeSize, 0);
  const start = $pos.start() + size(gallery.children.slice(0, first));
  replace(tr, start, start + size(between), moved);
  return tr.setSelection(NodeSelection.create(tr.doc, from < to ? start + size(moved.slice(0, -1)) : start)).scrollIntoView();
}

/** Moves a picture of a gallery by one place. */
export const moveInGallery = (tr: Transaction, pos: number, direction: 1 | -1): Transaction | null => moveTo(tr, pos, tr.doc.resolve(pos).index() + direction);

export const newGallery = (): Node => nodes.gallery.create(null, nodes.caption.create());
