import type { EditorView } from 'prosemirror-view';
import { ask } from '../panels/dialog';
import { chooseFiles } from '../pictures/choose';
import { clock as time, type Clock } from '../saving/clock';
import type { WritingContext } from '../writing/context';
import { button, element, field } from '../writing/element';
import type { Library } from './library';
import { PictureList } from './picture-list';
import type { Purpose } from './purpose';
import { Search, type Shown } from './search';
import { whenSeen } from './when-seen';

interface Means {
  readonly library: Library;
  readonly canSend: boolean;
  readonly clock?: Clock;
}

/** Pictures of the newsroom, by words; they are chosen by mouse, finger and keys, or a new file is sent. */
export function askForPictures(context: WritingContext, view: EditorView, purpose: Purpose, { library, canSend, clock = time }: Means): boolean {
  if (!view.editable) return false;
  const { text } = context;
  const input = element('input', { type: 'search', dir: 'auto', autocomplete: 'off', enterkeyhint: 'search', maxlength: 200 });
  const said = element('p', { class: 'library-said small', role: 'status' });
  const fault = element('div', { class: 'library-fault', role: 'alert', hidden: true });
  const more = button(text('editor.library.more'), () => goOn(), { hidden: true, class: 'quiet small library-more' });
  const scrolled = element('div', { class: 'library-scroll', tabindex: '-1' });
  const submit = element('button', { type: 'submit' });
  const none = button(text('editor.library.unmark'), () => list.unmark(), { hidden: true });
  const list = new PictureList(text, scrolled, {
    isMany: purpose.isMany, changed: () => showChosen(), take: () => submit.form?.requestSubmit(), more: () => search.more(), search: () => input.focus(),
  });
  scrolled.append(list.element, fault, more);

  let waitsAt: number | null = null;
  const show = ({ pictures, hasMore, words, state, problem }: Shown): void => {
    list.show(pictures, hasMore);
    list.element.setAttribute('aria-busy', String(state === 'asking' || state === 'slow'));
    more.hidden = !hasMore || state !== 'there';
    fault.hidden = state !== 'failed';
    if (state === 'failed') fault.replaceChildren(element('p', { class: 'fault' }, problem || text('editor.picture.no-answer')), button(text('editor.library.again'), () => search.again()));
    said.textContent = state === 'asking' ? text('editor.library.searching') : state === 'slow' ? text('editor.library.slow') : state === 'failed' ? ''
      : pictures.length === 0 ? text(words ? 'editor.library.none' : 'editor.library.empty') : text.count(hasMore ? 'editor.library.found-more' : 'editor.library.found', pictures.length);
    // The button under the hand is gone while more are fetched; whoever pressed it goes on at the first new picture.
    if (state === 'there' && waitsAt !== null && waitsAt < pictures.length) list.focus(waitsAt);
    if (state === 'there' || state === 'failed') waitsAt = null;
  };
  const goOn = (): void => {
    waitsAt = list.element.childElementCount;
    search.more();
  };
  const showChosen = (): void => {
    const count = list.chosen.length;
    submit.textContent = text.count('editor.library.take', Math.max(1, count));
    submit.disabled = count === 0;
    none.hidden = !purpose.isMany || count === 0;
  };

  const search = new Search(library, clock, show);
  const send = (files: readonly File[]): void => {
    if (files.length === 0) return;
    close();
    purpose.send(purpose.isMany ? files : files.slice(0, 1));
  };
  const upload = canSend ? [button(text('editor.library.upload'), () => chooseFiles(purpose.isMany, send), { class: 'quiet small library-upload' })] : [];
  input.addEventListener('input', () => search.type(input.value));
  input.addEventListener('keydown', event => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.key === 'Enter') search.type(input.value, true);
    else list.focus();
  });
  const body = element('div', { class: 'library' }, field(text('editor.library.search'), input, text(purpose.isMany ? 'editor.library.hint-many' : 'editor.library.hint')), said, scrolled);
  const close = ask(context, view, {
    title: purpose.title, submit, className: 'library-dialog', body: [body], others: [none, ...upload],
    onSubmit() {
      const { chosen } = list;
      // After the dialog has gone, so that the text has the focus again.
      if (chosen.length > 0) queueMicrotask(() => purpose.take(chosen));
      return chosen.length > 0;
    },
    onClose() {
      stopSeeing();
      search.stop();
    },
  });
  const stopSeeing = whenSeen(more, scrolled, () => search.more());
  if (canSend) takeDropped(body.closest('dialog')!, send);
  showChosen();
  // On a phone the keyboard would cover half of the pictures.
  if (globalThis.matchMedia?.('(pointer: coarse)').matches) scrolled.focus();
  search.type('', true);
  return true;
}

function takeDropped(dialog: HTMLElement, send: (files: readonly File[]) => void): void {
  for (const name of ['dragover', 'drop'] as const) {
    dialog.addEventListener(name, event => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation();
      if (name === 'drop') send([...event.dataTransfer.files]);
    });
  }
}
