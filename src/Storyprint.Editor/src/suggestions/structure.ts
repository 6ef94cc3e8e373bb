import type { Node } from 'prosemirror-model';
import { unmoved } from '../changes/unmoved';
import { same } from '../wire/same';
import type { Base } from './base';
import { shareOf } from './compare-words';
import { isBlock, type Unit, unitsOf } from './units';

/** Texts that are compared as one: a block, what was split from it, and what was joined to it. */
export interface Group {
  readonly before: readonly Node[];
  /** The keys of those that stand now, in reading order. */
  readonly now: readonly string[];
}

/** What a proposal does to the blocks of a draft, apart from their words. */
export interface Structure {
  /** Blocks that the draft does not have. */
  readonly added: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  /** Blocks of another kind than in the draft, or with other values, with what they were. */
  readonly became: ReadonlyMap<string, Node>;
  /** Blocks that are gone, by the block behind which they stood, or by the one in which they were first (`in KEY`). */
  readonly removed: ReadonlyMap<string, readonly Unit[]>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Which values and texts beside the story are others: its section, its headline for search. */
  readonly otherValues: readonly string[];
  /** In which block of the story everything is that stands now, by its key. */
  readonly places: ReadonlyMap<string, number>;
}

/** Names of attributes that say which block it is, and not what. */
const identity = new Set(['id', 'origin', 'removal', 'choices', 'extra', 'kept']);

const isOther = (one: Node, other: Node): boolean => one.type !== other.type || Object.keys(one.attrs).some(name => !identity.has(name) && !same(one.attrs[name], other.attrs[name]));

/** Whether values of the story itself are the same in two documents. */
export const haveSameValues = (one: Node, other: Node): boolean => otherValues(one, other).length === 0;

/** The names of what is said of the story beside its text and is another in two documents. */
export const otherValues = (one: Node, other: Node): string[] =>
  one.attrs === other.attrs ? [] : Object.keys(one.attrs).filter(name => (name === 'extra' || !identity.has(name)) && one.attrs[name] !== other.attrs[name] && !same(one.attrs[name] ?? {}, other.attrs[name] ?? {}));

export function structureOf(base: Base, doc: Node): Structure {
  const units = doc.children.flatMap(unitsOf);
  const living = new Map(units.map(unit => [unit.key, unit]));
  const gone = base.units.filter(unit => isBlock(unit) && !living.has(unit.key));
  const groups = joins(base, units, living, gone, splits(base, units, living));
  const taken = new Set([...groups.values()].flatMap(group => group.before));
  const known = units.filter(unit => isBlock(unit) && base.get(unit.key));
  return {
    added: new Set(units.filter(unit => isBlock(unit) && !base.get(unit.key) && !groups.has(unit.key)).map(unit => unit.key)),
    moved: movedOf(base, units, living),
    became: new Map(known.filter(unit => isOther(unit.node, base.get(unit.key)!.node)).map(unit => [unit.key, base.get(unit.key)!.node])),
    removed: removedOf(base, living, gone.filter(({ node }) => !taken.has(node))),
    groups,
    otherValues: otherValues(base.doc, doc),
    places: new Map(doc.children.flatMap((block, index) => unitsOf(block).map(unit => [unit.key, index] as const))),
  };
}

function splits(base: Base, units: readonly Unit[], living: ReadonlyMap<string, Unit>): Map<string, Group> {
  const members = new Map<string, string[]>();
  for (const { key, node } of units) {
    if (!node.isTextblock || base.get(key) || !node.attrs.origin) continue;
    let head = node.attrs.origin as string;
    for (let steps = 0; steps < 20 && !base.get(head) && living.get(head)?.node.attrs.origin; steps++) head = living.get(head)!.node.attrs.origin as string;
    if (base.get(head)?.node.isTextblock) into(members, head, key);
  }
  const groups = new Map<string, Group>();
  for (const [head, tails] of members) {
    const group = { before: [base.get(head)!.node], now: [...(living.get(head)?.node.isTextblock ? [head] : []), ...tails] };
    for (const key of group.now) groups.set(key, group);
  }
  return groups;
}

// Most words of a block that is gone stand in the one before it: it was joined to that.
function joins(base: Base, units: readonly Unit[], living: ReadonlyMap<string, Unit>, gone: readonly Unit[], groups: Map<string, Group>): Map<string, Group> {
  const lost = new Set(gone);
  let last: Unit | null = null;
  for (const unit of base.units) {
    if (!unit.node.isTextblock || !isBlock(unit)) continue;
    const now = living.get(unit.key);
    if (now?.node.isTextblock) last = now;
    if (!lost.has(unit) || !last || unit.node.childCount === 0) continue;
    const group: Group = groups.get(last.key) ?? { before: [base.get(last.key)!.node], now: [last.key] };
    const texts = group.now.map(key => living.get(key)!.node);
    if (group.before.some(node => node === unit.node) || !group.before.every(node => node.isTextblock) || same(last.node.content.toJSON(), base.get(last.key)!.node.content.toJSON())) continue;
    if (shareOf(unit.node, group.before, texts) < 0.5) continue;
    const joined = { before: [...group.before, unit.node], now: group.now };
    for (const key of group.now) groups.set(key, joined);
  }
  return groups;
}

function movedOf(base: Base, units: readonly Unit[], living: ReadonlyMap<string, Unit>): Set<string> {
  const inside = new Map<string, Unit[]>();
  const moved = new Set<string>();
  for (const unit of units) {
    const before = isBlock(unit) && base.get(unit.key);
    if (!before) continue;
    if (before.parent === unit.parent) into(inside, unit.parent, unit);
    // What a block became, or what a list was split into, has not gone anywhere.
    else if (before.node.type === unit.node.type && living.get(unit.parent)?.node.attrs.origin !== before.parent) moved.add(unit.key);
  }
  // Weighed by what the draft has, so that no key in a text makes another block the one that moved.
  for (const siblings of inside.values()) {
    const stay = new Set(unmoved(siblings.map(unit => base.placeOf(unit.key)), index => base.get(siblings[index].key)!.node.content.size));
    siblings.forEach((unit, index) => { if (!stay.has(index)) moved.add(unit.key); });
  }
  return moved;
}

function removedOf(base: Base, living: ReadonlyMap<string, Unit>, gone: readonly Unit[]): Map<string, Unit[]> {
  const lost = new Set(gone.map(unit => unit.key));
  const isEmptied = (unit: Unit): boolean => base.insideOf(unit.key).some(inside => living.has(inside.key) && isBlock(inside));
  const removed = new Map<string, Unit[]>();
  for (const unit of gone) {
    const parent = base.get(unit.parent);
    // A block that is gone with all in it is shown once; one whose parts live on elsewhere is shown by those that do not.
    if (isEmptied(unit) || (parent && lost.has(parent.key) && !isEmptied(parent))) continue;
    const place = anchorOf(base, living, unit);
    into(removed, place, unit);
  }
  return removed;
}

function anchorOf(base: Base, living: ReadonlyMap<string, Unit>, unit: Unit): string {
  const siblings = base.siblingsOf(unit);
  for (let index = base.placeOf(unit.key) - 1; index >= 0; index--) {
    const now = living.get(siblings[index].key);
    if (now && now.parent === unit.parent) return now.key;
  }
  const parent = base.get(unit.parent);
  if (!parent) return '';
  const now = living.get(parent.key);
  return !now ? anchorOf(base, living, parent) : now.node.isTextblock ? now.key : `in ${now.key}`;
}

function into<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}
