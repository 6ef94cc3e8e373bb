import type { Node } from 'prosemirror-model';
import type { Mapping } from 'prosemirror-transform';
import { type Decoration, DecorationSet } from 'prosemirror-view';
import type { Drawing, Spec } from './draw';
import { unitsOf } from './units';

/** All decorations of a proposal: those within blocks of the story, which stay where a block stays, and those between them. */
export interface Drawn {
  readonly drawing: Drawing;
  readonly inside: DecorationSet;
  readonly between: DecorationSet;
}

export const isBetween = (decoration: Decoration): boolean => (decoration.spec as Spec).isBetween === true;

export const mapped = (drawn: Drawn, mapping: Mapping, doc: Node): Drawn => ({ ...drawn, inside: drawn.inside.map(mapping, doc), between: drawn.between.map(mapping, doc) });

export function drawWhole(drawing: Drawing, doc: Node): Drawn {
  const found: Decoration[] = [];
  doc.forEach((block, at) => { found.push(...drawing.of(doc, block, at)); });
  return { drawing, inside: DecorationSet.create(doc, found.filter(each => !isBetween(each))), between: DecorationSet.create(doc, found.filter(isBetween)) };
}

/** Draws anew only those blocks that became others, or of which something else is to be said: a key costs the same in a long story. */
export function drawChanged(old: Drawn, drawing: Drawing, before: Node, doc: Node, mapping: Mapping): Drawn {
  const kept = new Map<Node, number>();
  before.forEach((block, at) => { kept.set(block, at); });
  const isNewDrawing = drawing !== old.drawing;
  const between: Decoration[] = [];
  let inside = old.inside.map(mapping, doc);
  doc.forEach((block, at) => {
    const was = kept.get(block);
    const stays = was !== undefined && isAt(mapping, was, at) && (isNewDrawing ? isSaidTheSame(old.drawing, before, drawing, doc, block) : !drawing.leansOnOthers(block));
    if (stays && !(isNewDrawing && drawing.hasBetween(block))) return;
    const found = drawing.of(doc, block, at);
    between.push(...found.filter(isBetween));
    if (stays) return;
    const to = at + block.nodeSize;
    // One that a split has torn may reach from block to block.
    inside = inside.remove(inside.find(at, to).filter(each => each.to > at && each.from < to)).add(doc, found.filter(each => !isBetween(each)));
  });
  return { drawing, inside, between: isNewDrawing ? DecorationSet.create(doc, between) : old.between.map(mapping, doc) };
}

// The beginning of what is in it went along, and nothing of it was put in anew.
function isAt(mapping: Mapping, was: number, now: number): boolean {
  const result = mapping.mapResult(was, 1);
  return result.pos === now && !result.deletedAfter;
}

function isSaidTheSame(old: Drawing, before: Node, now: Drawing, doc: Node, block: Node): boolean {
  return unitsOf(block).every(({ key }) => {
    const [one, other] = [old.factsOf(before, key), now.factsOf(doc, key)];
    return one.length === other.length && one.every((fact, index) => fact === other[index]);
  });
}
