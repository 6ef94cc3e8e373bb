import { closeHistory } from 'prosemirror-history';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { PastedFile } from '../paste/plugin';
import type { Runs } from '../paste/pasted';
import { wire } from '../paste/to-blocks';
import { oneLine } from '../paste/words';
import { schema } from '../schema/schema';
import { toInline } from '../wire/runs';
import type { WritingContext } from '../writing/context';
import { fileOf } from './data-file';
import { picturePlace, pictureWith } from './place';
import { type Sender, type SentPicture } from './send';
import { addUploads, endUpload, uploadsIn } from './upload-plugin';
import { UploadView } from './upload-view';

interface Waiting {
  readonly file: File;
  readonly pos: number;
  readonly alt: string;
  readonly caption: Runs;
  /** The identity of the picture whose file it takes the place of. */
  readonly instead: string | null;
}

/** Files sent at the same time; more would only share the same line. */
const atOnce = 2;

/** Sends pictures and puts them into the story when the server has them. */
export class Uploader {
  private running = 0;
  private readonly queue: (() => Promise<void>)[] = [];

  constructor(private readonly context: WritingContext, private readonly sender: Sender) {}

  /** Files that were pasted, dropped or chosen. */
  take(view: EditorView, files: readonly PastedFile[]): void {
    const { text } = this.context;
    const found = files.map(({ file, pos, alt }): Waiting | string => {
      const made = file instanceof File ? file : fileOf(file.source, text('editor.picture'));
      if (!made) return text('editor.picture');
      if (!made.type.startsWith('image/')) return made.name;
      return { file: made, pos: picturePlace(view.state.doc, pos), alt: oneLine(alt).slice(0, 2_000), caption: file instanceof File ? [] : file.caption, instead: null };
    });
    const refused = found.filter(each => typeof each === 'string');
    if (refused.length) this.context.say(text.count('editor.picture.refused', refused.length, text.list(refused)));
    this.start(view, found.filter(each => typeof each !== 'string'));
  }

  /** Another file for a picture that is there. */
  replace(view: EditorView, id: string, file: File): void {
    const picture = pictureWith(view.state.doc, id);
    if (!file.type.startsWith('image/')) this.context.say(this.context.text.count('editor.picture.refused', 1, file.name));
    else if (picture) this.start(view, [{ file, pos: picture.pos, alt: '', caption: [], instead: id }]);
  }

  private start(view: EditorView, waiting: readonly Waiting[]): void {
    if (!view.editable) return;
    const made = waiting.map(each => ({ each, id: this.context.freshId() }));
    const shown = made.map(({ each, id }) => {
      const control = new AbortController();
      const upload = new UploadView(each.file, this.context.text, {
        repeat: () => this.enqueue(() => this.run(view, id, each, upload, control.signal)),
        leave: () => {
          control.abort();
          this.leave(view, id, upload);
        },
      });
      this.enqueue(() => this.run(view, id, each, upload, control.signal));
      return { id, pos: each.pos, element: upload.element };
    });
    if (shown.length) view.dispatch(addUploads(view.state.tr, shown));
  }

  private enqueue(run: () => Promise<void>): void {
    this.queue.push(run);
    this.next();
  }

  private next(): void {
    if (this.running >= atOnce) return;
    const run = this.queue.shift();
    if (!run) return;
    this.running++;
    void run().finally(() => {
      this.running--;
      this.next();
    });
  }

  private async run(view: EditorView, id: string, waiting: Waiting, shown: UploadView, signal: AbortSignal): Promise<void> {
    // It may have been left out while it waited for others.
    if (signal.aborted || view.isDestroyed) return;
    shown.send();
    const result = await this.sender.send(waiting.file, share => shown.progress(share), signal);
    if (signal.aborted || view.isDestroyed) return;
    if ('problem' in result) {
      shown.fail(result.problem, result.canRepeat);
      this.context.say(this.context.text('editor.picture.failed', waiting.file.name, result.problem));
    } else {
      this.put(view, id, waiting, result.picture);
      shown.end();
    }
  }

  private put(view: EditorView, id: string, waiting: Waiting, sent: SentPicture): void {
    const upload = uploadsIn(view.state).find(each => each.id === id);
    if (!upload) return;
    const tr = endUpload(closeHistory(view.state.tr), id);
    const old = waiting.instead ? pictureWith(tr.doc, waiting.instead) : null;
    if (old) {
      tr.setNodeMarkup(old.pos, null, { ...old.node.attrs, file: sent.file, address: sent.address, focus: null });
    } else {
      const { nodes } = schema;
      const content = [nodes.caption.create(null, toInline(wire(waiting.caption))), nodes.credit.create(), nodes.alt.create(null, waiting.alt ? schema.text(waiting.alt) : null)];
      const pos = picturePlace(tr.doc, upload.pos);
      tr.insert(pos, nodes.picture.create({ id: this.context.freshId(), file: sent.file, address: sent.address }, content));
      if (!view.hasFocus()) tr.setSelection(NodeSelection.create(tr.doc, pos));
    }
    view.dispatch(tr);
    this.context.announce(this.context.text('editor.picture.sent', waiting.file.name));
  }

  private leave(view: EditorView, id: string, shown: UploadView): void {
    view.dispatch(endUpload(view.state.tr, id).setMeta('addToHistory', false));
    shown.end();
    view.focus();
  }
}
