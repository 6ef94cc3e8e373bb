import type { Block, Change } from '../wire/types';
import { all } from './draft-index';

/** The draft with the changes, or null where they do not fit it: the counterpart of Stories/Drafts/Changes/ApplyChange.cs. */
export function apply(draft: Block, change: Change): Block | null {
  const blocks = new Map<string, Block>();
  const inside = new Map<string, string[]>();
  const parents = new Map<string, string>();
  for (const block of all(draft)) {
    blocks.set(block.id, block);
    inside.set(block.id, (block.blocks ?? []).map(child => child.id));
    for (const child of block.blocks ?? []) parents.set(child.id, block.id);
  }

  const removed = new Set(change.removed ?? []);
  const placed = new Set((change.placed ?? []).map(place => place.id));
  for (const id of removed) {
    if (id === draft.id || !blocks.delete(id)) return null;
  }

  for (const block of change.blocks ?? []) {
    if (!blocks.has(block.id) && !placed.has(block.id)) return null;
    blocks.set(block.id, block);
    if (!inside.has(block.id)) inside.set(block.id, []);
  }

  for (const [id, children] of inside) {
    if (children.some(child => removed.has(child) || placed.has(child))) inside.set(id, children.filter(child => !removed.has(child) && !placed.has(child)));
  }

  for (const id of [...removed, ...placed]) parents.delete(id);
  for (const { id, parent, after } of change.placed ?? []) {
    const children = inside.get(parent);
    const at = after === undefined ? 0 : (children?.indexOf(after) ?? -1) + 1;
    if (id === draft.id || parents.has(id) || !blocks.has(id) || !blocks.has(parent) || !children || (after !== undefined && at === 0)) return null;
    children.splice(at, 0, id);
    parents.set(id, parent);
  }

  let count = 0;
  const build = (id: string, depth: number): Block => {
    count++;
    const { blocks: old, ...own } = blocks.get(id)!;
    if (depth > 20) return own;
    const children = inside.get(id)!.map(child => build(child, depth + 1));
    // What did not change stays the same object, so that comparing states is quick.
    if (children.length === (old?.length ?? 0) && children.every((child, index) => child === old![index])) return blocks.get(id)!;
    return children.length > 0 ? { ...own, blocks: children } : own;
  };
  const result = build(draft.id, 0);
  return count === blocks.size ? result : null;
}
