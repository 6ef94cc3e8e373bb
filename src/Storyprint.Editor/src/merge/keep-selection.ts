import type { Node } from 'prosemirror-model';
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';

interface Spot {
  id: string | null;
  part: string;
  offset: number;
}

function spotOf(state: EditorState, position: number): Spot {
  const $position = state.doc.resolve(position);
  for (let depth = $position.depth; depth > 0; depth--) {
    const { id } = $position.node(depth).attrs;
    if (id) return { id: id as string, part: partOf($position.parent), offset: $position.parentOffset };
  }
  return { id: null, part: partOf($position.parent), offset: $position.parentOffset };
}

const partOf = (node: Node): string => `${node.type.name} ${node.attrs.column ?? ''}`;

function find(doc: Node, spot: Spot): number | null {
  let [found, first]: (number | null)[] = [null, null];
  doc.descendants((node, position) => {
    if (spot.id === null || node.attrs.id !== spot.id) return found === null && first === null;
    if (node.isTextblock) first = position;
    node.descendants((inner, offset) => {
      if (inner.isTextblock) first ??= position + 1 + offset;
      if (inner.isTextblock && partOf(inner) === spot.part) found ??= position + 1 + offset;
    });
    return false;
  });
  const place = found ?? first;
  return place === null ? null : place + 1 + Math.min(spot.offset, doc.nodeAt(place)!.content.size);
}

/** Keeps the cursor in its words, also where their block went to another place. */
export function keepSelection(state: EditorState, tr: Transaction): Transaction {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return tr;
  const places = [selection.anchor, selection.head].map(position => {
    const mapped = tr.mapping.mapResult(position, -1);
    return mapped.deletedAcross ? (find(tr.doc, spotOf(state, position)) ?? mapped.pos) : mapped.pos;
  });
  const [$anchor, $head] = places.map(place => tr.doc.resolve(place));
  return tr.setSelection($anchor.parent.inlineContent && $head.parent.inlineContent ? TextSelection.create(tr.doc, $anchor.pos, $head.pos) : Selection.near($head));
}
