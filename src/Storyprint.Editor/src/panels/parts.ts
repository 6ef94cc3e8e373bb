import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { oneLine } from '../paste/words';
import { schema } from '../schema/schema';
import { isSameName } from './suggestions';

/** The lists of a story that are names: who wrote it, and what it is about. */
export type PartKind = 'byline' | 'topic';

export interface Part {
  readonly node: Node;
  readonly pos: number;
}

export function partsOf(doc: Node, kind: PartKind): Part[] {
  const found: Part[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === kind) found.push({ node, pos });
  });
  return found;
}

/** Where the next one goes: behind the others, and where there is none, behind what stands before them. */
function end(doc: Node, kind: PartKind): number {
  let pos = 0;
  doc.forEach((node, offset) => {
    const isBefore = kind === 'byline' ? !node.type.isInGroup('body') && !/^(topic|note)$/.test(node.type.name) : node.type.name !== 'note';
    if (isBefore) pos = offset + node.nodeSize;
  });
  return pos;
}

/** Adds a name, or null where it is empty or there already. */
export function addPart(tr: Transaction, kind: PartKind, name: string, id: string): Transaction | null {
  const words = oneLine(name).slice(0, 300);
  if (!words || partsOf(tr.doc, kind).some(part => isSameName(part.node.textContent, words))) return null;
  return tr.insert(end(tr.doc, kind), schema.nodes[kind]!.create({ id }, schema.text(words)));
}

export function removePart(tr: Transaction, kind: PartKind, index: number): Transaction | null {
  const part = partsOf(tr.doc, kind)[index];
  return part ? tr.delete(part.pos, part.pos + part.node.nodeSize) : null;
}

/** Moves a name one place up or down. */
export function movePart(tr: Transaction, kind: PartKind, index: number, direction: 1 | -1): Transaction | null {
  const all = partsOf(tr.doc, kind);
  const [part, other] = [all[index], all[index + direction]];
  if (!part || !other) return null;
  tr.delete(part.pos, part.pos + part.node.nodeSize);
  return tr.insert(direction > 0 ? tr.mapping.map(other.pos + other.node.nodeSize) : other.pos, part.node);
}
