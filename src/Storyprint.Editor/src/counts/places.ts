import type { Node } from 'prosemirror-model';
import { runsOf, wordsOf } from '../about/words';
import { asides } from '../wire/kinds';
import { letters } from './words';

/** A place that a text of the story must fit, as the page says them: `{"name": "Front page", "field": "headline", "most": 60}`. */
export interface HeadlinePlace {
  readonly name: string;
  readonly field: string;
  readonly most: number;
}

export interface Fit extends HeadlinePlace {
  readonly letters: number;
}

const fields = /^(kicker|headline|standfirst|dateline|searchHeadline|socialHeadline|paperHeadline)$/;

export const soundPlaces = (found: readonly unknown[]): HeadlinePlace[] => found.flatMap(each => {
  const { name, field = 'headline', most } = (each ?? {}) as Partial<HeadlinePlace>;
  return typeof name === 'string' && typeof most === 'number' && most > 0 && fields.test(field) ? [{ name, field, most }] : [];
});

/** How long the texts are, against the places where they are to stand. Empty ones fit everywhere. */
export function fits(doc: Node, places: readonly HeadlinePlace[]): Fit[] {
  const lengths = new Map<string, number>();
  doc.forEach(node => {
    if (fields.test(node.type.name)) lengths.set(node.type.name, letters(node.textContent.trim()));
  });
  // Where there is no headline of its own, the story's stands there.
  for (const name of asides) lengths.set(name, letters(wordsOf(runsOf(doc, name)).trim()) || (lengths.get('headline') ?? 0));
  return places.map(place => ({ ...place, letters: lengths.get(place.field) ?? 0 }));
}
