/** Text made alike for comparing, with the place of each of its letters in the text that it came from. */
export interface Folded {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface Folding {
  readonly matchCase: boolean;
  /** Only the very same letters: no variants, accents or missing joiners. */
  readonly exact: boolean;
}

const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\ufe00-\ufe0f]/;
// Not seen, or seen as nothing: joiners, soft hyphens, marks of direction, the line that lengthens Arabic letters.
const nothing = /[\u00ad\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const variants: Readonly<Record<string, string>> = {
  'ي': 'ی', 'ى': 'ی', 'ې': 'ی', 'ك': 'ک', 'ڪ': 'ک', 'ة': 'ه', 'ە': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ٱ': 'ا', 'ς': 'σ', 'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd',
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '‹': "'", '›': "'", 'ʼ': "'",
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
};

export function fold(text: string, folding: Folding): Folded {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < text.length;) {
    const letter = String.fromCodePoint(text.codePointAt(index)!);
    const end = index + letter.length;
    // A mark belongs to its letter: whoever replaces the letter replaces the mark.
    if (marks.test(letter) && !folding.exact) {
      if (ends.length && ends[ends.length - 1] === index) ends[ends.length - 1] = end;
    } else {
      const units = alike(letter, folding);
      for (let unit = 0; unit < units.length; unit++) {
        letters.push(units[unit]!);
        starts.push(index);
        ends.push(end);
      }
    }
    index = end;
  }
  return { text: letters.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function alike(letter: string, { matchCase, exact }: Folding): string {
  const code = letter.codePointAt(0)!;
  const cased = matchCase ? letter : letter.toLowerCase();
  if (exact || (code < 128 && code !== 9 && code !== 10)) return cased;
  if (nothing.test(letter)) return '';
  // Syllables of Korean and Japanese are letters of their own, and so are those of India.
  const parts = code < 0x900 || (code >= 0x1e00 && code < 0x3040) || code >= 0xf900 ? cased.normalize('NFKD') : cased;
  let result = '';
  for (const part of parts) {
    if (!marks.test(part)) result += variants[part] ?? variants[part.toLowerCase()] ?? (/\s/.test(part) ? ' ' : digit(part));
  }
  return result;
}

function digit(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return letter;
}
