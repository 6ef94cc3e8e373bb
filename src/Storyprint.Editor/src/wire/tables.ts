import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema';
import { attributesOf, blockOf } from './attributes';
import { fromInline, toInline } from './runs';
import type { Block, Run } from './types';

/** A column has no node of its own: it is a block on the wire and a line in its table's attributes. */
export type Column = Omit<Block, 'kind'>;

const table = { values: { aligned: 'flag' } } as const;

const isColumn = (block: Block): boolean => block.kind === 'column';

export function tableNode(block: Block): Node {
  const columns = (block.blocks ?? []).filter(isColumn).map(({ kind: _, ...column }): Column => column);
  const caption = block.texts?.caption;
  const rows = (block.blocks ?? []).filter(inside => !isColumn(inside)).map(row => rowNode(row, columns));
  const last = rows.at(-1);
  return schema.nodes.table.create({ ...attributesOf(block, table, name => name === 'caption'), columns }, [
    schema.nodes.tablecaption.create({ kept: caption?.length === 0 }, toInline(caption)),
    ...rows,
    ...(last?.type === schema.nodes.row ? [] : [emptyRow(columns)]),
  ]);
}

// Every row shows a cell in every column; `kept` tells those that the wire has from those that it leaves out.
function rowNode(block: Block, columns: readonly Column[]): Node {
  const names = new Set(columns.map(column => column.id));
  const cells = columns.map(column => {
    const text = block.texts?.[column.id];
    return schema.nodes.cell.create({ column: column.id, kept: text?.length === 0 }, toInline(text));
  });
  return schema.nodes[block.kind === 'head' ? 'head' : 'row'].create(attributesOf(block, {}, name => names.has(name)), cells);
}

/** A row without an identity is not on the wire while it is empty. */
export const emptyRow = (columns: readonly Column[]): Node => schema.nodes.row.create(null, columns.map(column => schema.nodes.cell.create({ column: column.id })));

export function tableBlock(node: Node, isFiller: (inside: Node) => boolean): Block {
  const texts: Record<string, Run[]> = {};
  const blocks: Block[] = (node.attrs.columns as Column[]).map(column => ({ ...column, kind: 'column' }));
  node.forEach(child => {
    if (child.type === schema.nodes.tablecaption) {
      if (child.childCount > 0 || child.attrs.kept) texts.caption = fromInline(child.content);
    } else if (!isFiller(child)) {
      blocks.push(rowBlock(child));
    }
  });
  return blockOf(node, node.attrs.id as string, 'table', table, texts, blocks);
}

function rowBlock(row: Node): Block {
  const texts: Record<string, Run[]> = {};
  row.forEach(cell => {
    if (cell.childCount > 0 || cell.attrs.kept) texts[cell.attrs.column as string] = fromInline(cell.content);
  });
  return blockOf(row, row.attrs.id as string, row.type.name, {}, texts, []);
}
