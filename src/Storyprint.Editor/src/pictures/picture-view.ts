import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view';
import { madeCodes } from '../about/codes';
import { CodeSelect } from '../about/code-select';
import { PictureTools } from '../gallery/picture-tools';
import { button, element, field } from '../writing/element';
import type { Text } from '../writing/texts';
import { type Focus, focusAt, focusMoved, focusOf, focusText } from './focus';
import { type KnownRights, rightsLine } from './rights';

interface Does {
  readonly text: Text;
  /** Asks for another picture; where there is nothing to choose from, there is no button. */
  replace?(view: EditorView, id: string): void;
  readonly rights?: KnownRights;
  /** Asks which part of it stays; where the page says nowhere to ask, there is no button. */
  crop?(view: EditorView, id: string): void;
  canCrop?(file: unknown): boolean;
  /** The whole that it was cropped from while this page is open. */
  wholeOf?(file: unknown): { file: string; address: string; focus: string | null } | null;
}

/** A picture in the story: itself with the point that crops keep, and its words under it. */
export class PictureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM = element('div', { class: 'picture-words' });
  private readonly image = element('img', { draggable: 'false' });
  private readonly point = element('span', { class: 'focus-point', 'aria-hidden': 'true' });
  private readonly area: HTMLButtonElement;
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly crop: HTMLButtonElement;
  private readonly whole: HTMLButtonElement;
  private readonly other: HTMLButtonElement;
  private readonly rights = element('div', { class: 'picture-rights', hidden: true });
  private readonly tools: PictureTools;
  private readonly made: CodeSelect;
  private readonly said = element('span', { class: 'visually-hidden', role: 'status' });

  constructor(private node: Node, private readonly view: EditorView, private readonly getPos: () => number | undefined, private readonly does: Does) {
    const { text } = does;
    this.area = element('button', { type: 'button', class: 'focus-area', title: text('editor.picture.focus.hint'), onclick: (event: MouseEvent) => this.click(event), onkeydown: (event: KeyboardEvent) => this.key(event) }, this.image, this.point);
    this.crop = button(text('editor.crop'), () => does.crop?.(view, String(this.node.attrs.id)));
    this.whole = button(text('editor.crop.whole'), () => this.makeWhole());
    this.other = button(text('editor.picture.replace'), () => does.replace?.(view, String(this.node.attrs.id)));
    this.buttons = [this.crop, this.whole, this.other, button(text('editor.picture.centre'), () => this.move({ x: 0.5, y: 0.5 }))];
    this.tools = new PictureTools(text, view, getPos);
    this.made = new CodeSelect(text, 'made', madeCodes, code => this.change({ made: code }));
    const frame = element(
      'div', { class: 'picture-frame', contenteditable: 'false', dir: document.documentElement.dir || 'ltr' }, this.area, this.said, this.rights,
      this.tools.element, element('div', { class: 'buttons' }, ...this.buttons), field(text('editor.picture.made'), this.made.input),
    );
    this.dom = element('figure', { class: 'block-picture', 'data-kind': 'picture' }, frame, this.contentDOM);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  stopEvent(event: Event): boolean {
    return !this.contentDOM.contains(event.target as HTMLElement) && !/^(drag|drop)/.test(event.type);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.tools.destroy();
  }

  private get focus(): Focus {
    return focusOf(this.node.attrs.focus);
  }

  private show(): void {
    const { text } = this.does;
    const { x, y } = this.focus;
    const address = String(this.node.attrs.address ?? '');
    if (this.image.getAttribute('src') !== address) this.image.setAttribute('src', address);
    this.image.hidden = !address;
    this.other.hidden = !this.does.replace;
    this.other.textContent = text(address || this.node.attrs.file ? 'editor.picture.replace' : 'editor.picture.choose');
    this.image.alt = this.node.lastChild?.textContent ?? '';
    this.point.style.left = `${x * 100}%`;
    this.point.style.top = `${y * 100}%`;
    this.area.setAttribute('aria-label', text('editor.picture.focus', Math.round(x * 100), Math.round(y * 100)));
    this.crop.hidden = !this.does.crop || this.does.canCrop?.(this.node.attrs.file) !== true;
    this.whole.hidden = !this.does.wholeOf?.(this.node.attrs.file);
    const rights = this.does.rights?.of(this.node.attrs.file) ?? null;
    this.rights.replaceChildren(...(rights ? [rightsLine(text, rights)] : []));
    this.rights.hidden = !rights;
    this.made.show(this.node.attrs.made, this.view.editable);
    this.tools.show();
    for (const each of [this.area, ...this.buttons]) each.disabled = !this.view.editable;
  }

  // A click by the keyboard has no place.
  private click(event: MouseEvent): void {
    if (event.detail > 0) this.move(focusAt(this.image.getBoundingClientRect(), event.clientX, event.clientY));
  }

  private key(event: KeyboardEvent): void {
    const moved = event.altKey || event.ctrlKey || event.metaKey ? null : focusMoved(this.focus, event.key, event.shiftKey);
    if (!moved) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(moved);
    this.said.textContent = this.area.getAttribute('aria-label');
  }

  private move(focus: Focus): void {
    this.change({ focus: focusText(focus) });
  }

  private makeWhole(): void {
    const whole = this.does.wholeOf?.(this.node.attrs.file);
    if (whole) this.change({ file: whole.file, address: whole.address, focus: whole.focus });
  }

  private change(attributes: Readonly<Record<string, string | null>>): void {
    const pos = this.getPos();
    if (pos === undefined || !this.view.editable) return;
    this.view.dispatch(this.view.state.tr.setNodeMarkup(pos, null, { ...this.node.attrs, ...attributes }));
  }
}
