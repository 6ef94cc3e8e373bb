import type { Declarations, StyleSheet } from './style-sheet';

/** Word writes lists as paragraphs that name their list and level, with the bullet or number as words before them. */
export interface WordItem {
  readonly list: string;
  readonly depth: number;
  readonly ordered: boolean;
  readonly number: number | null;
}

const place = /(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/;

export const isWordItem = (declared: Declarations): boolean => place.test(declared.get('mso-list') ?? '');

export function wordItem(declared: Declarations, marker: string, sheet: StyleSheet): WordItem | null {
  const found = place.exec(declared.get('mso-list') ?? '');
  if (!found) return null;
  const [, list, level, override] = found;
  const format = sheet.get(`@list ${list}:level${level}`)?.get('mso-level-number-format');
  const sign = marker.replace(/[\s\u00a0]+/g, '');
  const number = numberOf(sign);
  // Word's bullet of the second level is the letter o, alone.
  const ordered = format ? format !== 'bullet' && format !== 'none' : sign !== 'o' && /[\p{L}\p{N}]/u.test(sign);
  return { list: `${list} ${override ?? ''}`, depth: Math.min(Math.max(Number(level) - 1, 0), 8), ordered, number: ordered ? number : null };
}

/** The words of a marker that Word says are none of the paragraph's. */
export const isMarker = (declared: Declarations): boolean => declared.get('mso-list') === 'ignore';

/** The number that a marker says (3. · c) · iv. · ۳), or null. Of 2.1 it is the last part. */
export function numberOf(marker: string): number | null {
  const sign = marker.replace(/^[([]|[.)\]:،-]+$/g, '').split('.').pop() ?? '';
  if (/^\p{Nd}{1,5}$/u.test(sign)) return Number([...sign].map(digit).join(''));
  if (/^[ivxl]+$/i.test(sign) && (sign.length > 1 || /^[ivx]$/i.test(sign))) return roman(sign.toLowerCase());
  if (/^[a-z]$/i.test(sign)) return sign.toLowerCase().charCodeAt(0) - 96;
  return null;
}

// Digits of every script stand in tens from a zero on.
function digit(letter: string): number {
  let zero = letter.codePointAt(0)!;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && letter.codePointAt(0)! - zero < 9) zero--;
  return letter.codePointAt(0)! - zero;
}

function roman(text: string): number {
  const values = [...text].map(letter => ({ i: 1, v: 5, x: 10, l: 50 })[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
