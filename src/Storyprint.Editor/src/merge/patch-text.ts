import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import { fromInline } from '../wire/runs';
import { hunks } from './hunks';
import { tokensOf } from './tokens';

/** Replaces only the words of a textblock that differ, so that a cursor elsewhere in it stays where it is. */
export function patchText(tr: Transform, start: number, from: Node, to: Node): void {
  if (from.content.eq(to.content)) return;
  const [old, now] = [tokensOf(fromInline(from.content)), tokensOf(fromInline(to.content))];
  const [places, newPlaces] = [placesOf(old), placesOf(now)];
  for (const hunk of hunks(old, now).reverse()) {
    const content = to.content.cut(newPlaces[hunk.otherFrom], newPlaces[hunk.otherTo]);
    tr.step(new ReplaceStep(start + places[hunk.from], start + places[hunk.to], content.size > 0 ? new Slice(content, 0, 0) : Slice.empty));
  }
  // Marks that the wire does not know, such as those around a choice, are not told by tokens.
  const result = tr.doc.resolve(start).parent;
  if (!result.content.eq(to.content)) tr.step(new ReplaceStep(start, start + result.content.size, new Slice(Fragment.from(to.content), 0, 0)));
}

function placesOf(tokens: readonly { length: number }[]): number[] {
  const places = [0];
  for (const token of tokens) places.push(places.at(-1)! + token.length);
  return places;
}
