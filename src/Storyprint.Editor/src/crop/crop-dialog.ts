import { closeHistory } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';
import { ask } from '../panels/dialog';
import { focusOf, focusText } from '../pictures/focus';
import { pictureWith } from '../pictures/place';
import type { KnownRights } from '../pictures/rights';
import type { StoredPicture } from '../pictures/stored-picture';
import type { WritingContext } from '../writing/context';
import { button, element, freshName, option } from '../writing/element';
import { type Area, fileOf, focusIn, ratios, type Size } from './area';
import { CropBox } from './crop-box';
import type { Cropped, Original } from './cropped';
import type { Cut } from './send-crop';

/** Asks which part of a picture stays, has the server cut it, and puts the new picture into the block. */
export function askForCrop(context: WritingContext, view: EditorView, id: string, cut: Cut, cropped: Cropped, rights?: KnownRights): boolean {
  const picture = pictureWith(view.state.doc, id);
  const before = cropped.of(picture?.node.attrs.file);
  const original = before?.original ?? (picture?.node.attrs as Original | undefined);
  const size = fileOf(original?.file);
  if (!view.editable || !picture || !original || !size) return false;
  const { text } = context;
  const now = String(picture.node.attrs.file);
  const pixels = element('output', {});
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const box = new CropBox(size, original.address, before?.area ?? null, text, area => tell(area));
  const tell = ({ width, height }: Area): void => { pixels.textContent = text('editor.crop.size', width, height); };
  tell(box.area);
  const name = freshName();
  const shapes = element('fieldset', { class: 'crop-shapes' }, element('legend', {}, text('editor.crop.ratio')), ...ratios.map(({ name: shown, ratio }) => option(
    shown || text('editor.crop.free'), Object.assign(element('input', { type: 'radio', name, onchange: () => box.shape(ratio) }), { checked: ratio === null }))));
  let isRunning = false;
  const say = (sentence: string, isFault: boolean): void => {
    fault.textContent = sentence;
    fault.hidden = !sentence;
    fault.classList.toggle('fault', isFault);
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    say(text('editor.crop.working'), false);
    const { area } = box;
    const result = await cut(size.hash, area);
    isRunning = false;
    if (view.isDestroyed || !fault.isConnected) return;
    if ('problem' in result) return say(result.problem, true);
    cropped.add(result.picture.file, { file: original.file, address: original.address, focus: original.focus }, area);
    rights?.inherit(result.picture, original.file);
    const isPut = putCrop(view, id, now, result.picture, focusAfter(original.focus, area, size));
    close();
    context.announce(text(isPut ? 'editor.crop.done' : 'editor.crop.gone'));
    if (!isPut) context.say(text('editor.crop.gone'));
  };
  const close = ask(context, view, {
    title: text('editor.crop.title'), submit: text('editor.crop.do'), className: 'crop-dialog',
    body: [box.element, element('div', { class: 'crop-line' }, shapes, element('div', { class: 'buttons' }, button(text('editor.crop.all'), () => box.whole()), pixels)), fault],
    onSubmit() {
      if (!isRunning) void run();
      return false;
    },
  });
  box.focus();
  return true;
}

/** The focal point as somebody set it goes along; one that nobody set stays the middle. */
function focusAfter(focus: string | null, area: Area, size: Size): string | null {
  return focus === null ? null : focusText(focusIn(focusOf(focus), area, size));
}

/** Another file for the same picture, in one step to undo. False where the picture went meanwhile, or has another file. */
export function putCrop(view: EditorView, id: string, old: string, { file, address }: Pick<StoredPicture, 'file' | 'address'>, focus: string | null): boolean {
  const picture = pictureWith(view.state.doc, id);
  if (!picture || picture.node.attrs.file !== old) return false;
  view.dispatch(closeHistory(view.state.tr).setNodeMarkup(picture.pos, null, { ...picture.node.attrs, file, address, focus }));
  return true;
}
