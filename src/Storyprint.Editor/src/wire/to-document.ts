import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema';
import { attributesOf } from './attributes';
import { asides, fields, kinds, storyValues } from './kinds';
import { toInline } from './runs';
import { tableNode } from './tables';
import type { Block } from './types';

const parts = new Map([['byline', 0], ['topic', 2], ['note', 3]]);

const storyTexts = new Set<string>([...fields, ...asides]);

const partOf = (kind: string): number => parts.get(kind) ?? 1;

/** The document of a draft. What a document cannot do without and the draft does not have (a first paragraph) has no identity. */
export function toDocument(story: Block): Node {
  const words = fields.map(name => schema.nodes[name].create(null, toInline(story.texts?.[name])));
  const blocks = story.blocks ?? [];
  const inside = [0, 1, 2, 3].map(part => blocks.filter(block => partOf(block.kind) === part).map(block => (part === 1 && !schema.nodes[block.kind]?.isInGroup('body') ? schema.nodes.foreign.create({ id: block.id, block }) : toNode(block))));
  if (inside[1].length === 0) inside[1].push(schema.nodes.paragraph.create());
  const { id: _, ...attributes } = attributesOf(story, { values: storyValues }, name => storyTexts.has(name));
  const beside = Object.fromEntries(asides.map(name => [name, story.texts?.[name] ?? null]));
  return schema.nodes.doc.create({ ...attributes, ...beside }, [...words, ...inside.flat()]);
}

/** The node of a block and all in it. */
export function toNode(block: Block): Node {
  if (!isKnown(block)) return schema.nodes.foreign.create({ id: block.id, block });
  if (block.kind === 'table') return tableNode(block);
  const kind = kinds[block.kind];
  const known = (name: string): boolean => name === kind.own || (kind.parts ?? []).some(part => part.text === name);
  const attributes = attributesOf(block, kind, known);
  const type = schema.nodes[block.kind];
  if (kind.own) return type.create(attributes, toInline(block.texts?.[kind.own]));
  const texts = (kind.parts ?? []).map(part => {
    const runs = block.texts?.[part.text];
    return schema.nodes[part.node].create(part.keepsEmpty ? { kept: runs?.length === 0 } : null, toInline(runs));
  });
  if (!kind.inside) return type.create(attributes, texts);
  const blocks = (block.blocks ?? []).map(toNode);
  if (blocks.length === 0 && !kind.inside.mayBeNone) blocks.push(schema.nodes[kind.inside.kind].create());
  return type.create(attributes, kind.inside.first ? [...blocks, ...texts] : [...texts, ...blocks]);
}

const rows = new Set(['column', 'head', 'row']);

// A block that holds something of a later version is kept whole: half of it could not be sent back.
function isKnown({ kind, blocks = [] }: Block): boolean {
  if (kind === 'table') return blocks.every(inside => rows.has(inside.kind));
  return Object.hasOwn(kinds, kind) && blocks.every(inside => inside.kind === kinds[kind].inside?.kind && isKnown(inside));
}
