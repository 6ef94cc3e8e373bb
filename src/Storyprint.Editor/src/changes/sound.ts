import type { Block } from '../wire/types';

const body = new Set(['paragraph', 'heading', 'quotation', 'pullquote', 'list', 'table', 'picture', 'embed', 'break', 'factbox', 'gallery', 'media', 'document', 'question', 'related', 'corrects', 'fence']);
const holds = new Map(Object.entries({ quotation: ['passage'], list: ['item'], table: ['column', 'head', 'row'], factbox: ['fact'], gallery: ['picture'], question: ['passage'], related: ['relatedstory'] }).map(([kind, inside]) => [kind, new Set(inside)]));
const parts = new Map([['byline', 0], ['topic', 2], ['note', 3]]);
const ranks: Record<string, number> = { column: 0, head: 1, row: 2 };
const inner = new Set(['passage', 'item', 'column', 'head', 'row', 'fact', 'relatedstory']);

const isAscending = (numbers: number[]): boolean => numbers.every((number, index) => index === 0 || numbers[index - 1] <= number);

/** Whether every block stands where it may stand, and every cell has its column: what the server asks of a draft (Stories/Drafts/DraftRules.cs). */
export function isSound(story: Block): boolean {
  const blocks = story.blocks ?? [];
  return isAscending(blocks.map(block => parts.get(block.kind) ?? 1)) && blocks.every(block => !inner.has(block.kind) && isSoundInside(block));
}

function isSoundInside(block: Block): boolean {
  const inside = block.blocks ?? [];
  if (!body.has(block.kind) && !parts.has(block.kind)) return true;
  if (inside.some(child => !holds.get(block.kind)?.has(child.kind) || child.blocks?.length)) return false;
  if (block.kind !== 'table') return true;
  const columns = new Set(inside.filter(child => child.kind === 'column').map(column => column.id));
  return isAscending(inside.map(child => ranks[child.kind]))
    && inside.filter(child => child.kind === 'head').length < 2
    && inside.every(child => Object.keys(child.texts ?? {}).every(name => columns.has(name)));
}
