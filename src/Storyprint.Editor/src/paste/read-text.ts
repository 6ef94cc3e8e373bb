import { limits } from './limits';
import { ListBuilder } from './list-builder';
import { plain, type Pasted, type PastedBlock, type Runs } from './pasted';
import { tidy } from './tidy';
import { cleanWords } from './words';

/** Blocks of a story from plain text: paragraphs, a table where tabs part all lines, lists where every line has a bullet. What looks like Markdown stays as typed. */
export function readText(text: string): Pasted {
  const isLong = text.length > limits.words;
  const clean = cleanWords(isLong ? text.slice(0, limits.words) : text);
  const table = tableOf(clean);
  const blocks = table ? [table] : paragraphs(clean).flatMap(blocksOf);
  return { blocks: blocks.slice(0, limits.blocks), dropped: new Map(), cut: isLong || blocks.length > limits.blocks };
}

const words = (text: string): Runs => tidy([plain(text)]);

/** An empty line ends a paragraph; where there is none, every line does. Lines that a mail program broke become one. */
function paragraphs(text: string): string[][] {
  const all = text.split('\n').map(line => line.replace(/[ \t\u00a0]+$/, ''));
  if (isBroken(all)) return [[unbroken(all)]];
  const parts: string[][] = [[]];
  for (const line of all) {
    if (line.trim()) parts[parts.length - 1]!.push(line);
    else parts.push([]);
  }
  const filled = parts.filter(part => part.length > 0);
  const isSpaced = filled.length > 1;
  return filled.flatMap(part => (isBroken(part) ? [[unbroken(part)]] : isSpaced ? listed(part) : listed(part).flatMap(lines => (bullet.test(lines[0]!) ? [lines] : lines.map(line => [line])))));
}

// Chinese and Japanese have no space between lines, and a hyphen at the end of one may be the word's own.
const unbroken = (lines: readonly string[]): string => lines.reduce((text, line) => (/[\u2e80-\u9fff\u3000-\u30ff\uff00-\uffef-]$/.test(text) && /^[\u2e80-\u9fff\u3000-\u30ff\uff00-\uffef\p{L}]/u.test(line) && !/ -$/.test(text) ? text + line : `${text} ${line.trimStart()}`));

// Lines with bullets are apart from those without.
function listed(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index && bullet.test(line) === bullet.test(lines[index - 1]!)) parts[parts.length - 1]!.push(line);
    else parts.push([line]);
  }
  return parts;
}

// Lines are broken by a program if none of them has room for the first word of the next; in a printed document, if nearly all are as long, and most end within a sentence.
function isBroken(lines: readonly string[]): boolean {
  if (lines.length < 3 || lines.some(line => bullet.test(line))) return false;
  const width = Math.max(...lines.slice(0, 2_000).map(line => line.length));
  const full = lines.slice(0, -1);
  if (full.filter(line => /[.!?:;…؟؛。！？»”"]$/.test(line)).length > full.length * 0.34) return false;
  const isPrinted = lines.length > 3 && width >= 35 && width <= 140 && full.filter(line => line.length >= width * 0.75).length >= full.length * 0.9;
  return isPrinted || isGreedy(lines, width);
}

function isGreedy(lines: readonly string[], width: number): boolean {
  return width >= 45 && width <= 100 && lines.slice(0, -1).every((line, index) => line.trim() && line.length + 1 + /^\S*/.exec(lines[index + 1]!)![0].length > width);
}

const bullet = /^\s*[•◦▪▫‣⁃●○■·][\s\u00a0]+/;

function blocksOf(lines: readonly string[]): PastedBlock[] {
  if (lines.length > 1 && lines.every(line => bullet.test(line))) {
    const list = new ListBuilder();
    for (const line of lines) list.add(words(line.replace(bullet, '')), 0, false, null);
    return list.isEmpty ? [] : [list.finish()];
  }
  const table = lines.length > 1 ? tableOf(lines.join('\n')) : null;
  if (table) return [table];
  const text = words(lines.join('\n'));
  const count = Math.ceil(lines.join('\n').length / limits.blockWords);
  if (count > 1) return pieces(lines.join('\n')).map(piece => ({ kind: 'paragraph', text: words(piece) }) as const).filter(block => block.text.length);
  return text.length ? [{ kind: 'paragraph', text }] : [];
}

// A paragraph of a hundred thousand letters is parted at a space, where there is one, and never within a character.
function pieces(text: string): string[] {
  const result: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + limits.blockWords, text.length);
    const space = to < text.length ? text.lastIndexOf(' ', to) : to;
    if (space > from + limits.blockWords / 2) to = space;
    else if (/[\udc00-\udfff]/.test(text[to] ?? '')) to--;
    result.push(text.slice(from, to));
    from = to;
  }
  return result;
}

function tableOf(text: string): PastedBlock | null {
  if (!text.includes('\t')) return null;
  const rows = cells(text.replace(/\n+$/, '')).filter(row => row.some(cell => cell.trim()));
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > limits.columns || rows.some(row => row.length !== width) || rows.every(row => bullet.test(`${row[0]} `))) return null;
  if (rows.length === 1 && rows[0]!.filter(cell => cell.trim()).length < 2) return null;
  const texts = rows.slice(0, limits.blocks - width).map(row => row.map(words));
  return { kind: 'table', caption: [], columns: Array.from({ length: width }, () => '' as const), head: null, rows: texts };
}

/** Tab-separated text as spreadsheets write it: a cell with a line break stands between quotation marks, which are doubled within it. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows[rows.length - 1]!.push(found[1] !== undefined ? found[1].replace(/""/g, '"') : found[2]!);
    if (found[3] === '') break;
    if (found[3] === '\n') rows.push([]);
  }
  return rows;
}
