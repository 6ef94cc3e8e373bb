import { isChoice, type Run, type WordsRun } from '../wire/types';

/** A word, a sign or a choice of a text, with its marks: two that are equal have the same key. */
export interface Token {
  key: string;
  runs: Run[];
  /** How long it is in a document. */
  length: number;
}

const words = /[\p{L}\p{N}\p{M}\u200c\u200d]+|[^]/gu;

/** A text as tokens. Words whose letters have different marks are one token. */
export function tokensOf(runs: readonly Run[]): Token[] {
  const tokens: Token[] = [];
  let open: WordsRun[] = [];
  const close = (): void => {
    tokens.push(...split(open));
    open = [];
  };
  for (const run of runs) {
    if (isChoice(run)) {
      close();
      tokens.push({ key: JSON.stringify(run), runs: [run], length: 1 });
    } else {
      open.push(run);
    }
  }
  close();
  return tokens;
}

function split(runs: readonly WordsRun[]): Token[] {
  const text = runs.map(run => run.text).join('');
  const tokens: Token[] = [];
  let [run, start] = [0, 0];
  for (const { 0: word, index } of text.matchAll(words)) {
    const parts: WordsRun[] = [];
    for (let at = index; at < index + word.length;) {
      while (at >= start + runs[run].text.length) start += runs[run++].text.length;
      const end = Math.min(index + word.length, start + runs[run].text.length);
      parts.push({ ...runs[run], text: text.slice(at, end) });
      at = end;
    }
    tokens.push({ key: parts.map(part => `${part.text}\u0000${part.emphasis?.join() ?? ''}\u0000${part.link ?? ''}\u0000${part.was ?? ''}`).join('\u0001'), runs: parts, length: word.length });
  }
  return tokens;
}

/** Runs in the one form that the wire has: neighbours with the same marks are one. */
export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && !isChoice(last) && !isChoice(run) && last.link === run.link && last.was === run.was && (last.emphasis ?? []).join() === (run.emphasis ?? []).join()) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else if (isChoice(run) || run.text) {
      result.push(run);
    }
  }
  return result;
}
