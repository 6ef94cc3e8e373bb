import type { TypingRules } from './languages';

/** What takes the place of the last letters before the caret, the one just typed with them. */
export interface Replacement {
  readonly remove: number;
  readonly insert: string;
}

const opens = /(^|[\s\u00a0\u202f([{<«‹„“‘‚—–\-/\u2066-\u2068\u200e\u200f\ufffc])$/;
const short = /(^|[\s([«„“—–])‘(tis|twas|twere|em|til|cause|bout|n|round)$/i;

/** What is meant by a letter typed behind some words, or null where it is meant as it is. */
export function smartText(before: string, typed: string, rules: TypingRules): Replacement | null {
  // Addresses, paths and names of files are typed letter by letter.
  const word = /[^\s\u00a0\u202f]*$/.exec(before)![0];
  if (/:\/\/|^www\.|@|^(https?|mailto|tel|ftp):?$|[\\/]\.*$/i.test(word)) return null;
  if (typed === '"') return quote(before, rules);
  if (typed === "'") return single(before, rules);
  if (typed === '-') return dash(before, rules);
  if (typed === '.') return before.endsWith('..') && !before.endsWith('...') ? { remove: 3, insert: '…' } : null;
  if (rules.apostrophe && /[\s.,;:!?)\d]/.test(typed)) {
    const found = short.exec(before);
    if (found && !/\d/.test(typed)) return { remove: found[2]!.length + 2, insert: `${rules.apostrophe}${found[2]}${typed}` };
    if (/\d/.test(typed) && before.endsWith('‘')) return { remove: 2, insert: `${rules.apostrophe}${typed}` };
  }
  return sign(before, typed, rules);
}

function quote(before: string, rules: TypingRules): Replacement | null {
  if (!rules.quotes) return null;
  const [open, close] = rules.quotes;
  // Where spaces stand inside of the marks, many type them, too.
  if (rules.signSpace && / $/.test(before) && before.lastIndexOf('«') > before.lastIndexOf('»')) return { remove: 2, insert: close };
  if (opens.test(before)) return { remove: 1, insert: open };
  // Behind a figure it may be inches, unless a quotation is open.
  if (/\d$/.test(before) && open !== close && before.lastIndexOf(open) <= before.lastIndexOf(close)) return null;
  return { remove: 1, insert: close };
}

function single(before: string, rules: TypingRules): Replacement | null {
  if (!rules.apostrophe) return null;
  const inner = rules.innerQuotes;
  if (inner && opens.test(before)) return { remove: 1, insert: inner[0] };
  if (/\d$/.test(before)) return null;
  // What was opened is closed before a space; within a word it is an apostrophe, which here is not the same sign.
  if (inner && inner[1] !== rules.apostrophe && before.lastIndexOf(inner[0]) > before.lastIndexOf(inner[1])) return { remove: 1, insert: inner[1] };
  return { remove: 1, insert: rules.apostrophe };
}

function dash(before: string, rules: TypingRules): Replacement | null {
  if (before.endsWith('—') || /(<!|-)-$/.test(before)) return null;
  if (before.endsWith('–')) return { remove: 2, insert: '—' };
  if (!before.endsWith('-')) return null;
  return { remove: 2, insert: /\p{Nd}-$/u.test(before) ? '–' : rules.dash };
}

function sign(before: string, typed: string, rules: TypingRules): Replacement | null {
  const other = rules.signs?.[typed];
  if (other && /\p{Script=Arabic}[»)\]’”\u064b-\u0652\u200f]*$/u.test(before) && !/\p{Nd}$/u.test(before)) return { remove: 1, insert: other };
  if (!rules.signSpace) return null;
  if (typed === '«') return { remove: 1, insert: `«${rules.signSpace}` };
  if (typed === ' ') return before.endsWith(`«${rules.signSpace}`) ? { remove: 1, insert: '' } : null;
  if (!/^[;:!?»]$/.test(typed)) return null;
  if (/[\p{L}\p{N}»)\]’”…][ ]$/u.test(before)) return { remove: 2, insert: rules.signSpace + typed };
  if (typed === '»' && /[.,]$/.test(before)) return { remove: 1, insert: rules.signSpace + typed };
  // Without a space, a colon behind a figure is an hour, a score or a ratio.
  if (typed === ':' ? /[\p{L}»)\]’”…]$/u.test(before) : /[\p{L}\p{N}»)\]’”…%€]$/u.test(before)) return { remove: 1, insert: rules.signSpace + typed };
  return null;
}
