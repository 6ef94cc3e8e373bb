import { storyLevels } from './levels';
import { limits } from './limits';
import type { Pasted, PastedBlock } from './pasted';
import { parseQuietly } from './quiet';
import { Reader } from './reader';
import { styleSheet } from './style-sheet';

/** Blocks of a story from HTML of whatever program. The browser's own parser reads it. */
export function readHtml(html: string, origin = ''): Pasted | null {
  if (html.length > limits.html) return null;
  const page = parseQuietly(html);
  const pasted = new Reader(styleSheet(page), origin).read(page.body);
  return { ...pasted, blocks: storyLevels(joinedQuotations(pasted.blocks)) };
}

// Word and mail programs write each paragraph of a quotation as one of its own.
function joinedQuotations(blocks: readonly PastedBlock[]): PastedBlock[] {
  const result: PastedBlock[] = [];
  for (const block of blocks) {
    const last = result[result.length - 1];
    if (block.kind === 'quotation' && last?.kind === 'quotation' && !last.speaker) result[result.length - 1] = { ...block, passages: [...last.passages, ...block.passages] };
    else result.push(block);
  }
  return result;
}
