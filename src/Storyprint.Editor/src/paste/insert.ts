import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { schema } from '../schema/schema';
import { toNodes } from '../wire/runs';
import { toNode } from '../wire/to-document';
import { fillCells } from './fill-cells';
import { flatten, inOneLine, textsOf } from './flatten';
import type { PastedBlock, PastedPicture } from './pasted';
import { isStoryField, placeKind } from './place';
import { toBlocks, wire } from './to-blocks';

export interface Insertion {
  readonly tr: Transaction;
  /** Pictures to be sent, and where they go when they are there. */
  readonly pictures: readonly { readonly picture: PastedPicture; readonly pos: number }[];
}

/** Puts what was pasted where the caret is, in the form that the place can hold. */
export function insertPasted(state: EditorState, blocks: readonly PastedBlock[], freshId: () => string): Insertion {
  const tr = state.tr;
  // Over the border of two blocks, the selected words go first, so that what is pasted meets one block.
  if (!tr.selection.empty && !tr.selection.$from.sameParent(tr.selection.$to)) tr.deleteSelection();
  const { $from } = tr.selection;
  const kind = placeKind($from);
  if (kind === 'line') return insertLine(tr, blocks, freshId);
  if (kind === 'cell' && fillCells(tr, blocks, freshId)) return { tr, pictures: [] };
  if (kind === 'words' || kind === 'cell') return inline(tr, flattened(blocks));
  if ((kind === 'item' || kind === 'passage' || kind === 'fact') && blocks.every(isWords)) return parts(tr, kind, blocks, freshId);
  return insertBlocks(tr, blocks, freshId);
}

const isWords = (block: PastedBlock): boolean => /^(paragraph|heading|quotation|pullquote|list)$/.test(block.kind);
const flattened = (blocks: readonly PastedBlock[]): Fragment => Fragment.fromArray(toNodes(wire(flatten(blocks))));
const none: Insertion['pictures'] = [];

function inline(tr: Transaction, content: Fragment): Insertion {
  const { from, to } = tr.selection;
  tr.replace(from, to, new Slice(content, 0, 0));
  return { tr: tr.setSelection(TextSelection.near(tr.doc.resolve(from + content.size), -1)), pictures: none };
}

// A whole article that is pasted into the headline is no headline: its first block is, and the others begin the body.
function insertLine(tr: Transaction, blocks: readonly PastedBlock[], freshId: () => string): Insertion {
  const whole = inOneLine(blocks);
  const isArticle = isStoryField(tr.selection.$from) && blocks.length > 1 && whole.length > 300;
  const line = isArticle ? inOneLine(blocks.slice(0, 1)) : whole;
  inline(tr, line ? Fragment.from(schema.text(line)) : Fragment.empty);
  if (!isArticle) return { tr, pictures: none };
  const body = tr.doc.children.findIndex(node => node.type.isInGroup('body'));
  const first = tr.doc.child(body);
  const at = startOfChild(tr.doc, body);
  const nodes = toBlocks(blocks.slice(1), freshId).map(toNode);
  const isEmpty = first.type === schema.nodes.paragraph && first.childCount === 0 && nodes.length > 0;
  tr.replaceWith(at, at + (isEmpty ? first.nodeSize : 0), nodes);
  return { tr, pictures: placed(tr, blocks.slice(1), body + nodes.length) };
}

// Texts become items of the list, or passages of the quotation, in which the caret is.
function parts(tr: Transaction, kind: 'item' | 'passage' | 'fact', blocks: readonly PastedBlock[], freshId: () => string): Insertion {
  const depth = kind === 'item' ? Number(tr.selection.$from.parent.attrs.depth) : 0;
  const texts = blocks.flatMap(block => (block.kind === 'list' ? block.items.map(item => ({ text: item.text, depth: item.depth })) : textsOf(block).map(text => ({ text, depth: 0 }))));
  if (texts.length === 1) return inline(tr, Fragment.fromArray(toNodes(wire(texts[0]!.text))));
  const nodes = texts.map(each => schema.nodes[kind]!.create({ id: freshId(), ...(kind === 'fact' ? { item: tr.selection.$from.parent.attrs.item as boolean | null } : kind === 'item' ? { depth: Math.min(depth + each.depth, 8) } : {}) }, toNodes(wire(each.text))));
  const { from, to } = tr.selection;
  tr.replace(from, to, new Slice(Fragment.fromArray(nodes), 1, 1));
  return { tr: tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), -1)), pictures: none };
}

function insertBlocks(tr: Transaction, blocks: readonly PastedBlock[], freshId: () => string): Insertion {
  const nodes = toBlocks(blocks, freshId).map(toNode);
  const { $from, $to } = tr.selection;
  if (!nodes.length) return { tr, pictures: placed(tr, blocks, $from.indexAfter(0)) };
  if (blocks.length === 1 && blocks[0]!.kind === 'paragraph' && $from.parent.isTextblock) return inline(tr, nodes[0]!.content);
  const isTop = $from.parent.isTextblock && $from.depth === 1;
  const isPlain = [nodes[0]!, nodes[nodes.length - 1]!].every(node => node.type === schema.nodes.paragraph);
  if (isTop && ($from.parent.content.size === 0 || !isPlain)) return between(tr, $from, $to, nodes, blocks, freshId);
  const end = tr.doc.content.size - $to.pos;
  const last = nodes[nodes.length - 1]!;
  // The words behind the caret go on in the last of the new paragraphs, which so comes from their block.
  if (isTop && $to.parentOffset < $to.parent.content.size) nodes[nodes.length - 1] = last.type.create({ ...last.attrs, origin: $from.parent.attrs.id }, last.content);
  const slice = isTop ? new Slice(Fragment.fromArray(nodes), 1, 1) : new Slice(Fragment.fromArray(nodes), 0, 0);
  if (isTop) tr.replace($from.pos, $to.pos, slice);
  else tr.replaceRange($from.pos, $to.pos, slice);
  const after = tr.doc.content.size - end;
  tr.setSelection(TextSelection.near(tr.doc.resolve(after), -1));
  return { tr, pictures: placed(tr, blocks, tr.doc.resolve(after).index(0) + (isTop ? 1 : 0)) };
}

// Blocks that cannot flow into the paragraph part it: words before and behind them stay where they were, unless they are none.
function between(tr: Transaction, $from: ResolvedPos, $to: ResolvedPos, nodes: readonly Node[], blocks: readonly PastedBlock[], freshId: () => string): Insertion {
  const before = $from.parent.cut(0, $from.parentOffset);
  const behind = $to.parent.cut($to.parentOffset);
  const tail = before.childCount ? schema.nodes.paragraph.create({ id: freshId(), origin: before.attrs.id }, behind.content) : behind;
  const inserted = [...(before.childCount ? [before] : []), ...nodes];
  const start = $from.before(1);
  tr.replaceWith(start, $to.after(1), [...inserted, ...(behind.childCount ? [tail] : [])]);
  const end = start + inserted.reduce((size, node) => size + node.nodeSize, 0);
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1));
  return { tr, pictures: placed(tr, blocks, tr.doc.resolve(end).index(0)) };
}

/** Where the pictures among some blocks go, the last of which stands before the child `end` of the document. */
function placed(tr: Transaction, blocks: readonly PastedBlock[], end: number): Insertion['pictures'] {
  const result: { picture: PastedPicture; pos: number }[] = [];
  let behind = 0;
  for (const block of [...blocks].reverse()) {
    if (block.kind === 'picture') result.unshift({ picture: block, pos: startOfChild(tr.doc, Math.max(end - behind, 4)) });
    else behind++;
  }
  return result;
}

function startOfChild(doc: Node, index: number): number {
  let pos = 0;
  for (let child = 0; child < Math.min(index, doc.childCount); child++) pos += doc.child(child).nodeSize;
  return pos;
}
