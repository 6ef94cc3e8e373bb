import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

export interface Found {
  readonly from: number;
  readonly to: number;
  readonly attributes: Record<string, string>;
}

/** What is found in the words of a textblock, by offsets in it. */
export type Find = (textblock: Node) => readonly Found[];

const inBlock = (node: Node, pos: number, find: Find): Decoration[] => find(node).map(each => Decoration.inline(pos + 1 + each.from, pos + 1 + each.to, each.attributes));

export function decorate(doc: Node, find: Find): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) found.push(...inBlock(node, pos, find));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}

/** Decorations after a change: only the textblocks that it touched are looked at again, so that a key costs the same in a long story. */
export function redecorate(set: DecorationSet, tr: Transaction, find: Find): DecorationSet {
  if (!tr.docChanged) return set;
  let result = set.map(tr.mapping, tr.doc);
  const seen = new Set<number>();
  for (const [from, to] of changedRanges(tr)) {
    tr.doc.nodesBetween(Math.max(0, from - 1), Math.min(tr.doc.content.size, to + 1), (node, pos) => {
      if (!node.isTextblock || seen.has(pos)) return !node.isTextblock;
      seen.add(pos);
      const old = result.find(pos, pos + node.nodeSize).filter(each => each.from > pos && each.to < pos + node.nodeSize);
      result = result.remove(old).add(tr.doc, inBlock(node, pos, find));
      return false;
    });
  }
  return result;
}

function changedRanges(tr: Transaction): [number, number][] {
  const ranges: [number, number][] = [];
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1);
    map.forEach((_, __, from, to) => ranges.push([rest.map(from, -1), rest.map(to, 1)]));
  });
  return ranges;
}
