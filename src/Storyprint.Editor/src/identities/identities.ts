import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { isFiller } from '../wire/from-document';
import type { Column } from '../wire/tables';
import { cameFrom } from './came-from';
import { freshColumns } from './columns';
import { freshId } from './fresh-id';

interface Placed {
  node: Node;
  position: number;
}

const fillers = new Set(['paragraph', 'passage', 'item', 'row', 'fact']);

/** Every block has an identity, and no two have the same: the part of a split that is new, and what was copied, get one of their own. */
export function identities(newId: () => string = freshId): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some(transaction => transaction.docChanged)) return null;
      const found = blocksOf(after.doc);
      const mapping = new Mapping(transactions.flatMap(transaction => transaction.mapping.maps));
      const keepers = keepersOf(found, before.doc, mapping);
      const tr = after.tr;
      for (const placed of found) {
        const { node } = placed;
        if (keepers.get(node.attrs.id as string) === placed || isFilling(placed, after.doc)) continue;
        rename(tr, placed, node.isTextblock ? cameFrom(before.doc, mapping, placed.position + 1 + node.content.size) : null, keepers, newId);
      }
      nameColumns(tr, found, keepers, newId);
      return tr.docChanged ? tr : null;
    },
  });
}

// Words whose block is gone take its identity along; words whose block is still there were split from it.
function rename(tr: Transaction, placed: Placed, source: string | null, keepers: Map<string, Placed>, newId: () => string): void {
  const { node, position } = placed;
  const isAlone = source !== null && !keepers.has(source);
  const id = isAlone ? source : newId();
  keepers.set(id, placed);
  const wanted = isAlone ? { id } : { id, origin: source, removal: null, ...(node.attrs.id === null ? {} : { choices: [], extra: null }) };
  for (const [name, value] of Object.entries(wanted)) {
    if (node.attrs[name] !== value) tr.setNodeAttribute(position, name, value);
  }
}

function blocksOf(doc: Node): Placed[] {
  const found: Placed[] = [];
  doc.descendants((node, position) => {
    if (node.type.spec.attrs && 'id' in node.type.spec.attrs) found.push({ node, position });
    return !node.isTextblock;
  });
  return found;
}

// Of two with the same identity, the one that stands where the block stood before keeps it.
function keepersOf(found: Placed[], before: Node, mapping: Mapping): Map<string, Placed> {
  const keepers = new Map<string, Placed>();
  let places: Map<string, number> | null = null;
  for (const placed of found) {
    const id = placed.node.attrs.id as string | null;
    if (!id) continue;
    if (!keepers.has(id)) {
      keepers.set(id, placed);
      continue;
    }
    places ??= new Map(blocksOf(before).map(({ node, position }) => [node.attrs.id as string, mapping.map(position, 1)]));
    if (places.get(id) === placed.position) keepers.set(id, placed);
  }
  return keepers;
}

function isFilling({ node, position }: Placed, doc: Node): boolean {
  if (!fillers.has(node.type.name) || !isFiller(node)) return false;
  const parent = doc.resolve(position).parent;
  let alike = 0;
  parent.forEach(child => { alike += child.type === node.type || (parent === doc && child.type.isInGroup('body')) ? 1 : 0; });
  return alike === 1;
}

function nameColumns(tr: Transaction, found: Placed[], keepers: Map<string, Placed>, newId: () => string): void {
  const tables = found.filter(({ node }) => node.type.name === 'table');
  const taken = new Set(keepers.keys());
  const isOld = (placed: Placed): boolean => keepers.get(placed.node.attrs.id as string) === placed;
  for (const { node, position } of [...tables.filter(isOld), ...tables.filter(table => !isOld(table))]) {
    freshColumns(tr, node, position, id => taken.has(id), newId);
    for (const column of tr.doc.nodeAt(position)!.attrs.columns as Column[]) taken.add(column.id);
  }
}
