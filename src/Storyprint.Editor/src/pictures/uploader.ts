import { closeHistory } from 'prosemirror-history';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { guessKind } from '../media/guess-kind';
import { insertFile, replaceFile } from '../media/put-file';
import type { SentFile } from '../media/sent-file';
import type { PastedFile } from '../paste/plugin';
import { oneLine } from '../paste/words';
import type { WritingContext } from '../writing/context';
import { fileOf } from './data-file';
import { Lane } from './lane';
import { blockWith, bodyPlace, picturePlace } from './place';
import { insertPicture, type OwnWords, type Put, putPoster, replacePicture } from './put';
import { KnownRights } from './rights';
import type { Failed, Sender } from './send';
import type { StoredPicture } from './stored-picture';
import { tooLarge } from './too-large';
import { addUploads, endUpload, uploadsIn } from './upload-plugin';
import { UploadView } from './upload-view';

interface Waiting {
  readonly file: File;
  readonly pos: number;
  readonly lane: Lane;
  send(onProgress: (share: number) => void, signal: AbortSignal): Promise<Put | Failed>;
}

/** Sends pictures, sounds, films and documents, and puts them into the story when the server has them. */
export class Uploader {
  // More at the same time would only share the same line; and no picture waits for a film.
  private readonly pictures = new Lane(2);
  private readonly others = new Lane(1);

  constructor(private readonly context: WritingContext, private readonly sender: Sender, private readonly files: Sender<SentFile> | null = null, private readonly rights = new KnownRights()) {}

  /** Files that were pasted, dropped or chosen. */
  take(view: EditorView, files: readonly PastedFile[]): void {
    const { text, freshId } = this.context;
    const found = files.map(({ file, pos, alt }): Waiting | string => {
      const made = file instanceof File ? file : fileOf(file.source, text('editor.picture'));
      if (!made) return text('editor.picture');
      if (guessKind(made) !== 'picture') return this.files ? this.other(made, bodyPlace(view.state.doc, pos), sent => insertFile(sent, freshId)) : made.name;
      const own: OwnWords = { alt: oneLine(alt).slice(0, 2_000), caption: file instanceof File ? [] : file.caption };
      return this.picture(made, picturePlace(view.state.doc, pos), sent => insertPicture(sent, freshId, own));
    });
    this.refuse(found.filter(each => typeof each === 'string'));
    this.start(view, found.filter(each => typeof each !== 'string'));
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
    this.start(view, [this.other(file, block.pos, sent => replaceFile(sent, id, text))]);
  }

  private instead(view: EditorView, kind: string, id: string, file: File, put: (sent: StoredPicture) => Put): void {
    const block = blockWith(view.state.doc, kind, id);
    if (guessKind(file) !== 'picture') this.refuse([file.name]);
    else if (block) this.start(view, [this.picture(file, block.pos, put)]);
    else this.context.say(this.context.text('editor.story.gone'));
  }

  private picture(file: File, pos: number, put: (sent: StoredPicture) => Put): Waiting {
    return {
      file, pos, lane: this.pictures,
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
      file, pos, lane: this.others,
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

  private isSmall({ file, lane }: Waiting): boolean {
    const sentence = tooLarge(this.context.text, file, (lane === this.pictures ? this.sender : this.files)?.most);
    if (sentence) this.context.say(sentence);
    return !sentence;
  }

  private start(view: EditorView, waiting: readonly Waiting[]): void {
    if (!view.editable) return;
    const shown = waiting.filter(each => this.isSmall(each)).map(each => {
      const id = this.context.freshId();
      const control = new AbortController();
      const run = (): void => each.lane.add(() => this.run(view, id, each, upload, control.signal));
      const upload = new UploadView(each.file, this.context.text, {
        repeat: run,
        leave: () => {
          control.abort();
          this.leave(view, id, upload);
        },
      });
      return { id, pos: each.pos, element: upload.element, run };
    });
    if (!shown.length) return;
    view.dispatch(addUploads(view.state.tr, shown.map(({ id, pos, element }) => ({ id, pos, element }))));
    for (const { run } of shown) run();
  }

  private async run(view: EditorView, id: string, waiting: Waiting, shown: UploadView, signal: AbortSignal): Promise<void> {
    // It may have been left out while it waited for others.
    if (signal.aborted || view.isDestroyed) return;
    shown.send();
    const result = await waiting.send(share => shown.progress(share), signal);
    if (signal.aborted || view.isDestroyed) return;
    if (typeof result === 'function') this.put(view, id, waiting, result, shown);
    else {
      shown.fail(result.problem, result.canRepeat);
      this.context.say(this.context.text('editor.picture.failed', waiting.file.name, result.problem));
    }
  }

  private put(view: EditorView, id: string, { file }: Waiting, put: Put, shown: UploadView): void {
    const upload = uploadsIn(view.state).find(each => each.id === id);
    if (!upload) return;
    const { text, say, announce } = this.context;
    const tr = endUpload(closeHistory(view.state.tr), id);
    const outcome = put(tr, upload.pos);
    if ('chosen' in outcome && outcome.chosen !== null && !view.hasFocus()) tr.setSelection(NodeSelection.create(tr.doc, outcome.chosen));
    view.dispatch(tr);
    shown.end();
    if ('problem' in outcome) say(text('editor.picture.failed', file.name, outcome.problem));
    else announce(text('editor.picture.sent', file.name));
  }

  private leave(view: EditorView, id: string, shown: UploadView): void {
    view.dispatch(endUpload(view.state.tr, id).setMeta('addToHistory', false));
    shown.end();
    view.focus();
  }
}
