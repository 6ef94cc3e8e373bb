import { type Command, Selection, TextSelection } from 'prosemirror-state';
import { emptyRow } from '../wire/tables';
import { leaveBlock } from './places';


const isInTable = (type: { name: string }): boolean => type.name === 'cell' || type.name === 'tablecaption';

/** The next or the former cell; behind the last one a new row begins. */
export function toCell(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if (!isInTable($from.parent.type)) return false;
    const table = $from.node(1);
    const tr = state.tr;
    const edge = direction > 0 ? $from.after() : $from.before();
    const next = Selection.findFrom(tr.doc.resolve(edge), direction, true);
    if (next && next.from > $from.before(1) && next.to < $from.after(1)) {
      const { $from: $next } = next;
      dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $next.start(), $next.end())).scrollIntoView());
    } else if (direction > 0) {
      const end = $from.end(1);
      tr.insert(end, emptyRow(table.attrs.columns));
      dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView());
    } else {
      return false;
    }
    return true;
  };
}

/** The cell below; from the last row out of the table. */
export const enterCell: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const [table, row, column] = [$from.node(1), $from.index(1), $from.index(2)];
  if (!dispatch) return true;
  if (row + 1 >= table.childCount) {
    dispatch(leaveBlock(state.tr, $from.after(1)));
    return true;
  }
  const below = table.child(row + 1);
  let position = $from.after(2) + 1;
  for (let index = 0; index < Math.min(column, below.childCount - 1); index++) position += below.child(index).nodeSize;
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, position + 1)).scrollIntoView());
  return true;
};

