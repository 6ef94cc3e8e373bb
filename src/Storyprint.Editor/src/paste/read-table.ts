import { limits } from './limits';
import { plain, wordsOf, type Alignment, type PastedBlock, type PastedTable, type Runs } from './pasted';
import { styleAttribute } from './quiet';
import type { Reader } from './reader';
import { flatten } from './flatten';

interface Cell {
  readonly element: Element;
  readonly blocks: readonly PastedBlock[];
  /** Whether it only says that a merged cell reaches here. */
  readonly isReach?: boolean;
}

/** Columns of a page's table that are looked at. */
const most = 1_000;

const rowsOf = (table: Element): Element[] => [...table.querySelectorAll('tr')].filter(row => row.closest('table') === table);
const cellsOf = (row: Element): Element[] => [...row.children].filter(cell => cell.localName === 'td' || cell.localName === 'th');

/** Tables that only put things side by side, as mail and old pages do: their cells are read like any other part of the page. */
export function isLayout(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table')) return true;
  return rowsOf(table).every(row => cellsOf(row).length <= 1);
}

/** A table laid out: merged cells become a cell with the words and empty ones; heads of several rows become one. What is no words stands behind it. */
export function readTable(reader: Reader, table: Element): PastedBlock[] {
  const rows = rowsOf(table).slice(0, reader.budget.blocks);
  const grid = withoutEmptyColumns(layOut(reader, rows));
  const width = Math.min(Math.max(0, ...grid.map(row => lastFilled(row) + 1)), limits.columns);
  const lost = Math.max(0, ...grid.map(row => lastFilled(row) + 1)) - width;
  if (lost > 0) reader.drop('column', lost);
  const heads = headRows(rows, grid);
  const filled = grid.map((row, index) => ({ row: row.slice(0, width), isHead: index < heads })).filter(({ row }) => lastFilled(row) >= 0);
  const texts = (row: readonly (Cell | null)[]): Runs[] => Array.from({ length: width }, (_, column) => words(row[column]));
  const head = mergeHeads(filled.filter(each => each.isHead).map(each => texts(each.row)));
  const body = filled.filter(each => !each.isHead);
  const caption = [...table.children].find(child => child.localName === 'caption');
  if (width === 1) return grid.flatMap(row => row[0]?.isReach ? [] : [...(row[0]?.blocks ?? [])]);
  if (!body.length) return [...(head ? [{ kind: 'paragraph', text: head.flatMap((cell, index) => (index ? [plain(' '), ...cell] : [...cell])) } as const] : [])];
  const result: PastedTable = {
    kind: 'table',
    caption: caption ? flatten(reader.inside(caption)).map(run => plain(run.text)) : [],
    columns: Array.from({ length: width }, (_, column) => alignment(body.map(each => each.row[column]))),
    head,
    rows: body.map(each => texts(each.row.map(cell => (cell?.isReach ? null : cell)))),
  };
  reader.budget.take('blocks', result.rows.length + width);
  return [result, ...grid.flat().flatMap(cell => (cell && !cell.isReach ? cell.blocks.filter(block => block.kind === 'picture') : []))];
}

// Spacers, and what a merged cell claims beyond all others.
function withoutEmptyColumns(grid: readonly (readonly (Cell | null)[])[]): (Cell | null)[][] {
  const filled = new Set(grid.flatMap(row => row.flatMap((cell, column) => (isEmpty(cell) ? [] : [column]))));
  return grid.map(row => Array.from(row).filter((_, column) => filled.has(column)));
}

const words = (cell: Cell | null | undefined): Runs => (cell ? flatten(cell.blocks) : []);
const isEmpty = (cell: Cell | null | undefined): boolean => !cell || cell.isReach || !words(cell).length;
const lastFilled = (row: readonly (Cell | null)[]): number => row.findLastIndex(cell => !isEmpty(cell));

// A cell over several columns or rows stands in the first; in the others there is only the note that it reaches there, for heads.
function layOut(reader: Reader, rows: readonly Element[]): (Cell | null)[][] {
  const grid: (Cell | null)[][] = rows.map(() => []);
  rows.forEach((row, down) => {
    let across = 0;
    for (const element of cellsOf(row)) {
      while (grid[down]![across] !== undefined) across++;
      if (across >= most || reader.budget.cut) break;
      const cell: Cell = { element, blocks: reader.inside(element) };
      const reach = { ...cell, isReach: true };
      const wide = Math.min(span(element, 'colspan', most - across), 100);
      const high = span(element, 'rowspan', rows.length - down);
      for (let y = 0; y < high; y++) {
        for (let x = 0; x < wide; x++) grid[down + y]![across + x] ??= x || y ? reach : cell;
      }
      across += wide;
    }
  });
  return grid.map(row => Array.from(row, cell => cell ?? null));
}

function span(cell: Element, name: string, most: number): number {
  const number = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Math.min(Number.isFinite(number) && number > 0 ? number : 1, Math.max(most, 1));
}

function headRows(rows: readonly Element[], grid: readonly (readonly (Cell | null)[])[]): number {
  const isHead = (row: Element): boolean => row.parentElement?.localName === 'thead' || (cellsOf(row).length > 0 && cellsOf(row).every(cell => cell.localName === 'th'));
  let heads = rows.findIndex(row => !isHead(row));
  if (heads < 0) heads = 1;
  // Spreadsheets have no heads; a first row that alone is bold is one.
  if (heads === 0 && rows.length > 1 && isBold(grid[0]!) && !isBold(grid[1]!)) heads = 1;
  return heads > 4 ? 1 : heads;
}

function isBold(row: readonly (Cell | null)[]): boolean {
  const filled = row.filter(cell => !isEmpty(cell));
  return filled.length > 1 && filled.every(cell => words(cell).every(run => run.emphasis.includes('strong') || !run.text.trim()));
}

function mergeHeads(rows: readonly (readonly Runs[])[]): Runs[] | null {
  if (!rows.length) return null;
  return rows[0]!.map((_, column) => {
    const names = [...new Set(rows.map(row => wordsOf(row[column] ?? [])).filter(Boolean))];
    if (names.length > 1) return [plain(names.join(' – '))];
    const runs = rows.map(row => row[column] ?? []).find(text => text.length) ?? [];
    return runs.every(run => run.emphasis.includes('strong')) ? runs.map(run => ({ ...run, emphasis: run.emphasis.filter(name => name !== 'strong') })) : runs;
  });
}

function alignment(cells: readonly (Cell | null | undefined)[]): Alignment {
  const sides = cells.filter(cell => !isEmpty(cell)).map(cell => side(cell!.element));
  for (const name of ['Right', 'Centre', 'Left'] as const) {
    if (sides.length && sides.every(each => each === name)) return name;
  }
  return '';
}

function side(cell: Element): Alignment {
  const said = [cell, ...(cell.children.length === 1 ? cell.children : [])].map(each => /text-align:\s*(\w+)/i.exec(each.getAttribute(styleAttribute) ?? '')?.[1] ?? each.getAttribute('align') ?? '').find(Boolean);
  return said === 'right' ? 'Right' : said === 'center' ? 'Centre' : said === 'left' ? 'Left' : '';
}
