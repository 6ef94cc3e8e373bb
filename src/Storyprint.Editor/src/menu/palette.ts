import type { EditorView } from 'prosemirror-view';
import { kindOf } from '../kinds/change-kind';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import type { Entry } from './entries';
import { matching } from './filter';
import { shownKey } from './shown-key';

/** A list of blocks with a filter: a combobox, as the slash and the button of blocks open it. */
export class Palette {
  private readonly input: HTMLInputElement;
  private readonly list = element('ul', { id: 'editor-palette-list', role: 'listbox' });
  private readonly box: HTMLElement;
  private view: EditorView | null = null;
  private shown: Entry[] = [];
  private active = 0;
  private typesSlash = false;

  constructor(private readonly text: Text, private readonly entries: readonly Entry[]) {
    this.input = element('input', {
      type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'editor-palette-list', 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false',
      'aria-label': text('editor.blocks'), placeholder: text('editor.blocks.filter'), oninput: () => this.filter(), onkeydown: (event: KeyboardEvent) => this.press(event), onblur: () => this.close(false),
    });
    this.list.setAttribute('aria-label', text('editor.blocks'));
    this.box = element('div', { class: 'editor-palette', hidden: true }, this.input, this.list);
  }

  get element(): HTMLElement {
    return this.box;
  }

  /** Opens it at a place of the window. With a slash it is the slash that is typed where nothing is chosen. */
  open(view: EditorView, place: { left: number; right: number; bottom: number; top: number }, hasSlash: boolean): void {
    this.view = view;
    this.typesSlash = hasSlash;
    this.input.value = '';
    this.box.hidden = false;
    this.filter();
    this.put(place);
    this.input.focus({ preventScroll: true });
  }

  private put(place: { left: number; right: number; bottom: number; top: number }): void {
    const around = this.box.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const isRightToLeft = getComputedStyle(this.box).direction === 'rtl';
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const left = isRightToLeft ? place.right - width : place.left;
    const fits = place.bottom + 8 + height < innerHeight || place.top < height;
    this.box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8)) - around.left}px`;
    this.box.style.top = `${(fits ? place.bottom + 4 : place.top - height - 4) - around.top}px`;
  }

  private filter(): void {
    const view = this.view!;
    const possible = this.entries.filter(entry => entry.isPossible?.(view) ?? true);
    this.shown = matching(possible, entry => this.text(`editor.block.${entry.key}`), this.input.value);
    const now = kindOf(view.state);
    this.active = Math.max(0, this.input.value ? 0 : this.shown.findIndex(entry => entry.kind === now));
    this.draw();
  }

  private draw(): void {
    const now = kindOf(this.view!.state);
    this.list.replaceChildren(...this.shown.map((entry, index) => element('li', {
      id: `editor-palette-${index}`, role: 'option', 'aria-selected': String(index === this.active), class: entry.kind && entry.kind === now ? 'now' : null,
      onmousedown: (event: Event) => { event.preventDefault(); this.choose(entry); },
    }, element('span', { class: 'sign', 'aria-hidden': 'true' }, entry.sign), element('span', {}, this.text(`editor.block.${entry.key}`)), entry.shortcut ? element('kbd', {}, shownKey(entry.shortcut)) : null)));
    if (this.shown.length === 0) this.list.append(element('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, this.text('editor.blocks.none')));
    this.input.setAttribute('aria-activedescendant', this.shown.length > 0 ? `editor-palette-${this.active}` : '');
    this.scroll(this.list.children[this.active] as HTMLElement | undefined);
  }

  // The list alone, and not the page around it: the place of the text must stay where it is.
  private scroll(item: HTMLElement | undefined): void {
    if (!item) return;
    const { list } = this;
    const top = item.offsetTop - list.offsetTop;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + item.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + item.offsetHeight - list.clientHeight;
  }

  private press(event: KeyboardEvent): void {
    const { key } = event;
    if (event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.active = (this.active + (key === 'ArrowDown' ? 1 : this.shown.length - 1)) % Math.max(1, this.shown.length);
    else if (key === 'Enter' && this.shown[this.active]) return this.stop(event, () => this.choose(this.shown[this.active]));
    else if (key === 'Escape') return this.stop(event, () => this.close(true));
    else if (key === '/' && this.typesSlash && !this.input.value) return this.stop(event, () => this.leave('/'));
    else if (key === ' ' && this.typesSlash && !this.input.value) return this.stop(event, () => this.leave('/ '));
    else if (key === 'Backspace' && !this.input.value) return this.stop(event, () => this.close(true));
    else return;
    event.preventDefault();
    this.draw();
  }

  private stop(event: Event, what: () => void): void {
    event.preventDefault();
    event.stopPropagation();
    what();
  }

  private leave(typed: string): void {
    const view = this.view!;
    this.close(true);
    view.dispatch(view.state.tr.insertText(typed));
  }

  private choose(entry: Entry): void {
    const view = this.view!;
    this.close(true);
    entry.run(view);
  }

  private close(isBack: boolean): void {
    if (this.box.hidden) return;
    this.box.hidden = true;
    if (isBack) this.view?.focus();
  }
}
