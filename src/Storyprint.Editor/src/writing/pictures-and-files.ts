import type { NodeSelection } from 'prosemirror-state';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { fileOf, isCroppable } from '../crop/area';
import { askForCrop } from '../crop/crop-dialog';
import { Cropped } from '../crop/cropped';
import { cutter } from '../crop/send-crop';
import { makeGallery, newGallery } from '../gallery/gallery';
import { GalleryView } from '../gallery/gallery-view';
import { PictureChooser } from '../library/choose-pictures';
import { pictureLibrary } from '../library/library';
import { accepted } from '../media/guess-kind';
import { mediaViews } from '../media/media-view';
import { sentFiles } from '../media/sent-file';
import { type Entry, insertBlock } from '../menu/entries';
import type { PastedFile } from '../paste/plugin';
import { chooseFiles } from '../pictures/choose';
import { PictureView } from '../pictures/picture-view';
import { blockWith } from '../pictures/place';
import { KnownRights } from '../pictures/rights';
import { pictureSender } from '../pictures/send';
import { Uploader } from '../pictures/uploader';
import { pictureWords } from '../pictures/words-view';
import type { Tool } from '../toolbar/tools';
import type { WritingContext } from './context';

interface PicturesAndFiles {
  readonly views: NonNullable<EditorProps['nodeViews']>;
  readonly tools: readonly Tool[];
  readonly entries: readonly Entry[];
  /** Files that were pasted or dropped. */
  take(view: EditorView, files: readonly PastedFile[]): void;
}

/** Pictures, galleries, sounds, films and documents: how they look, and how they come into the story. What the page gives no address for is not offered. */
export function picturesAndFiles(context: WritingContext): PicturesAndFiles {
  const { text, root, token } = context;
  const { pictures: sentTo, files: filesTo, library, crop } = root.dataset;
  const rights = new KnownRights();
  const uploader = new Uploader(context, pictureSender(sentTo ?? '', token, text), filesTo ? sentFiles(filesTo, token, text) : null, rights);
  const chooser = new PictureChooser(context, { library: library ? pictureLibrary(library, text) : null, canSend: Boolean(sentTo), uploader, rights });
  const { isPossible } = chooser;

  const cropped = new Cropped();
  const cut = cutter(crop ?? '', token, text);
  const wholeOf = (file: unknown) => cropped.of(file)?.original ?? null;
  const canCrop = (file: unknown): boolean => { const size = fileOf(wholeOf(file)?.file ?? file); return size !== null && isCroppable(size); };
  const replaceFile = (view: EditorView, id: string): void =>
    chooseFiles(false, files => { if (files[0]) uploader.replaceFile(view, id, files[0]); }, accepted[blockWith(view.state.doc, 'media', id) ? 'media' : 'document']);
  const addFiles = (view: EditorView): void =>
    chooseFiles(true, files => uploader.take(view, files.map(file => ({ file, pos: view.state.selection.to, alt: '' }))), `${accepted.media},${accepted.document}`);

  const pictures = {
    text, canCrop, wholeOf, rights,
    ...(isPossible ? { replace: (view: EditorView, id: string) => chooser.forPicture(view, id) } : {}),
    ...(crop ? { crop: (view: EditorView, id: string) => { askForCrop(context, view, id, cut, cropped, rights); } } : {}),
  };
  const media = { rights, ...(filesTo ? { chooseFile: replaceFile } : {}), ...(isPossible ? { chooseStill: (view: EditorView, id: string) => chooser.forFilm(view, id) } : {}) };
  const addToGallery = isPossible ? (view: EditorView, id: string): void => chooser.forGallery(view, id) : null;

  return {
    views: {
      ...pictureWords(text), ...mediaViews(text, media),
      gallery: (node, view, getPos) => new GalleryView(node, view, getPos, text, addToGallery),
      picture: (node, view, getPos) => new PictureView(node, view, getPos, pictures),
    },
    tools: isPossible ? [{ key: 'picture', sign: '▣', run: view => chooser.forStory(view) }] : [],
    entries: [
      { key: 'picture', sign: '▣', run: view => chooser.forStory(view), isPossible: () => isPossible },
      { key: 'file', sign: '♪', run: addFiles, isPossible: () => Boolean(filesTo) },
      { key: 'gallery', sign: '▣▣', run: view => { if (beginGallery(view)) chooser.forGallery(view, String((view.state.selection as NodeSelection).node.attrs.id)); }, isPossible: view => isPossible && insertBlock(newGallery, true)(view.state) },
      { key: 'gallery-of', sign: '▣▣', run: view => { makeGallery(view.state, view.dispatch); }, isPossible: view => makeGallery(view.state) },
    ],
    take: (view, files) => uploader.take(view, files),
  };
}

const beginGallery = (view: EditorView): boolean => insertBlock(newGallery, true)(view.state, view.dispatch);
