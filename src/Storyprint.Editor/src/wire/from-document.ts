import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema';
import { blockOf } from './attributes';
import { asides, fields, kinds, storyValues } from './kinds';
import { fromInline } from './runs';
import { tableBlock } from './tables';
import type { Block, Run } from './types';

/** Whether a node only fills a place that may not be empty: it has no identity and nothing in it, and the wire does not know it. */
export const isFiller = (node: Node): boolean => 'id' in (node.type.spec.attrs ?? {}) && node.attrs.id === null && !hasWords(node);

export function hasWords(node: Node): boolean {
  let found = node.isAtom && !node.isText && !node.isTextblock;
  node.descendants(inside => {
    found ||= inside.isInline || inside.isAtom;
    return !found;
  });
  return found;
}

// A node is never changed, so what it was turned into holds for as long as it lives.
const known = new WeakMap<Node, Block>();

/** The draft that a document is. */
export function fromDocument(doc: Node): Block {
  let block = known.get(doc);
  if (!block) {
    block = story(doc);
    known.set(doc, block);
  }
  return block;
}

function story(doc: Node): Block {
  const texts: Record<string, Run[]> = {};
  const blocks: Block[] = [];
  doc.forEach(node => {
    if ((fields as readonly string[]).includes(node.type.name)) {
      if (node.childCount > 0) texts[node.type.name] = fromInline(node.content);
    } else if (!isFiller(node)) {
      blocks.push(fromNode(node));
    }
  });
  for (const name of asides) if (doc.attrs[name] !== null) texts[name] = doc.attrs[name] as Run[];
  return blockOf(doc, 'story', 'story', { values: storyValues }, texts, blocks);
}

/** The block that a node is, with all in it. */
export function fromNode(node: Node): Block {
  let block = known.get(node);
  if (!block) {
    block = node.type === schema.nodes.table ? tableBlock(node, isFiller) : node.type === schema.nodes.foreign ? (node.attrs.block as Block) : ordinary(node);
    known.set(node, block);
  }
  return block;
}

function ordinary(node: Node): Block {
  const kind = kinds[node.type.name];
  const texts: Record<string, Run[]> = {};
  const blocks: Block[] = [];
  if (kind.own) {
    if (node.childCount > 0) texts[kind.own] = fromInline(node.content);
  } else {
    node.forEach(child => {
      const part = kind.parts?.find(each => each.node === child.type.name);
      if (!part) {
        if (!isFiller(child)) blocks.push(fromNode(child));
      } else if (child.childCount > 0 || (part.keepsEmpty && child.attrs.kept)) {
        texts[part.text] = fromInline(child.content);
      }
    });
  }
  return blockOf(node, node.attrs.id as string, node.type.name, kind, texts, blocks);
}
