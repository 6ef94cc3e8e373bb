import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { schema } from '../schema/schema';
import type { Column } from '../wire/tables';

const key = new PluginKey<DecorationSet>('sides of columns');

/** Shows columns at the sides that they will have. */
export function tableSides(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: { init: (_, state) => sides(state.doc), apply: (tr, before) => (tr.docChanged ? sides(tr.doc) : before) },
    props: { decorations: state => key.getState(state) },
  });
}

function sides(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.forEach((table, start) => {
    if (table.type !== schema.nodes.table || table.attrs.aligned !== true) return;
    const names = (table.attrs.columns as Column[]).map(column => column.values?.align?.toLowerCase());
    table.descendants((node, pos, _, index) => {
      const side = node.type === schema.nodes.cell ? names[index] : undefined;
      if (side && side !== 'unset') found.push(Decoration.node(start + 1 + pos, start + 1 + pos + node.nodeSize, { class: `is-${side}` }));
      return !node.isTextblock;
    });
  });
  return found.length ? DecorationSet.create(doc, found) : DecorationSet.empty;
}
