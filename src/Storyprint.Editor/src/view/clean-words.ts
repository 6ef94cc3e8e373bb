import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { fromServer } from '../merge/merge-answer';

// What the server takes in no text (docs/drafts.md), however it came: a keyboard, a voice, another program.
const control = '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\ufffc\\ufdd0-\\ufdef\\ufffe\\uffff]';
const half = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const unwanted = new RegExp(`${control}|${half}`, 'g');
const stacked = /([\p{Mn}\p{Me}]{30})[\p{Mn}\p{Me}]+/gu;

/** The pieces of some words that may not stand in a story, by offsets. */
export function unwantedIn(words: string): { from: number; to: number }[] {
  const found = [...words.matchAll(unwanted)].map(({ index, 0: sign }) => ({ from: index, to: index + sign.length }));
  for (const { index, 0: all, 1: kept } of words.matchAll(stacked)) found.push({ from: index + kept.length, to: index + all.length });
  return found.sort((one, other) => one.from - other.from);
}

const clean = new WeakSet<Node>();

/** Takes out what the server would refuse, with all that was written beside it. */
export const cleanWords = (): Plugin => new Plugin({
  appendTransaction(transactions, _, state) {
    if (!transactions.some(tr => tr.docChanged && !tr.getMeta(fromServer))) return null;
    const found: { from: number; to: number }[] = [];
    state.doc.descendants((node, position) => {
      if (!node.isTextblock || clean.has(node)) return !node.isTextblock;
      // A choice is one character here, and is no sign that somebody wrote.
      const words = node.textBetween(0, node.content.size, '', ' ');
      found.push(...unwantedIn(words).map(({ from, to }) => ({ from: position + 1 + from, to: position + 1 + to })));
      clean.add(node);
      return false;
    });
    if (found.length === 0) return null;
    const tr = state.tr;
    for (const { from, to } of found.reverse()) tr.delete(from, to);
    return tr;
  },
});
