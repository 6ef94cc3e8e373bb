import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import { unmoved } from '../changes/unmoved';
import { same } from '../wire/same';
import { patchText } from './patch-text';

/** Turns the document of a transform into another with the smallest steps: what is the same in both is not touched. */
export function patch(tr: Transform, to: Node): void {
  const from = tr.doc;
  for (const [name, value] of Object.entries(to.attrs)) {
    if (!same(from.attrs[name], value)) tr.setDocAttribute(name, value);
  }
  patchInside(tr, 0, from, to);
}

// From the end to the beginning, so that the places before stay as they are.
function patchInside(tr: Transform, start: number, from: Node, to: Node): void {
  const [old, now] = [childrenOf(from, start), childrenOf(to, 0)];
  const places = new Map(old.map((child, index) => [child.key, index]));
  const known = now.filter(child => places.has(child.key) && canStay(old[places.get(child.key)!].node, child.node));
  const stay = new Set(unmoved(known.map(child => places.get(child.key)!), index => known[index].node.content.size).map(index => known[index].key));
  let [oldEnd, newEnd] = [old.length, now.length];
  for (;;) {
    const newStart = lastStaying(now, newEnd, stay);
    const oldStart = newStart < 0 ? -1 : places.get(now[newStart].key)!;
    replaceGap(tr, start, old, oldStart + 1, oldEnd, now.slice(newStart + 1, newEnd).map(child => child.node));
    if (newStart < 0) return;
    patchNode(tr, old[oldStart].position, old[oldStart].node, now[newStart].node);
    [oldEnd, newEnd] = [oldStart, newStart];
  }
}

interface Child {
  key: string;
  node: Node;
  position: number;
}

// Parts without an identity are told apart by what they are: a parent has one of each.
function childrenOf(node: Node, start: number): Child[] {
  const children: Child[] = [];
  const seen = new Map<string, number>();
  node.forEach((child, offset) => {
    const key = (child.attrs.id as string | null | undefined) ? `#${child.attrs.id}` : `${child.type.name} ${child.attrs.column ?? ''}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    children.push({ key: times > 0 ? `${key} ${times}` : key, node: child, position: start + offset });
  });
  return children;
}

function lastStaying(children: Child[], end: number, stay: Set<string>): number {
  for (let index = end - 1; index >= 0; index--) if (stay.has(children[index].key)) return index;
  return -1;
}

const canStay = (old: Node, now: Node): boolean => old.type === now.type || (old.isTextblock && now.isTextblock && old.type.isInGroup('body') && now.type.isInGroup('body'));

function replaceGap(tr: Transform, start: number, old: Child[], from: number, to: number, nodes: Node[]): void {
  if (from === to && nodes.length === 0) return;
  const end = (index: number): number => (index < 0 ? start : old[index].position + old[index].node.nodeSize);
  tr.step(new ReplaceStep(end(from - 1), end(to - 1), nodes.length > 0 ? new Slice(Fragment.fromArray(nodes), 0, 0) : Slice.empty));
}

function patchNode(tr: Transform, position: number, old: Node, now: Node): void {
  if (old.eq(now)) return;
  if (old.isTextblock) patchText(tr, position + 1, old, now);
  else if (!old.isLeaf) patchInside(tr, position + 1, old, now);
  if (old.type !== now.type) {
    tr.setNodeMarkup(position, now.type, now.attrs);
    return;
  }
  for (const [name, value] of Object.entries(now.attrs)) {
    if (!same(old.attrs[name], value)) tr.setNodeAttribute(position, name, value);
  }
}
