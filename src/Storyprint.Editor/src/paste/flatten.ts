import { plain, wordsOf, type PastedBlock, type Run, type Runs } from './pasted';
import { tidy } from './tidy';

const newLine = plain('\n');

export const joined = (texts: readonly Runs[]): Run[] => texts.filter(text => text.length > 0).flatMap((text, index) => (index ? [newLine, ...text] : [...text]));

/** The texts of a block, each for itself: for places that hold words and no blocks. */
export function textsOf(block: PastedBlock): Runs[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading': return [block.text];
    case 'quotation': return [...block.passages, ...(block.speaker ? [[plain(block.speaker)]] : [])];
    case 'pullquote': return [block.text];
    case 'list': return block.items.map(item => item.text);
    case 'table': return [...(block.head ? [block.head] : []), ...block.rows].map(row => row.filter(cell => cell.length).flatMap((cell, index) => (index ? [plain(' '), ...cell] : [...cell])));
    case 'embed': return [[plain(block.title || block.address)]];
    default: return [];
  }
}

/** All the words of some blocks in one text, a line break between what were blocks. */
export const flatten = (blocks: readonly PastedBlock[]): Run[] => joined(blocks.flatMap(textsOf));

/** All the words in one line without marks, as the fields of a story hold them. */
export const inOneLine = (blocks: readonly PastedBlock[]): string => wordsOf(tidy(flatten(blocks))).replace(/\s*\n\s*/g, ' ').trim();
