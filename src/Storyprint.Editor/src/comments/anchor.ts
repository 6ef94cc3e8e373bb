import type { Node, ResolvedPos } from 'prosemirror-model';
import { fields, kinds } from '../wire/kinds';

/** Where the words of a comment stand: a text of a block, and the offset in it. A choice counts as one letter, as on the server. */
export interface Anchor {
  readonly block: string;
  /** The name of the text in the block. */
  readonly name: string;
  readonly offset: number;
  readonly quote: string;
}

const isField = (name: string): boolean => (fields as readonly string[]).includes(name);

/** The name of the text that a textblock is, and the block that has it. Null where nothing on the wire has it. */
function textOf($at: ResolvedPos): { block: string; name: string } | null {
  const { parent } = $at;
  if (isField(parent.type.name)) return { block: 'story', name: parent.type.name };
  if (parent.attrs.id) return { block: parent.attrs.id as string, name: 'text' };
  const holder = $at.depth > 1 ? $at.node($at.depth - 1) : null;
  if (!holder?.attrs.id) return null;
  if (parent.type.name === 'cell') return { block: holder.attrs.id as string, name: parent.attrs.column as string };
  if (parent.type.name === 'tablecaption') return { block: holder.attrs.id as string, name: 'caption' };
  const part = kinds[holder.type.name]?.parts?.find(each => each.node === parent.type.name);
  return part ? { block: holder.attrs.id as string, name: part.text } : null;
}

/** The anchor of chosen words; null where they are none, or in more than one text. */
export function anchorOf($from: ResolvedPos, $to: ResolvedPos): Anchor | null {
  if ($from.pos === $to.pos || !$from.sameParent($to) || !$from.parent.isTextblock) return null;
  const text = textOf($from);
  const quote = $from.parent.textBetween($from.parentOffset, $to.parentOffset, '', '\ufffc');
  return text && quote.trim() ? { ...text, offset: $from.parentOffset, quote } : null;
}

/** Where a text of a block begins in the document, with its node; null where it is gone. */
function placeOf(doc: Node, block: string, name: string): { start: number; node: Node } | null {
  let found: { start: number; node: Node } | null = null;
  doc.descendants((node, position) => {
    if (found) return false;
    if (!node.isTextblock) return true;
    const text = textOf(doc.resolve(position + 1));
    if (text?.block === block && text.name === name) found = { start: position + 1, node };
    return false;
  });
  return found;
}

/** The range of words; of words that stand there several times, the nearest. Null where they are gone. */
export function rangeOf(doc: Node, { block, name, offset, quote }: Anchor): { from: number; to: number } | null {
  const place = placeOf(doc, block, name);
  if (!place || !quote) return null;
  const words = place.node.textBetween(0, place.node.content.size, '', '\ufffc');
  let nearest = -1;
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
    if (nearest < 0 || Math.abs(at - offset) < Math.abs(nearest - offset)) nearest = at;
  }
  return nearest < 0 ? null : { from: place.start + nearest, to: place.start + nearest + quote.length };
}
