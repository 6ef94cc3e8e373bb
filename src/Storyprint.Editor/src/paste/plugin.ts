import { closeHistory } from 'prosemirror-history';
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { placeInGallery } from '../gallery/drop';
import { schema } from '../schema/schema';
import type { WritingContext } from '../writing/context';
import { safeAddress } from './address';
import { isOwn, loneAddress, readClip, type Clip } from './clipboard';
import { droppedSentence } from './dropped';
import { insertPasted } from './insert';
import { cleanSlice } from './own';
import type { PastedPicture } from './pasted';

export interface PastedFile {
  readonly file: File | PastedPicture;
  readonly pos: number;
  readonly alt: string;
}

/** Clean paste and drop. Files and pictures go to `take`, which sends them. */
export function pastePlugin(context: WritingContext, take: (view: EditorView, files: readonly PastedFile[]) => void): Plugin {
  let asText = false;
  const put = (view: EditorView, clip: Clip, place?: number | null): void => {
    const pos = place ?? view.state.selection.to;
    if (clip.pasted) insert(view, clip, context, take);
    if (clip.folders.length) context.say(context.text.count('editor.file.folder', clip.folders.length, context.text.list(clip.folders)));
    if (clip.files.length) take(view, clip.files.map(file => ({ file, pos, alt: clip.alt })));
  };
  return new Plugin({
    props: {
      transformPasted: slice => cleanSlice(slice, context.freshId),
      handleDOMEvents: {
        keydown(_, event) {
          asText = event.shiftKey && event.key !== 'Insert';
          return false;
        },
        keyup(_, event) {
          if (!event.shiftKey) asText = false;
          return false;
        },
        paste(view, event) {
          const data = event.clipboardData;
          if (!data || !view.editable || (isOwn(data) && !asText)) return false;
          event.preventDefault();
          put(view, readClip(data, asText, view.dom.ownerDocument.location.origin));
          asText = false;
          return true;
        },
        drop(view, event) {
          const data = event.dataTransfer;
          if (!data || !view.editable || view.dragging || isOwn(data)) return false;
          const inGallery = placeInGallery(view, event);
          const pos = inGallery ?? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          if (pos === undefined) return false;
          event.preventDefault();
          view.focus();
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
          put(view, readClip(data, false, view.dom.ownerDocument.location.origin), inGallery);
          return true;
        },
      },
    },
  });
}

function insert(view: EditorView, clip: Clip, context: WritingContext, take: (view: EditorView, files: readonly PastedFile[]) => void): void {
  const pasted = clip.pasted!;
  const linked = linkSelection(view, loneAddress(pasted));
  if (linked) {
    view.dispatch(linked);
    return;
  }
  const { tr, pictures } = insertPasted(view.state, pasted.blocks, context.freshId);
  view.dispatch(closeHistory(tr).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  // What is typed next is another step to undo.
  view.dispatch(closeHistory(view.state.tr));
  if (pictures.length) take(view, pictures.map(each => ({ file: each.picture, pos: each.pos, alt: each.picture.alt })));
  const sentence = droppedSentence(pasted, context.text);
  if (sentence) context.say(sentence);
}

// An address over selected words is their link.
function linkSelection(view: EditorView, address: string | null): Transaction | null {
  const { selection, tr } = view.state;
  const href = safeAddress(address, view.dom.ownerDocument.location.origin);
  if (!href || selection.empty || !selection.$from.sameParent(selection.$to) || !selection.$from.parent.type.allowsMarkType(schema.marks.link)) return null;
  return closeHistory(tr.addMark(selection.from, selection.to, schema.marks.link.create({ href })));
}
