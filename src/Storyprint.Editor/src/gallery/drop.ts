import { NodeSelection, Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { pictureWith } from '../pictures/place';
import { schema } from '../schema/schema';

/** Where in a gallery something is dropped; null outside of galleries. Browsers know no place for text over a picture. */
export function placeInGallery(view: EditorView, event: MouseEvent): number | null {
  const target = event.target instanceof Element ? event.target : null;
  const gallery = target?.closest('.block-gallery');
  if (!gallery || !view.dom.contains(gallery)) return null;
  const picture = target!.closest('.block-gallery .block-picture');
  const $pos = view.state.doc.resolve(view.posAtDOM(picture ?? gallery, 0));
  if ($pos.depth === 0 || $pos.node(1).type !== schema.nodes.gallery) return null;
  if (!picture || $pos.depth < 2) return $pos.end(1) - $pos.node(1).lastChild!.nodeSize;
  const { top, height } = picture.getBoundingClientRect();
  return event.clientY > top + height / 2 ? $pos.after(2) : $pos.before(2);
}

/** Pictures are dragged to their place in a gallery. */
export const galleryDrop = (): Plugin => new Plugin({
  props: {
    handleDrop(view, event, slice, isMoved) {
      const picture = slice.content.firstChild;
      const place = isMoved && slice.content.childCount === 1 && picture?.type === schema.nodes.picture ? placeInGallery(view, event) : null;
      const from = place === null ? null : pictureWith(view.state.doc, String(picture!.attrs.id));
      if (place === null || !from || !view.editable) return false;
      const tr = view.state.tr.delete(from.pos, from.pos + from.node.nodeSize);
      const to = tr.mapping.map(place);
      tr.insert(to, from.node);
      view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)).setMeta('uiEvent', 'drop'));
      view.focus();
      return true;
    },
  },
});
