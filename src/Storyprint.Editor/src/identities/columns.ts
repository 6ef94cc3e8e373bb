import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { Column } from '../wire/tables';

/** Gives the columns of a copied table identities of their own, and their cells with them. */
export function freshColumns(tr: Transaction, table: Node, position: number, isTaken: (id: string) => boolean, newId: () => string): void {
  const columns = table.attrs.columns as Column[];
  if (!columns.some(column => !column.id || isTaken(column.id))) return;
  const names = new Map<string, string>();
  const fresh = columns.map(({ id, values }): Column => {
    const name = !id || isTaken(id) ? newId() : id;
    names.set(id, name);
    return { id: name, ...(values ? { values } : {}) };
  });
  tr.setNodeAttribute(position, 'columns', fresh);
  table.descendants((node, offset) => {
    const name = names.get(node.attrs.column as string);
    if (node.type.name === 'cell' && name !== undefined && name !== node.attrs.column) tr.setNodeAttribute(position + 1 + offset, 'column', name);
    return !node.isTextblock;
  });
}
