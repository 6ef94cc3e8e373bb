import type { Node } from 'prosemirror-model';
import { isFiller } from '../wire/from-document';

/** A block, or a text of one, by a name that it keeps wherever it stands. */
export interface Unit {
  readonly key: string;
  /** The key of the block around it; empty in the story itself. */
  readonly parent: string;
  readonly node: Node;
  /** Where it begins, from the beginning of the block of the story that it is in. */
  readonly offset: number;
}

// A node is never changed, so what is in it holds for as long as it lives.
const known = new WeakMap<Node, readonly Unit[]>();

/** A block of the story and all in it, in reading order. */
export function unitsOf(block: Node): readonly Unit[] {
  let units = known.get(block);
  if (!units) {
    const found: Unit[] = [];
    add(found, block, '', 0);
    known.set(block, units = found);
  }
  return units;
}

function add(found: Unit[], node: Node, parent: string, offset: number): void {
  if (isFiller(node)) return;
  const key = (node.attrs.id as string | null | undefined) ?? `${parent}/${node.type.name}${node.attrs.column ? ` ${node.attrs.column as string}` : ''}`;
  found.push({ key, parent, node, offset });
  if (!node.isTextblock) node.forEach((child, inside) => add(found, child, key, offset + 1 + inside));
}

/** Whether it is a block, and not a text that every block of its kind has. */
export const isBlock = ({ node }: Unit): boolean => Boolean(node.attrs.id);

/** Whether two blocks of the story hold the same blocks in the same order and with the same values, whatever their words. */
export function haveOneShape(one: Node, other: Node): boolean {
  if (one === other) return true;
  const [left, right] = [unitsOf(one), unitsOf(other)];
  return left.length === right.length && left.every((unit, index) => unit.key === right[index].key && unit.node.hasMarkup(right[index].node.type, right[index].node.attrs, right[index].node.marks));
}
