import type { EditorView } from 'prosemirror-view';
import { guessKind } from '../media/guess-kind';
import { insertFile, replaceFile } from '../media/put-file';
import type { SentFile } from '../media/sent-file';
import type { PastedFile } from '../paste/plugin';
import { oneLine } from '../paste/words';
import type { WritingContext } from '../writing/context';
import { fileOf } from './data-file';
import { Lane } from './lane';
import { blockWith, bodyPlace, picturePlace, waitingAt } from './place';
import { insertPicture, type OwnWords, type Put, putPoster, replacePicture } from './put';
import { KnownRights } from './rights';
import type { Sender } from './send';
import type { StoredPicture } from './stored-picture';
import { UploadRunner, type Waiting } from './upload-runner';

/** Sends pictures, sounds, films and documents, and puts them into the story when the server has them. */
export class Uploader {
  // More at the same time would only share the same line; and no picture waits for a film.
  private readonly pictures = new Lane(2);
  private readonly others = new Lane(1);
  private readonly runner: UploadRunner;

  constructor(private readonly context: WritingContext, private readonly sender: Sender, private readonly files: Sender<SentFile> | null = null, private readonly rights = new KnownRights()) {
    this.runner = new UploadRunner(context);
  }

  /** Files that were pasted, dropped or chosen. */
  take(view: EditorView, files: readonly PastedFile[]): void {
    const { text, freshId } = this.context;
    if (this.fill(view, files)) return;
    const found = files.map(({ file, pos, alt }): Waiting | string => {
      const made = file instanceof File ? file : fileOf(file.source, text('editor.picture'));
      if (!made) return text('editor.picture');
      if (guessKind(made) !== 'picture') return this.files ? this.other(made, bodyPlace(view.state.doc, pos), sent => insertFile(sent, freshId)) : made.name;
      const own: OwnWords = { alt: oneLine(alt).slice(0, 2_000), caption: file instanceof File ? [] : file.caption };
      return this.picture(made, picturePlace(view.state.doc, pos), sent => insertPicture(sent, freshId, own));
    });
    this.refuse(found.filter(each => typeof each === 'string'));
    this.runner.start(view, found.filter(each => typeof each !== 'string'));
  }

  // One file that comes into a block without one is meant for it.
  private fill(view: EditorView, [one, ...more]: readonly PastedFile[]): boolean {
    const kind = one && more.length === 0 && one.file instanceof File ? guessKind(one.file) : null;
    const id = kind && waitingAt(view.state.doc, one.pos, kind);
    if (!id || (kind !== 'picture' && !this.files)) return false;
    if (kind === 'picture') this.replace(view, id, one.file as File);
    else this.replaceFile(view, id, one.file as File);
    return true;
  }

  replace(view: EditorView, id: string, file: File): void {
    this.instead(view, 'picture', id, file, sent => replacePicture(sent, id, this.context.text));
  }

  poster(view: EditorView, id: string, file: File): void {
    this.instead(view, 'media', id, file, sent => putPoster(sent, id, this.context.text));
  }

  /** Another file for a sound, a film or a document that is there. */
  replaceFile(view: EditorView, id: string, file: File): void {
    const { text, say } = this.context;
    const kind = blockWith(view.state.doc, 'media', id) ? 'media' : 'document';
    const block = blockWith(view.state.doc, kind, id);
    if (!block) return say(text('editor.story.gone'));
    if (guessKind(file) !== kind) return say(text('editor.picture.failed', file.name, text('editor.file.other-kind')));
    this.runner.start(view, [this.other(file, block.pos, sent => replaceFile(sent, id, text))]);
  }

  private instead(view: EditorView, kind: string, id: string, file: File, put: (sent: StoredPicture) => Put): void {
    const block = blockWith(view.state.doc, kind, id);
    if (guessKind(file) !== 'picture') this.refuse([file.name]);
    else if (block) this.runner.start(view, [this.picture(file, block.pos, put)]);
    else this.context.say(this.context.text('editor.story.gone'));
  }

  private picture(file: File, pos: number, put: (sent: StoredPicture) => Put): Waiting {
    return {
      file, pos, lane: this.pictures, most: this.sender.most,
      send: async (onProgress, signal) => {
        const result = await this.sender.send(file, onProgress, signal);
        if ('problem' in result) return result;
        this.rights.hear(result.picture);
        return put(result.picture);
      },
    };
  }

  private other(file: File, pos: number, put: (sent: SentFile) => Put): Waiting {
    return {
      file, pos, lane: this.others, most: this.files?.most,
      send: async (onProgress, signal) => {
        const result = await this.files!.send(file, onProgress, signal);
        return 'problem' in result ? result : put(result);
      },
    };
  }

  private refuse(names: readonly string[]): void {
    const { text, say } = this.context;
    if (names.length) say(text.count('editor.picture.refused', names.length, text.list(names)));
  }
}
