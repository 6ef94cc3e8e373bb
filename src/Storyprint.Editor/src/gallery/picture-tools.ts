import { NodeSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Position } from '../view/card-view';
import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';
import { DragHandle } from './drag';
import { makeGallery, moveInGallery, takeOut } from './gallery';

/** The buttons of a picture that have to do with galleries: into one, or its place in the one that it is in. */
export class PictureTools {
  readonly element = element('div', { class: 'buttons gallery-tools' });

  private readonly handle: DragHandle;

  constructor(text: Text, private readonly view: EditorView, private readonly getPos: Position) {
    this.handle = new DragHandle(text, view, getPos);
    const move = (name: string, sign: string, direction: 1 | -1): HTMLButtonElement => button(text(`editor.gallery.${name}`), () => this.run((tr, pos) => moveInGallery(tr, pos, direction), name), { sign, 'data-name': name });
    const out = button(text('editor.gallery.out'), () => this.run(takeOut));
    this.element.append(element('span', { class: 'if-alone' }, button(text('editor.gallery.make'), () => this.make())), element('span', { class: 'if-inside' }, this.handle.element, move('earlier', '↑', -1), move('later', '↓', 1), out));
  }

  /** Which of them are seen, the style sheet says by where the picture stands: its neighbours change without it. */
  show(): void {
    for (const each of this.element.querySelectorAll('button')) each.disabled = !this.view.editable;
  }

  destroy(): void {
    this.handle.destroy();
  }

  private make(): void {
    const pos = this.getPos();
    if (pos === undefined || !this.view.editable) return;
    const { state } = this.view;
    makeGallery(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pos))), tr => {
      // The choice of the picture is only how the command is told which one.
      const own = state.tr;
      for (const step of tr.steps) own.step(step);
      this.view.dispatch(own.setSelection(NodeSelection.create(own.doc, tr.selection.from)).scrollIntoView());
    });
    this.view.focus();
  }

  private run(change: (tr: Transaction, pos: number) => Transaction | null, name?: string): void {
    const pos = this.getPos();
    const tr = pos === undefined || !this.view.editable ? null : change(this.view.state.tr, pos);
    if (!tr) return;
    this.view.dispatch(tr);
    // The picture has a new view at its new place: whoever moves it on by keys stays at the same button.
    const moved = name ? this.view.nodeDOM(tr.selection.from) : null;
    const next = moved instanceof HTMLElement ? [`[data-name="${name}"]`, '[data-name]'].map(each => moved.querySelector<HTMLButtonElement>(`.gallery-tools ${each}`)) : [];
    this.view.focus();
    // At the end of the gallery the button is not seen, and takes no focus.
    for (const each of next) if (!next.includes(document.activeElement as HTMLButtonElement)) each?.focus();
  }
}
