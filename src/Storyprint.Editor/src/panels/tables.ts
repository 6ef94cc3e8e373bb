import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { schema } from '../schema/schema';
import type { Column } from '../wire/tables';

export type Side = 'Left' | 'Centre' | 'Right' | null;

/** The cell that the caret is in, with its table. */
export interface CellPlace {
  readonly table: Node;
  readonly tablePos: number;
  /** Of its row among the children of the table, of which the first is the caption. */
  readonly row: number;
  readonly column: number;
}

export function cellPlace(state: EditorState): CellPlace | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type !== schema.nodes.cell) continue;
    return { table: $from.node(depth - 2), tablePos: $from.before(depth - 2), row: $from.index(depth - 2), column: $from.index(depth - 1) };
  }
  return null;
}

export const isInTable = (state: EditorState): boolean => cellPlace(state) !== null;
export const hasHead = ({ table }: CellPlace): boolean => table.maybeChild(1)?.type === schema.nodes.head;
export const sideOf = ({ table, column }: CellPlace): Side => ((table.attrs.columns as Column[])[column]?.values?.align ?? null) as Side;

const rowsOf = (table: Node): { node: Node; pos: number; index: number }[] => {
  const rows: { node: Node; pos: number; index: number }[] = [];
  table.forEach((node, pos, index) => { if (node.type !== schema.nodes.tablecaption) rows.push({ node, pos, index }); });
  return rows;
};

const inTable = (change: (tr: Transaction, place: CellPlace) => boolean): Command => (state, dispatch) => {
  const place = cellPlace(state);
  const tr = state.tr;
  if (!place || !change(tr, place)) return false;
  dispatch?.(tr.scrollIntoView());
  return true;
};

const emptyRow = (columns: readonly Column[], id: string): Node => schema.nodes.row.create({ id }, columns.map(column => schema.nodes.cell.create({ column: column.id })));

/** A row above or below the caret's; above the head there is none. */
export const addRow = (side: 1 | -1, freshId: () => string): Command => inTable((tr, { table, tablePos, row }) => {
  const own = rowsOf(table).find(each => each.index === row)!;
  if (side < 0 && own.node.type === schema.nodes.head) return false;
  const pos = tablePos + 1 + own.pos + (side > 0 ? own.node.nodeSize : 0);
  tr.insert(pos, emptyRow(table.attrs.columns as Column[], freshId()));
  tr.setSelection(TextSelection.create(tr.doc, pos + 2));
  return true;
});

/** Takes the caret's row away; a table keeps one. */
export const removeRow: Command = inTable((tr, { table, tablePos, row, column }) => {
  const rows = rowsOf(table);
  const own = rows.find(each => each.index === row)!;
  if (own.node.type !== schema.nodes.head && rows.filter(each => each.node.type === schema.nodes.row).length < 2) return false;
  tr.delete(tablePos + 1 + own.pos, tablePos + 1 + own.pos + own.node.nodeSize);
  const rest = rowsOf(tr.doc.nodeAt(tablePos)!);
  const here = rest.find(each => each.index === row) ?? rest[rest.length - 1]!;
  tr.setSelection(TextSelection.near(tr.doc.resolve(cellStart(tablePos, here.node, here.pos, Math.min(column, here.node.childCount - 1)) + 1)));
  return true;
});

/** A column before or behind the caret's, in the direction of the writing. */
export const addColumn = (side: 1 | -1, freshId: () => string): Command => inTable((tr, { table, tablePos, column }) => {
  const at = column + (side > 0 ? 1 : 0);
  const id = freshId();
  for (const { node, pos } of rowsOf(table).reverse()) tr.insert(cellStart(tablePos, node, pos, at), schema.nodes.cell.create({ column: id }));
  tr.setNodeAttribute(tablePos, 'columns', (table.attrs.columns as Column[]).toSpliced(at, 0, { id }));
  return true;
});

/** Takes the caret's column away; a table keeps one. */
export const removeColumn: Command = inTable((tr, { table, tablePos, column }) => {
  const columns = table.attrs.columns as Column[];
  if (columns.length < 2) return false;
  for (const { node, pos } of rowsOf(table).reverse()) {
    const cell = node.maybeChild(column);
    const start = cellStart(tablePos, node, pos, column);
    if (cell) tr.delete(start, start + cell.nodeSize);
  }
  tr.setNodeAttribute(tablePos, 'columns', columns.toSpliced(column, 1));
  return true;
});

function cellStart(tablePos: number, row: Node, rowPos: number, column: number): number {
  let pos = tablePos + 1 + rowPos + 1;
  for (let index = 0; index < Math.min(column, row.childCount); index++) pos += row.child(index).nodeSize;
  return pos;
}

/** Makes the first row the head, or the head a row. */
export const toggleHead = (freshId: () => string): Command => inTable((tr, place) => {
  const { table, tablePos } = place;
  const rows = rowsOf(table);
  const first = rows[0]!;
  const pos = tablePos + 1 + first.pos;
  if (hasHead(place)) {
    tr.setNodeMarkup(pos, schema.nodes.row);
  } else {
    if (rows.length === 1) tr.insert(tablePos + table.nodeSize - 1, emptyRow(table.attrs.columns as Column[], freshId()));
    tr.setNodeMarkup(pos, schema.nodes.head);
  }
  return true;
});

/** Sets the caret's column to a side; null is as the language is written. */
export const alignColumn = (side: Side): Command => inTable((tr, { table, tablePos, column }) => {
  const columns = (table.attrs.columns as Column[]).map((each, index): Column => {
    if (index !== column) return each;
    const { align: _, ...values } = each.values ?? {};
    const { values: __, ...own } = each;
    return side || Object.keys(values).length ? { ...own, values: { ...values, ...(side ? { align: side } : {}) } } : own;
  });
  tr.setNodeAttribute(tablePos, 'columns', columns);
  tr.setNodeAttribute(tablePos, 'aligned', columns.some(each => each.values?.align));
  return true;
});
