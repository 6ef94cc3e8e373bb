import { apply } from '../changes/apply';
import { diff } from '../changes/diff';
import { DraftIndex } from '../changes/draft-index';
import { isSound } from '../changes/sound';
import { same } from '../wire/same';
import type { Block, Change, Run } from '../wire/types';
import { mergeText } from './merge-text';

/**
 * What is written here, with what the server changed meanwhile: `sent` is what both began from. Null where both touched the same place; then the
 * server has to bring them together, which it does with the next sending.
 */
export function rebase(sent: Block, living: Block, merged: Block): Block | null {
  const remote = diff(sent, merged);
  const local = diff(sent, living);
  const indexes = { sent: new DraftIndex(sent), living: new DraftIndex(living), merged: new DraftIndex(merged) };
  if (!placesFit(remote, local, indexes) || bothSplit(remote, local, indexes.sent)) return null;
  const blocks: Block[] = [];
  for (const theirs of remote.blocks ?? []) {
    const [old, ours] = [indexes.sent.block(theirs.id), indexes.living.block(theirs.id)];
    if (old && !ours) return null;
    const block = ours ? mergeBlock(old ?? null, ours, theirs) : theirs;
    if (!block) return null;
    blocks.push(block);
  }
  const result = apply(living, { ...remote, blocks, removed: (remote.removed ?? []).filter(id => indexes.living.has(id)) });
  return result && isSound(result) && !lostAway(result, indexes.living, remote) ? result : null;
}

interface Indexes {
  sent: DraftIndex;
  living: DraftIndex;
  merged: DraftIndex;
}

function placesFit(remote: Change, local: Change, { sent, living, merged }: Indexes): boolean {
  const touched = new Set([...(local.blocks ?? []).map(block => block.id), ...(local.placed ?? []).flatMap(place => [place.id, place.parent])]);
  const moved = new Set((local.placed ?? []).map(place => place.id));
  // What the server removed may not have been changed, moved or filled here.
  if ((remote.removed ?? []).some(id => touched.has(id))) return false;
  for (const { id, parent, after } of remote.placed ?? []) {
    if (moved.has(id) || (sent.has(id) && !living.has(id))) return false;
    const arrives = !sent.has(parent);
    if (!arrives && living.block(parent)?.kind !== sent.block(parent)!.kind) return false;
    if (!arrives && merged.block(parent)!.kind !== sent.block(parent)!.kind && touched.has(parent)) return false;
    if (after !== undefined && sent.has(after) && (moved.has(after) || !living.has(after))) return false;
  }
  return true;
}

// Where both split one block, its end would stand twice: only the server knows that the two ends are one text.
function bothSplit(remote: Change, local: Change, sent: DraftIndex): boolean {
  const [theirs, ours] = [remote, local].map(({ blocks }) => new Set((blocks ?? []).filter(block => !sent.has(block.id) && block.origin).map(block => block.origin!)));
  return [...theirs].some(origin => ours.has(origin));
}

// Blocks that stand here alone, in one that the server took away, would go with it.
const lostAway = (result: Block, living: DraftIndex, remote: Change): boolean => {
  const index = new DraftIndex(result);
  const removed = new Set(remote.removed ?? []);
  return [...living.ids].some(id => !index.has(id) && !removed.has(id));
};

function mergeBlock(old: Block | null, ours: Block, theirs: Block): Block | null {
  const { blocks: _, ...own } = ours;
  if (!old) return same(own, theirs) ? own : null;
  const texts = mergeNamed(old.texts, ours.texts, theirs.texts, mergeRuns);
  const values = mergeNamed(old.values, ours.values, theirs.values, () => null);
  if (!texts || !values) return null;
  const block: Record<string, unknown> = { id: ours.id };
  for (const name of ['kind', 'origin', 'removal', 'choices'] as const) {
    const merged = mergeWhole(old[name], ours[name], theirs[name]);
    if (merged === null) return null;
    if (merged.value !== undefined) block[name] = merged.value;
  }
  if (Object.keys(texts).length > 0) block.texts = texts;
  if (Object.keys(values).length > 0) block.values = values;
  return block as unknown as Block;
}

const mergeRuns = (before: Run[] | undefined, ours: Run[] | undefined, theirs: Run[] | undefined): Run[] | null =>
  (ours && theirs ? mergeText(before ?? [], ours, theirs) : null);

function mergeWhole<T>(before: T, ours: T, theirs: T): { value: T } | null {
  if (same(before, ours)) return { value: theirs };
  return same(before, theirs) || same(ours, theirs) ? { value: ours } : null;
}

function mergeNamed<T>(
  before: Record<string, T> = {}, ours: Record<string, T> = {}, theirs: Record<string, T> = {}, both: (before: T | undefined, ours: T | undefined, theirs: T | undefined) => T | null,
): Record<string, T> | null {
  const result: Record<string, T> = {};
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const whole = mergeWhole<T | undefined>(before[name], ours[name], theirs[name]);
    const value = whole ? whole.value : both(before[name], ours[name], theirs[name]);
    if (value === null) return null;
    if (value !== undefined) result[name] = value;
  }
  return result;
}
