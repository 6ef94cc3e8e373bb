import type { Command } from 'prosemirror-state';
import { schema } from '../schema/schema';

const most = 8;

/** Moves the selected items of a list in or out. */
export function indent(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth < 2 || $from.node(1).type !== schema.nodes.list || $from.node(1) !== $to.node(1)) return false;
    const list = $from.node(1);
    const tr = state.tr;
    let position = $from.start(1);
    list.forEach((item, _, index) => {
      const depth = (item.attrs.depth as number | null) ?? 0;
      const limit = index === 0 ? 0 : Math.min(most, ((tr.doc.nodeAt($from.before(1))!.child(index - 1).attrs.depth as number | null) ?? 0) + 1);
      const wanted = Math.max(0, Math.min(limit, depth + by));
      if (index >= $from.index(1) && index <= $to.index(1) && wanted !== depth && (by > 0) === (wanted > depth)) tr.setNodeAttribute(position, 'depth', wanted);
      position += item.nodeSize;
    });
    if (tr.docChanged) dispatch?.(tr);
    return true;
  };
}
