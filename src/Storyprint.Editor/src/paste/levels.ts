import type { PastedBlock } from './pasted';

/** The two levels that a story has, given to the levels that were met. A title, alone at the beginning, stands over those of the text. */
export function storyLevels(blocks: readonly PastedBlock[]): PastedBlock[] {
  const levels = blocks.flatMap(block => (block.kind === 'heading' ? [block.level] : []));
  const title = Math.min(...levels);
  const isTitled = blocks[0]?.kind === 'heading' && blocks[0].level === title && levels.filter(level => level === title).length === 1;
  const top = Math.min(...(isTitled ? levels.slice(1) : levels));
  return blocks.map(block => (block.kind === 'heading' ? { ...block, level: block.level <= top ? 2 : 3 } : block));
}
