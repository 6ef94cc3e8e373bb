import { limits } from './limits';

// Controls but line break and tab, halves of characters, and characters that stand for nothing: the server refuses them.
const refused = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffc\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const nothingPlane = /[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;
// Soft hyphens, zero-width spaces and joiners of words, byte order marks; embeddings and overrides of direction, which reach beyond their words.
const invisible = /[\u00ad\u200b\u2060-\u2064\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffb]/g;
const lines = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
// Letters of tags stand only behind a black flag, where they make the flags of lands.
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{2,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
// Shapes of letters that documents for printing hand out in place of the letters: Latin ligatures, and Arabic letters joined already.
const shapes = /[\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufe71\ufe77\ufe79\ufe7b\ufe7d\ufe7f-\ufefc]+/g;
const isolate = /[\u2066-\u2069]/g;

/** Words without what no story may hold. Zero-width non-joiners, and marks of direction, stay: they are spelling. */
export function cleanWords(text: string): string {
  if (/^[\n\t\x20-\x7e]*$/.test(text)) return text;
  const clean = text.replace(lines, '\n').replace(refused, '').replace(nothingPlane, '').replace(invisible, '').replace(tags, '$1').replace(/\uf0b7/g, '•').replace(shapes, found => found.normalize('NFKC'));
  return fewMarks(balanced(clean));
}

/** Words on one line, as the fields of a story are. */
export const oneLine = (text: string): string => cleanWords(text).replace(/[\s\u00a0]*[\n\t][\s\u00a0]*/g, ' ').trim();

// Thousands of marks on one letter make a page unreadable and slow.
const mark = /\p{Mn}|\p{Me}/u;
const manyMarks = new RegExp(`((?:\\p{Mn}|\\p{Me}){${limits.combiningMarks}})(?:\\p{Mn}|\\p{Me})+`, 'gu');
const fewMarks = (text: string): string => text.replace(manyMarks, '$1');

/** How many marks stand at the beginning or the end of some words: those of neighbouring runs add up. */
export const isMark = (letter: string): boolean => mark.test(letter);

// An isolate that is not ended turns the rest of its paragraph; an end without a beginning is nothing.
function balanced(text: string): string {
  if (!/[\u2066-\u2069]/.test(text)) return text;
  let open = 0;
  const kept = text.replace(isolate, sign => {
    if (sign !== '\u2069') {
      open++;
      return sign;
    }
    return open > 0 ? (open--, sign) : '';
  });
  return kept + '\u2069'.repeat(Math.min(open, 100));
}
