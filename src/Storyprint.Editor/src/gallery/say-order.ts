import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin } from 'prosemirror-state';
import { blockWith } from '../pictures/place';
import { schema } from '../schema/schema';
import type { Text } from '../writing/texts';

interface Place {
  readonly gallery: string;
  readonly index: number;
  readonly of: number;
}

const { nodes } = schema;

function placeOf(doc: Node, id: string): Place | null {
  const found = blockWith(doc, 'picture', id);
  const $pos = found && doc.resolve(found.pos);
  return $pos && $pos.parent.type === nodes.gallery ? { gallery: String($pos.parent.attrs.id), index: $pos.index(), of: $pos.parent.childCount - 1 } : null;
}

/** The picture that is chosen, or that the cursor is in. */
function pictureAt({ selection: { $from } }: EditorState): string | null {
  const inside = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)).find(node => node.type === nodes.picture);
  const picture = inside ?? ($from.nodeAfter?.type === nodes.picture ? $from.nodeAfter : null);
  return picture ? String(picture.attrs.id) : null;
}

/** Says the new place of a picture in its gallery, however it was moved: by keys, by buttons, with mouse or finger. */
export const sayOrder = (text: Text, announce: (sentence: string) => void): Plugin => new Plugin({
  view: () => ({
    update({ state }, before) {
      const id = before.doc === state.doc ? null : pictureAt(state);
      const [now, was] = id === null ? [null, null] : [placeOf(state.doc, id), placeOf(before.doc, id)];
      if (now && was && now.gallery === was.gallery && now.index !== was.index) announce(text('editor.gallery.of', now.index + 1, now.of));
    },
  }),
});
