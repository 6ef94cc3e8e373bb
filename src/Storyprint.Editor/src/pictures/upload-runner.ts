import { closeHistory } from 'prosemirror-history';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { WritingContext } from '../writing/context';
import type { Lane } from './lane';
import type { Put } from './put';
import type { Failed } from './send';
import { tooLarge } from './too-large';
import { addUploads, endUpload, uploadsIn } from './upload-plugin';
import { UploadView } from './upload-view';

/** A file that is to be sent, and what becomes of it. */
export interface Waiting {
  readonly file: File;
  readonly pos: number;
  readonly lane: Lane;
  /** The largest that the server takes, in bytes. */
  readonly most: number | undefined;
  send(onProgress: (share: number) => void, signal: AbortSignal): Promise<Put | Failed>;
}

/** Shows files at their places while they are sent, and puts them there when the server has them. */
export class UploadRunner {
  constructor(private readonly context: WritingContext) {}

  start(view: EditorView, waiting: readonly Waiting[]): void {
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

  private isSmall({ file, most }: Waiting): boolean {
    const sentence = tooLarge(this.context.text, file, most);
    if (sentence) this.context.say(sentence);
    return !sentence;
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
