import type { Block, WordsRun } from '../wire/types';
import { oneLine } from './words';
import { wordsOf, type Pasted, type PastedBlock, type PastedItem, type PastedPicture, type PastedTable, type Runs } from './pasted';

/** Blocks as drafts have them, each with a fresh identity. */
export function toBlocks(blocks: Pasted['blocks'], freshId: () => string): Block[] {
  return blocks.filter((block): block is Exclude<PastedBlock, PastedPicture> => block.kind !== 'picture').map(block => toBlock(block, freshId));
}

export const wire = (runs: Runs): WordsRun[] => runs.map(run => ({ text: run.text, ...(run.emphasis.length ? { emphasis: [...run.emphasis] } : {}), ...(run.link === null ? {} : { link: run.link }) }));
const bare = (text: string): WordsRun[] => (oneLine(text) ? [{ text: oneLine(text) }] : []);
const texts = (named: Record<string, WordsRun[]>): { texts?: Record<string, WordsRun[]> } => {
  const filled = Object.entries(named).filter(([, runs]) => runs.length);
  return filled.length ? { texts: Object.fromEntries(filled) } : {};
};

function toBlock(block: Exclude<PastedBlock, PastedPicture>, freshId: () => string): Block {
  const id = freshId();
  switch (block.kind) {
    case 'paragraph': return { id, kind: 'paragraph', ...texts({ text: wire(block.text) }) };
    case 'heading': return { id, kind: 'heading', ...texts({ text: wire(block.text) }), values: { level: String(block.level) } };
    case 'quotation': return { id, kind: 'quotation', ...texts({ speaker: bare(block.speaker) }), blocks: block.passages.map(text => ({ id: freshId(), kind: 'passage', ...texts({ text: wire(text) }) })) };
    case 'pullquote': return { id, kind: 'pullquote', ...texts({ text: wire(block.text), speaker: bare(block.speaker) }) };
    case 'list': return { id, kind: 'list', values: { ordered: String(block.ordered) }, blocks: block.items.map(item => itemBlock(item, freshId())) };
    case 'table': return tableBlock(block, id, freshId);
    case 'embed': return { id, kind: 'embed', ...texts({ title: bare(block.title) }), values: { address: block.address } };
    case 'break': return { id, kind: 'break' };
  }
}

function itemBlock(item: PastedItem, id: string): Block {
  const values = { depth: String(item.depth), ...(item.ordered === null ? {} : { ordered: String(item.ordered) }), ...(item.number === null ? {} : { number: String(item.number) }) };
  return { id, kind: 'item', ...texts({ text: wire(item.text) }), values };
}

function tableBlock(table: PastedTable, id: string, freshId: () => string): Block {
  const columns = table.columns.map((align): Block => ({ id: freshId(), kind: 'column', ...(align ? { values: { align } } : {}) }));
  const row = (kind: string, cells: readonly Runs[]): Block => ({ id: freshId(), kind, ...texts(Object.fromEntries(columns.map((column, index) => [column.id, wire(cells[index] ?? [])]))) });
  const blocks = [...columns, ...(table.head ? [row('head', table.head)] : []), ...table.rows.map(cells => row('row', cells))];
  const values = table.columns.some(Boolean) ? { values: { aligned: 'true' } } : {};
  return { id, kind: 'table', ...texts({ caption: bare(wordsOf(table.caption)) }), ...values, blocks };
}
