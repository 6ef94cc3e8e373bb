import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { schema } from '../schema/schema';
import { toInline } from '../wire/runs';
import type { Column } from '../wire/tables';
import type { PastedBlock, Runs } from './pasted';
import { wire } from './to-blocks';

/** A table pasted into a cell fills the cells from there on; rows and columns that lack are added. False where it is something else. */
export function fillCells(tr: Transaction, blocks: readonly PastedBlock[], freshId: () => string): boolean {
  const [pasted] = blocks;
  if (blocks.length !== 1 || pasted?.kind !== 'table') return false;
  const { $from } = tr.selection;
  const depth = $from.depth - 2;
  const table = $from.node(depth);
  if (table.type !== schema.nodes.table) return false;
  const rows = pasted.head ? [pasted.head, ...pasted.rows] : pasted.rows;
  const across = $from.index($from.depth - 1);
  const down = $from.index(depth);
  const columns = [...(table.attrs.columns as Column[])];
  while (columns.length < across + pasted.columns.length) columns.push({ id: freshId() });
  const content: Node[] = [];
  table.forEach((row, _, index) => content.push(index === 0 ? row : filled(row, columns, rows[index - down], across)));
  for (let index = table.childCount; index < down + rows.length; index++) {
    content.push(filled(schema.nodes.row.create({ id: freshId() }), columns, rows[index - down], across));
  }
  tr.replaceWith($from.before(depth), $from.after(depth), table.type.create({ ...table.attrs, columns }, content));
  return true;
}

function filled(row: Node, columns: readonly Column[], texts: readonly Runs[] | undefined, across: number): Node {
  return row.type.create(row.attrs, columns.map((column, index) => {
    const text = texts?.[index - across];
    const cell = row.maybeChild(index);
    return text ? schema.nodes.cell.create({ column: column.id }, toInline(wire(text))) : cell ?? schema.nodes.cell.create({ column: column.id });
  }));
}
