import { type Command, Selection, TextSelection } from 'prosemirror-state';

/** Everything in the place of the cursor: the text of a headline or a cell, or the whole body, never the fields and the notes with it. */
export const selectAll: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { doc } = state;
  if ($from.depth > 0 && !$from.node(1).type.isInGroup('body')) {
    dispatch?.(state.tr.setSelection(TextSelection.create(doc, $from.start(1), $from.end(1))));
    return true;
  }
  let [start, end, position] = [-1, -1, 0];
  doc.forEach(node => {
    if (node.type.isInGroup('body')) {
      if (start < 0) start = position;
      end = position + node.nodeSize;
    }
    position += node.nodeSize;
  });
  const from = Selection.findFrom(doc.resolve(start), 1, true);
  const to = Selection.findFrom(doc.resolve(end), -1, true);
  if (from && to) dispatch?.(state.tr.setSelection(TextSelection.between(from.$from, to.$to)));
  return true;
};
