import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema';

/** A word of a textblock, by offsets in it. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

const pattern = /[\p{L}\p{M}](?:[\p{L}\p{M}\u200c]|['’](?=\p{L}))*/gu;
// What stands in quotation marks is said by somebody, and is spelt as it was.
const quoted = /[“«„][^”»“]*[”»“]|"[^"]*"/g;
const longest = 60;

/** Whether words of a textblock are looked up: a quotation is never corrected, names and code are no words of a language. */
export function isChecked(node: Node, parent: Node | null): boolean {
  const { nodes } = schema;
  const said: readonly unknown[] = [nodes.passage, nodes.speaker, nodes.byline, nodes.credit, nodes.title];
  return node.isTextblock && !said.includes(node.type) && parent?.type !== nodes.pullquote;
}

/** The words of a textblock that are looked up. Those with digits beside them, in capitals alone, of one letter, in code, in links and in quotation marks are not. */
export function wordsOf(node: Node): Word[] {
  const text = node.textBetween(0, node.content.size, '', '\ufffc');
  const apart: [number, number][] = [...text.matchAll(quoted)].map(found => [found.index, found.index + found[0].length]);
  node.forEach((child, offset) => {
    if (child.marks.some(mark => mark.type === schema.marks.code || mark.type === schema.marks.link)) apart.push([offset, offset + child.nodeSize]);
  });
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const word = found.replace(/\u200c+$/, '').replace(/’/g, "'");
    const to = index + word.length;
    const isWord = [...word].length > 1 && word.length <= longest && (word !== word.toUpperCase() || word === word.toLowerCase()) && !/[\p{N}@_/]/u.test((text[index - 1] ?? '') + (text[to] ?? ''));
    return isWord && !apart.some(([from, end]) => from < to && end > index) ? [{ from: index, to, word }] : [];
  });
}
