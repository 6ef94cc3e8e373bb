import { limits } from './limits';
import { sameStyle, type Run, type Runs } from './pasted';
import { cleanWords, isMark } from './words';

const noBreak = /[\u00a0\u202f]/;

/** Runs as a paragraph holds them: spaces collapsed over the borders of runs, none at the ends, equal neighbours joined. */
export function tidy(runs: Runs): Run[] {
  const result: Run[] = [];
  let space = null as { sign: string; run: Run } | null;
  let before = '\n';
  let marks = 0;
  const put = (text: string, run: Run): void => {
    const last = result[result.length - 1];
    if (last && (result.length >= limits.runs || sameStyle(last, run))) result[result.length - 1] = { ...last, text: last.text + text };
    else result.push({ ...run, text });
    before = text;
  };
  for (const run of runs) {
    let plain = '';
    const flush = (): void => {
      if (plain) put(plain, run);
      plain = '';
    };
    for (const letter of cleanWords(run.text)) {
      marks = isMark(letter) ? marks + 1 : 0;
      if (marks > limits.combiningMarks) continue;
      if (run.asTyped && letter !== '\n' && before !== '\n') space = null;
      if (!run.asTyped && /[ \t\u00a0\u202f]/.test(letter)) {
        flush();
        space = { sign: space || !noBreak.test(letter) ? ' ' : letter, run: space?.run ?? run };
      } else if (letter === '\n' && !run.asTyped) {
        flush();
        space = null;
        if (result.length) put('\n', run);
        before = '\n';
      } else {
        if (space && before !== '\n') {
          flush();
          put(binds(space.sign, before, letter) ? space.sign : ' ', space.run);
        }
        space = null;
        plain += letter;
        before = letter;
      }
    }
    flush();
  }
  return trimEnd(result);
}

// Programs write no-break spaces wherever two spaces stand, or at the ends of lines. They mean something beside figures, signs and short forms.
const binds = (sign: string, before: string, after: string): boolean =>
  noBreak.test(sign) && (/[\d\p{Nd}«‹§№.]$/u.test(before) || /^[\d\p{Nd}:;!?»›%‰°€£$]/u.test(after));

function trimEnd(runs: Run[]): Run[] {
  while (runs.length) {
    const last = runs[runs.length - 1]!;
    const text = last.text.replace(/[\s\u00a0\u202f]+$/, '');
    if (text) {
      runs[runs.length - 1] = { ...last, text };
      break;
    }
    runs.pop();
  }
  return runs.map(({ text, emphasis, link }) => ({ text, emphasis, link }));
}

/** Runs parted where a line is empty, each part tidy. */
export function parted(runs: Runs): Run[][] {
  const parts: Run[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run.asTyped) {
      parts[parts.length - 1]!.push(run);
      breaks = 0;
      continue;
    }
    for (const piece of run.text.split(/(\n)/)) {
      if (piece === '\n') {
        breaks++;
        if (breaks === 2) parts.push([]);
        else if (breaks === 1) parts[parts.length - 1]!.push({ ...run, text: '\n' });
      } else if (piece) {
        if (piece.trim()) breaks = 0;
        parts[parts.length - 1]!.push({ ...run, text: piece });
      }
    }
  }
  return parts.map(tidy).filter(part => part.length > 0);
}
