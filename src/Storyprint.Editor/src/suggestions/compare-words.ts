import type { Node } from 'prosemirror-model';
import { type Hunk, hunks } from '../merge/hunks';
import { type Token, tokensOf } from '../merge/tokens';
import { fromInline } from '../wire/runs';
import { isChoice } from '../wire/types';

/** What differs at a place of a text: offsets are those of its words. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  /** What is taken out there. */
  readonly out: string;
  /** What is put in. */
  readonly in: string;
  /** A part of a change that is told at another place already. */
  readonly isRest?: boolean;
  /** The same words with other emphasis, or another link. */
  readonly isMarks?: boolean;
  /** The block begins here, and did not before. */
  readonly isSplit?: boolean;
}

interface Piece {
  readonly key: string;
  readonly style: string;
  readonly words: string;
  readonly length: number;
}

/** Where one block ends and the next begins. */
const border: Piece = { key: '\u2029', style: '', words: ' ¶ ', length: 0 };

const pieces = new WeakMap<Node, readonly Piece[]>();

function piecesOf(text: Node): readonly Piece[] {
  let found = pieces.get(text);
  if (!found) pieces.set(text, found = tokensOf(fromInline(text.content)).map(piece));
  return found;
}

function piece({ key, runs, length }: Token): Piece {
  const words = runs.map(run => (isChoice(run) ? run.choice.map(option => option.text.map(each => each.text).join('')).join(' / ') : run.text)).join('');
  return { key: runs.some(isChoice) ? key : words, style: key, words, length };
}

const all = (texts: readonly Node[]): Piece[] => texts.flatMap((text, index) => (index > 0 ? [border, ...piecesOf(text)] : piecesOf(text)));

const isWord = ({ key }: Piece): boolean => /[\p{L}\p{N}]/u.test(key);

const plain = (from: readonly Piece[]): string => from.map(each => each.words).join('');

/** How much of one text stands in another: 0 to 1, in words. */
export function shareOf(part: Node, before: readonly Node[], now: readonly Node[]): number {
  const old = all([...before, part]);
  const first = old.length - piecesOf(part).length;
  const gone = new Set(hunks(old, all(now)).flatMap(hunk => Array.from({ length: hunk.to - hunk.from }, (_, index) => hunk.from + index)));
  const own = old.flatMap((each, index) => (index >= first && isWord(each) ? [index] : []));
  return own.length === 0 ? 0 : own.filter(index => !gone.has(index)).length / own.length;
}

/** What differs between texts that are one (a block and what was split from it, or joined to it), for each of those that stand now. */
export function compareWords(before: readonly Node[], now: readonly Node[]): readonly (readonly Difference[])[] {
  const [old, own] = [all(before), all(now)];
  const found: Difference[][] = now.map(() => []);
  const places = placesOf(now);
  const changes = calm(hunks(old, own), old, own);
  for (const hunk of changes) place(hunk, old, own, places, found);
  marks(changes, old, own, places, found);
  for (const each of found) each.sort((one, other) => one.from - other.from);
  return found;
}

// For every token: which text it is in, and where.
function placesOf(now: readonly Node[]): { text: number; at: number }[] {
  const places: { text: number; at: number }[] = [];
  now.forEach((text, index) => {
    let at = 0;
    for (const each of piecesOf(text)) {
      places.push({ text: index, at });
      at += each.length;
    }
    places.push({ text: index, at });
  });
  return places;
}

function place(hunk: Hunk, old: readonly Piece[], own: readonly Piece[], places: readonly { text: number; at: number }[], found: Difference[][]): void {
  const out = plain(old.slice(hunk.from, hunk.to));
  for (let index = hunk.otherFrom, isFirst = true; isFirst || index < hunk.otherTo;) {
    // A border that was put in belongs to the block that begins with it.
    const isSplit = own[index] === border && index < hunk.otherTo;
    const first = isSplit ? index + 1 : index;
    let end = first;
    while (end < hunk.otherTo && own[end] !== border) end++;
    const { text, at } = places[first];
    found[text].push({ from: at, to: places[end].at, out: isFirst ? out : '', in: `${isSplit ? '¶ ' : ''}${plain(own.slice(first, end))}`, ...(isFirst ? {} : { isRest: true }), ...(isSplit ? { isSplit } : {}) });
    isFirst = false;
    index = Math.max(end, first);
  }
}

function marks(changes: readonly Hunk[], old: readonly Piece[], own: readonly Piece[], places: readonly { text: number; at: number }[], found: Difference[][]): void {
  let [at, next] = [0, 0];
  let last: { text: number; to: number } | null = null;
  for (let index = 0; index < own.length; index++, at++) {
    const change = changes[next];
    if (change && index === change.otherFrom && at === change.from) {
      [at, index, last] = [change.to - 1, change.otherTo - 1, null];
      next++;
      continue;
    }
    if (old[at].style === own[index].style) {
      last = null;
      continue;
    }
    const { text, at: from } = places[index];
    const to = from + own[index].length;
    const before = found[text].at(-1);
    if (last && last.text === text && last.to === from && before?.isMarks) found[text][found[text].length - 1] = { ...before, to, in: before.in + own[index].words };
    else found[text].push({ from, to, out: '', in: own[index].words, isMarks: true });
    last = { text, to };
  }
}

/** Two words that were replaced with the space between them are one change; a text of which hardly anything is left is replaced as a whole. */
function calm(found: readonly Hunk[], old: readonly Piece[], own: readonly Piece[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of found) {
    const last = joined.at(-1);
    const isNear = last && hunk.otherFrom - last.otherTo <= 2 && !own.slice(last.otherTo, hunk.otherFrom).some(each => isWord(each) || each === border);
    const areReplaced = last && [last, hunk].every(each => each.from < each.to && each.otherFrom < each.otherTo);
    if (isNear && areReplaced) joined[joined.length - 1] = { ...last, to: hunk.to, otherTo: hunk.otherTo };
    else joined.push(hunk);
  }
  if (joined.length < 4 || own.includes(border) || old.includes(border)) return joined;
  const left = own.filter(isWord).length - joined.reduce((sum, hunk) => sum + own.slice(hunk.otherFrom, hunk.otherTo).filter(isWord).length, 0);
  return left * 3 < old.filter(isWord).length ? [{ from: joined[0].from, to: joined.at(-1)!.to, otherFrom: joined[0].otherFrom, otherTo: joined.at(-1)!.otherTo }] : joined;
}
