import { element, freshName } from '../writing/element';
import type { Text } from '../writing/texts';
import type { FoundPicture } from './found';
import { layoutOf, whereTo } from './grid-keys';
import { pictureItem } from './picture-item';

interface Does {
  readonly isMany: boolean;
  changed(): void;
  take(): void;
  /** Somebody goes on beyond the last picture. */
  more(): void;
  /** Somebody types: letters belong into the search. */
  search(): void;
}

/** The pictures that were found: a listbox in rows, of which one or several are marked. What is marked stays marked while other words are searched. */
export class PictureList {
  readonly element = element('ul', { class: 'library-list', role: 'listbox', id: freshName() });
  private readonly marked = new Map<string, FoundPicture>();
  private pictures: readonly FoundPicture[] = [];
  private active = 0;

  constructor(private readonly text: Text, private readonly scrolled: HTMLElement, private readonly does: Does) {
    this.element.setAttribute('aria-label', text('editor.library.pictures'));
    if (does.isMany) this.element.setAttribute('aria-multiselectable', 'true');
    this.element.addEventListener('keydown', event => this.press(event));
    this.element.addEventListener('click', event => this.click(event));
    this.element.addEventListener('dblclick', event => this.click(event, true));
  }

  /** In the order in which they were marked. */
  get chosen(): readonly FoundPicture[] {
    return [...this.marked.values()];
  }

  /** Shows what was found. Those that are there already stay as they are, with the focus and what is loaded. */
  show(pictures: readonly FoundPicture[], hasMore: boolean): void {
    const isLonger = this.pictures.length > 0 && this.pictures.every(({ file }, index) => pictures[index]?.file === file);
    const from = isLonger ? this.pictures.length : 0;
    if (!isLonger) {
      this.element.replaceChildren();
      this.active = 0;
      // One that is not seen any more is not what somebody is about to take.
      if (!this.does.isMany) this.unmark();
    }
    this.pictures = pictures;
    this.element.append(...pictures.slice(from).map((picture, index) => pictureItem(this.text, picture, `${this.element.id}-${from + index}`)));
    // How many there are in all is not known while there are more.
    this.items.forEach((item, index) => {
      item.setAttribute('aria-posinset', String(index + 1));
      item.setAttribute('aria-setsize', String(hasMore ? -1 : pictures.length));
    });
    this.element.hidden = pictures.length === 0;
    this.draw();
  }

  unmark(): void {
    this.marked.clear();
    this.draw();
    this.does.changed();
  }

  focus(index = this.active): void {
    this.go(Math.min(index, this.pictures.length - 1));
  }

  private get items(): HTMLElement[] {
    return [...this.element.children] as HTMLElement[];
  }

  private press(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const layout = layoutOf(this.element, this.scrolled);
    const next = whereTo(key, this.active, layout);
    if (next !== null) {
      // Marking goes along with Shift, as in every list.
      if (shiftKey && this.does.isMany) this.mark(this.active, true);
      if (next === this.active && /^(ArrowDown|PageDown|End)$/.test(key)) this.does.more();
      this.go(next);
      if (shiftKey && this.does.isMany) this.mark(next, true);
    } else if (key === ' ') this.mark(this.active);
    else if (key === 'Enter') this.takeAt(this.active);
    else if (key.length === 1) return this.does.search();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private click(event: MouseEvent, isTaken = false): void {
    const index = this.items.findIndex(item => item.contains(event.target as Node));
    if (index < 0) return;
    this.go(index);
    // The two clicks before a double click have marked it, and taken the mark away again.
    if (isTaken) this.mark(index, true);
    if (isTaken) this.does.take();
    else if (this.does.isMany) this.mark(index);
  }

  private takeAt(index: number): void {
    if (this.marked.size === 0) this.mark(index, true);
    if (this.marked.size > 0) this.does.take();
  }

  private go(index: number): void {
    if (index < 0) return;
    this.active = index;
    if (this.does.isMany) this.draw();
    else this.mark(index, true);
    const item = this.items[index]!;
    item.focus({ preventScroll: true });
    item.scrollIntoView?.({ block: 'nearest' });
  }

  private mark(index: number, isOn?: boolean): void {
    const picture = this.pictures[index];
    if (!picture) return;
    const wasOn = this.marked.has(picture.file);
    if (!this.does.isMany) this.marked.clear();
    if (isOn ?? !(wasOn && this.does.isMany)) this.marked.set(picture.file, picture);
    else this.marked.delete(picture.file);
    this.draw();
    this.does.changed();
  }

  private draw(): void {
    const order = [...this.marked.keys()];
    this.items.forEach((item, index) => {
      const place = order.indexOf(this.pictures[index]!.file);
      item.tabIndex = index === this.active ? 0 : -1;
      item.setAttribute('aria-selected', String(place >= 0));
      if (place >= 0 && this.does.isMany) item.dataset.order = this.text.number(place + 1);
      else delete item.dataset.order;
    });
  }
}
