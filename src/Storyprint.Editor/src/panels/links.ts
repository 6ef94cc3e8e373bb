import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { safeAddress } from '../paste/address';
import { oneLine } from '../paste/words';
import { schema } from '../schema/schema';

const { link } = schema.marks;

export interface LinkRange {
  readonly from: number;
  readonly to: number;
  readonly href: string | null;
  readonly words: string;
}

/** The link that the caret is in, or the words that are to become one; null where none can be. */
export function linkRange(state: EditorState): LinkRange | null {
  const { $from, $to, from, to, empty } = state.selection;
  if (!$from.parent.isTextblock || !$from.sameParent($to) || !$from.parent.type.allowsMarkType(link!)) return null;
  const around = linkAround($from.parent, $from.start(), from);
  const range = empty || (around && from >= around.from && to <= around.to) ? around ?? { from, to, href: null } : { from, to, href: null };
  return { ...range, words: state.doc.textBetween(range.from, range.to, '', ' ') };
}

function linkAround(parent: Node, start: number, pos: number): { from: number; to: number; href: string } | null {
  let found: { from: number; to: number; href: string } | null = null;
  parent.forEach((child, offset) => {
    const href = link!.isInSet(child.marks)?.attrs.href as string | undefined;
    const [from, to] = [start + offset, start + offset + child.nodeSize];
    if (href === undefined) return;
    if (found?.href === href && found.to === from) found = { ...found, to };
    else if (!found || found.to < pos) found = { from, to, href };
  });
  const range = found as { from: number; to: number; href: string } | null;
  return range && range.from <= pos && range.to >= pos ? range : null;
}

/** Gives words a link; where there are none, they are put there. */
export function setLink(tr: Transaction, range: LinkRange, href: string, words: string): Transaction {
  const text = oneLine(words) || href;
  if (range.from === range.to) return tr.insert(range.from, schema.text(text, link!.create({ href }).addToSet(tr.doc.resolve(range.from).marks())));
  if (words && words !== range.words) tr.insertText(text, range.from, range.to);
  const to = tr.mapping.map(range.to);
  return tr.removeMark(range.from, to, link!).addMark(range.from, to, link!.create({ href }));
}

export const removeLink = (tr: Transaction, range: LinkRange): Transaction => tr.removeMark(range.from, range.to, link!);

export type Meaning = { readonly address: string } | { readonly search: string };

/** What somebody means by what is typed where a link is asked for: an address, or words to look for stories by. */
export function meaning(typed: string, origin: string): Meaning | null {
  const text = typed.trim();
  if (!text) return null;
  const digits = text.replace(/[۰-۹٠-٩]/g, digit => String(digit.charCodeAt(0) & 15));
  if (/^\d{5,12}$/.test(digits)) return { search: digits };
  const address = safeAddress(text, origin);
  if (address) return { address };
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(text)) return { address: `mailto:${text}` };
  // A host without its scheme.
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(text)) return { address: safeAddress(`https://${text}`, origin) ?? `https://${text}` };
  return { search: text };
}

/** Where a story is without its headline's words: a code alone leads there. */
export const storyAddress = (code: string): string => `/news/${code}`;
