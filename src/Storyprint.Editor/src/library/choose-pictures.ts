import { closeHistory } from 'prosemirror-history';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { chooseFiles } from '../pictures/choose';
import { blockWith } from '../pictures/place';
import { insertPicture, type Put, putPoster, replacePicture } from '../pictures/put';
import type { KnownRights } from '../pictures/rights';
import type { StoredPicture } from '../pictures/stored-picture';
import type { Uploader } from '../pictures/uploader';
import type { WritingContext } from '../writing/context';
import type { Library } from './library';
import { askForPictures } from './library-dialog';
import type { Purpose } from './purpose';

interface Means {
  /** Null where the page says of no library; then a file is chosen, as everywhere. */
  readonly library: Library | null;
  readonly canSend: boolean;
  readonly uploader: Uploader;
  readonly rights: KnownRights;
}

/** Everything that pictures are chosen for: the text, a block, a gallery, a film. */
export class PictureChooser {
  constructor(private readonly context: WritingContext, private readonly means: Means) {}

  get isPossible(): boolean {
    return this.means.library !== null || this.means.canSend;
  }

  /** Where the cursor is: what others write meanwhile moves it along. */
  forStory(view: EditorView): void {
    const { text, freshId } = this.context;
    const place = (): number => view.state.selection.to;
    this.ask(view, {
      title: text('editor.library.title-many'), isMany: true,
      take: pictures => this.put(view, pictures, place, picture => insertPicture(picture, freshId)),
      send: files => this.means.uploader.take(view, files.map(file => ({ file, pos: place(), alt: '' }))),
    });
  }

  /** Another picture in the place of one, or one for a block that has none. */
  forPicture(view: EditorView, id: string): void {
    const { text } = this.context;
    this.ask(view, {
      title: text('editor.library.title'), isMany: false,
      take: ([picture]) => this.put(view, [picture!], () => 0, sent => replacePicture(sent, id, text)),
      send: ([file]) => this.means.uploader.replace(view, id, file!),
    });
  }

  forGallery(view: EditorView, id: string): void {
    const { text, freshId, say } = this.context;
    const end = (): number | null => {
      const gallery = blockWith(view.state.doc, 'gallery', id);
      if (!gallery) say(text('editor.story.gone'));
      return gallery && gallery.pos + gallery.node.nodeSize - 1 - gallery.node.lastChild!.nodeSize;
    };
    this.ask(view, {
      title: text('editor.library.title-many'), isMany: true,
      take: pictures => this.put(view, pictures, end, picture => insertPicture(picture, freshId)),
      send: files => {
        const pos = end();
        if (pos !== null) this.means.uploader.take(view, files.map(file => ({ file, pos, alt: '' })));
      },
    });
  }

  forFilm(view: EditorView, id: string): void {
    const { text } = this.context;
    this.ask(view, {
      title: text('editor.library.title-still'), isMany: false,
      take: ([picture]) => this.put(view, [picture!], () => 0, sent => putPoster(sent, id, text)),
      send: ([file]) => this.means.uploader.poster(view, id, file!),
    });
  }

  private ask(view: EditorView, purpose: Purpose): void {
    const { library, canSend } = this.means;
    if (library) askForPictures(this.context, view, purpose, { library, canSend });
    else chooseFiles(purpose.isMany, files => { if (files.length) purpose.send(files); });
  }

  // All of them in one step to undo.
  private put(view: EditorView, pictures: readonly StoredPicture[], place: () => number | null, putOf: (picture: StoredPicture) => Put): void {
    const { text, say, announce } = this.context;
    const start = view.editable && !view.isDestroyed ? place() : null;
    if (start === null) return;
    const tr = closeHistory(view.state.tr);
    let chosen: number | null = null;
    for (const picture of pictures) {
      this.means.rights.hear(picture);
      // Behind those that came before it.
      const outcome = putOf(picture)(tr, chosen === null ? start : chosen + tr.doc.nodeAt(chosen)!.nodeSize);
      if ('problem' in outcome) return say(outcome.problem);
      chosen = outcome.chosen;
    }
    if (chosen !== null) tr.setSelection(NodeSelection.create(tr.doc, chosen));
    view.dispatch(tr.scrollIntoView());
    view.dispatch(closeHistory(view.state.tr));
    announce(text.count('editor.library.put', pictures.length));
  }
}
