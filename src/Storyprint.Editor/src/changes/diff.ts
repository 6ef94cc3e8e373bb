import { same } from '../wire/same';
import type { Block, Change, Place } from '../wire/types';
import { isChoice } from '../wire/types';
import { all, DraftIndex } from './draft-index';
import { unmoved } from './unmoved';

const alone = ({ blocks: _, ...own }: Block): Block => own;

/** Whether two blocks are equal apart from the blocks in them. */
export const hasOwn = (one: Block, other: Block): boolean => one === other || same(alone(one), alone(other));

/** Changes that give the draft after when they are applied to the one before: the counterpart of Stories/Drafts/Changes/DraftDiff.cs. */
export function diff(before: Block, after: Block): Change {
  if (before === after) return {};
  const [old, now] = [new DraftIndex(before), new DraftIndex(after)];
  const blocks = [...all(after)].filter(block => !old.has(block.id) || !hasOwn(old.block(block.id)!, block)).map(alone);
  const removed = [...old.ids].filter(id => !now.has(id));
  const placed = [...all(after)].flatMap(parent => places(old, parent));
  return { ...(blocks.length > 0 ? { blocks } : {}), ...(removed.length > 0 ? { removed } : {}), ...(placed.length > 0 ? { placed } : {}) };
}

export const isEmpty = (change: Change | undefined | null): boolean => !change || !(change.blocks?.length || change.removed?.length || change.placed?.length);

function places(old: DraftIndex, parent: Block): Place[] {
  const inside = parent.blocks ?? [];
  const known = inside.filter(block => old.parentOf(block.id) === parent.id);
  const stay = new Set(unmoved(known.map(block => old.indexOf(block.id)), index => length(known[index])).map(index => known[index].id));
  return inside.flatMap((block, index) =>
    stay.has(block.id) ? [] : [{ id: block.id, parent: parent.id, ...(index > 0 ? { after: inside[index - 1].id } : {}) }]);
}

const length = (block: Block): number => (block.texts?.text ?? []).reduce((sum, run) => sum + (isChoice(run) ? 1 : run.text.length), 0);
