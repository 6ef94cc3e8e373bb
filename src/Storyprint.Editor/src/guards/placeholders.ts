/** Where words stand that are to be replaced before a story goes out. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

const before = String.raw`(?<![\p{L}\p{N}\p{M}_\u200c-])`;
const after = String.raw`(?![\p{L}\p{N}\p{M}_\u200c])`;
const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Finds TK, TKTK and so on, ؟؟ and ?? that stand alone, and the words of the house. Those of the house that have capitals are found only so. */
export function placeholderFinder(house: readonly string[]): (text: string) => Spot[] {
  const words = house.filter(word => typeof word === 'string').map(word => word.trim()).filter(word => word && word.length <= 60).slice(0, 200);
  const cased = words.filter(word => word !== word.toLowerCase());
  const plain = words.filter(word => word === word.toLowerCase());
  const patterns = [
    new RegExp(`${before}(?:TK)+${after}`, 'gu'),
    /(?<![^\s«„“"'([—–])(?:؟{2,}|\?{2,})(?![\p{L}\p{N}])/gu,
    ...(cased.length ? [new RegExp(`${edge(cased)}`, 'gu')] : []),
    ...(plain.length ? [new RegExp(`${edge(plain)}`, 'giu')] : []),
  ];
  return text => patterns.flatMap(pattern => [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }))).sort((one, other) => one.from - other.from);
}

// Words of signs alone (***) have no letters that they could run into.
const edge = (words: readonly string[]): string => words.map(word => (/^[\p{L}\p{N}]/u.test(word) ? before : '') + escape(word) + (/[\p{L}\p{N}]$/u.test(word) ? after : '')).join('|');
