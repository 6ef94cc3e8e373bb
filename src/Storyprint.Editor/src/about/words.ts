import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { mergeText } from '../merge/merge-text';
import { joined } from '../merge/tokens';
import { safeAddress } from '../paste/address';
import { asides, type Aside } from '../wire/kinds';
import { plainOf } from '../wire/runs';
import { isChoice, type Run, type WordsRun } from '../wire/types';

export const isAside = (name: string): name is Aside => (asides as readonly string[]).includes(name);

/** A text that stands beside the story. */
export const runsOf = (doc: Node, name: Aside): readonly Run[] => (doc.attrs[name] as readonly Run[] | null) ?? [];

export const hasChoice = (runs: readonly Run[]): boolean => runs.some(isChoice);

export const wordsOf = (runs: readonly Run[]): string => plainOf(runs.filter((run): run is WordsRun => !isChoice(run)));

/**
 * Changes a text beside the story. It is not in the history of the text: its field has one of its own, and undo here would bring back the whole of it,
 * with what others wrote since.
 */
export const setRuns = (tr: Transaction, name: Aside, runs: readonly Run[]): Transaction => tr.setDocAttribute(name, runs.length > 0 ? runs : null).setMeta('addToHistory', false);

export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const isHalf = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');

/** What was typed between two states of a field, as one piece that took the place of another. */
export function spliceOf(before: string, now: string): Splice {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  if (isHalf(before, start) || isHalf(now, start)) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  if (isHalf(before, before.length - end) || isHalf(now, now.length - end)) end--;
  return { from: start, to: before.length - end, words: now.slice(start, now.length - end) };
}

/** A text with what was typed in its field, which knows no marks: links and emphasis of all other words stay. */
export function typedInto(runs: readonly WordsRun[], typed: string): WordsRun[] {
  const { from, to, words } = spliceOf(plainOf(runs), typed);
  let position = 0;
  let around: WordsRun | null = null;
  for (const run of runs) {
    const end = position + run.text.length;
    const isWithin = from < to ? position <= from && to <= end : position < from && to < end;
    if (isWithin) around = run;
    position = end;
  }
  return joined([...cut(runs, 0, from), { ...around, text: words }, ...cut(runs, to, position)]) as WordsRun[];
}

function cut(runs: readonly WordsRun[], from: number, to: number): WordsRun[] {
  let position = 0;
  return runs.flatMap(run => {
    const start = position;
    position += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text ? [{ ...run, text }] : [];
  });
}

/** What somebody typed since `shown`, brought into what stands now: others may have written meanwhile. */
export function typedSince(shown: readonly Run[], now: readonly Run[], typed: string): readonly Run[] {
  const ours = typedInto(shown as readonly WordsRun[], typed);
  return now === shown ? ours : mergeText(shown, ours, now) ?? ours;
}

/** The same text, in which addresses that were typed lead where they say. */
export function withLinks(runs: readonly WordsRun[]): WordsRun[] {
  return joined(runs.flatMap((run): WordsRun[] => (run.link === undefined ? run.text.split(/(https?:\/\/[^\s<>"“”«»،؛]+[^\s<>"“”«»،؛.,:;!?)\]])/).map((text, index) => {
    const link = index % 2 ? safeAddress(text) : null;
    return { ...run, text, ...(link ? { link } : {}) };
  }) : [run]))) as WordsRun[];
}
