/** A column on paper, for estimating lines. */
export interface Column {
  /** Its width in ems of the text's size. */
  readonly ems: number;
}

/** From `44mm 9.2pt`: the width of the column and the size of the text. */
export function columnOf(text: string | undefined): Column | null {
  const found = /^\s*(\d+(?:\.\d+)?)mm\s+(\d+(?:\.\d+)?)pt\s*$/.exec(text ?? '');
  if (!found) return null;
  const ems = Number(found[1]) / (Number(found[2]) * 0.3528);
  return ems >= 2 && ems < 500 ? { ems } : null;
}

const widths: readonly [RegExp, number][] = [
  [/[\p{M}\u200b-\u200f\u2060-\u2069\ufeff\u00ad]/u, 0],
  [/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u, 1],
  [/[iljftrI.,:;'’‘!|()[\]-]/, 0.29],
  [/[mwMW—…]/, 0.8],
  [/\p{Lu}/u, 0.66],
  [/[\u0600-\u08ff]/, 0.43],
  [/\p{N}/u, 0.5],
];
const known = new Map<string, number>();

function widthOf(letter: string): number {
  let width = known.get(letter);
  if (width === undefined) {
    width = widths.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.47;
    if (known.size < 10_000) known.set(letter, width);
  }
  return width;
}

const space = 0.25;

/** Lines that a paragraph takes in a column, by the usual widths of letters. An estimate: the page is set by the press's own fonts. */
export function linesOf(text: string, column: Column, isLarger = false): number {
  const width = column.ems / (isLarger ? 1.25 : 1);
  let lines = 0;
  for (const part of text.split('\n')) {
    lines++;
    let left = width;
    for (const word of part.split(/[ \t]+/)) {
      let ems = 0;
      for (const letter of word) {
        const wide = widthOf(letter);
        // Writings without spaces break anywhere, and so does a word that no line can hold.
        if (ems + wide > (wide === 1 ? left : width)) {
          lines++;
          left = width;
          ems = 0;
        }
        ems += wide;
      }
      if (ems > left) {
        lines++;
        left = width;
      }
      left -= ems + space;
    }
  }
  return text ? lines : 0;
}
