import type { Run } from '../wire/types';
import { type Hunk, hunks } from './hunks';
import { joined, tokensOf } from './tokens';

/** Both sides' changes of a text, or null where they touch each other. */
export function mergeText(before: readonly Run[], ours: readonly Run[], theirs: readonly Run[]): Run[] | null {
  const [old, own, other] = [before, ours, theirs].map(tokensOf);
  const [left, right] = [hunks(old, own), hunks(old, other)];
  if (left.some(one => right.some(another => touches(one, another)))) return null;
  const changes = [...left.map(hunk => ({ hunk, tokens: own })), ...right.map(hunk => ({ hunk, tokens: other }))].sort((one, another) => one.hunk.from - another.hunk.from);
  const result: Run[] = [];
  let at = 0;
  for (const { hunk, tokens } of changes) {
    result.push(...old.slice(at, hunk.from).flatMap(token => token.runs), ...tokens.slice(hunk.otherFrom, hunk.otherTo).flatMap(token => token.runs));
    at = hunk.to;
  }
  result.push(...old.slice(at).flatMap(token => token.runs));
  return joined(result);
}

// Side by side is touching too: which of the two comes first, only the server may say.
const touches = (one: Hunk, other: Hunk): boolean => one.from <= other.to && other.from <= one.to;
