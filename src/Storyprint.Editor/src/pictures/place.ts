import type { Node } from 'prosemirror-model';

/** The border of two blocks of the body that is nearest behind a place, so that no picture stands among the bylines or in a paragraph. */
export function bodyPlace(doc: Node, pos: number): number {
  let first = -1;
  let last = 0;
  doc.forEach((node, offset) => {
    if (!node.type.isInGroup('body')) return;
    if (first < 0) first = offset;
    last = offset + node.nodeSize;
  });
  const $pos = doc.resolve(Math.min(Math.max(pos, 0), doc.content.size));
  const border = $pos.depth === 0 ? $pos.pos : $pos.parentOffset === 0 && $pos.depth === 1 ? $pos.before(1) : $pos.after(1);
  return Math.min(Math.max(border, first), last);
}

/** Where a picture goes: between those of the gallery that the place is in, or between two blocks of the body. */
export function picturePlace(doc: Node, pos: number): number {
  const $pos = doc.resolve(Math.min(Math.max(pos, 0), doc.content.size));
  if ($pos.depth === 0 || $pos.node(1).type.name !== 'gallery') return bodyPlace(doc, pos);
  const gallery = $pos.node(1);
  const last = $pos.end(1) - gallery.lastChild!.nodeSize;
  return Math.min($pos.depth === 1 ? $pos.pos : $pos.after(2), last);
}

/** The block of a kind with an identity, wherever it stands now. */
export function blockWith(doc: Node, kind: string, id: string): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null;
  doc.descendants((node, pos) => {
    if (node.type.name === kind && node.attrs.id === id) found = { node, pos };
    return node.type.name === 'gallery';
  });
  return found;
}

export const pictureWith = (doc: Node, id: string): { node: Node; pos: number } | null => blockWith(doc, 'picture', id);

/** The block at a place that is of a kind and waits for its file. */
export function waitingAt(doc: Node, pos: number, kind: string): string | null {
  const $pos = doc.resolve(Math.min(Math.max(pos, 0), doc.content.size));
  const around = Array.from({ length: $pos.depth }, (_, depth) => $pos.node(depth + 1)).find(node => node.type.name === kind && !node.attrs.file && !node.attrs.address);
  return around ? around.attrs.id as string | null : null;
}
