import type { Node } from 'prosemirror-model';

export type Direction = 'ltr' | 'rtl';

const letter = /\p{L}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const known = new WeakMap<Node, Direction | null>();

/** The direction of some words: that of their first letter, or null where there is none. */
export function directionOf(words: string): Direction | null {
  const first = letter.exec(words)?.[0];
  return first === undefined ? null : rightToLeft.test(first) ? 'rtl' : 'ltr';
}

export function directionOfText(node: Node): Direction | null {
  let found = known.get(node);
  if (found === undefined) {
    found = directionOf(node.textContent);
    known.set(node, found);
  }
  return found;
}
