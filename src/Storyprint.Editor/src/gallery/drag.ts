import type { EditorView } from 'prosemirror-view';
import { blockWith } from '../pictures/place';
import { schema } from '../schema/schema';
import type { Position } from '../view/card-view';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { scrollAtEdges } from './scroll-at-edges';
import { moveTo } from './gallery';

/** How far a hand trembles, in pixels. */
const tremble = 4;

/**
 * The handle by which a picture is moved within its gallery, with mouse, pen and finger. It follows the pointer itself: what browsers drag by themselves does
 * not begin under a finger, and ends nowhere over a picture, because there is no place for text.
 */
export class DragHandle {
  readonly element: HTMLElement;
  private held: { readonly id: string; readonly y: number; isMoving: boolean; to: number | null } | null = null;
  private readonly scroll = scrollAtEdges(y => this.over(y));

  constructor(text: Text, private readonly view: EditorView, private readonly getPos: Position) {
    this.element = element('span', {
      class: 'drag-handle', title: text('editor.gallery.drag'), 'aria-hidden': 'true',
      // The text would take the focus, and begin to select.
      onmousedown: (event: MouseEvent) => event.preventDefault(),
      onpointerdown: (event: PointerEvent) => this.hold(event), onpointermove: (event: PointerEvent) => this.move(event),
      onpointerup: () => this.drop(), onpointercancel: () => this.end(), onlostpointercapture: () => this.end(),
    }, '⠿');
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
  };

  private hold(event: PointerEvent): void {
    const pos = this.getPos();
    if (event.button !== 0 || !event.isPrimary || pos === undefined || !this.view.editable) return;
    event.preventDefault();
    this.held = { id: String(this.view.state.doc.nodeAt(pos)!.attrs.id), y: event.clientY, isMoving: false, to: null };
    this.element.setPointerCapture?.(event.pointerId);
    document.addEventListener('keydown', this.escape, true);
  }

  private move(event: PointerEvent): void {
    const { held } = this;
    if (!held || (!held.isMoving && Math.abs(event.clientY - held.y) < tremble)) return;
    held.isMoving = true;
    this.scroll.at(event.clientY);
    this.over(event.clientY);
  }

  private get figures(): HTMLElement[] {
    const gallery = this.element.closest('.block-gallery');
    return gallery ? [...gallery.querySelectorAll<HTMLElement>('.block-picture')] : [];
  }

  // The picture goes before the first whose middle lies under the pointer.
  private over(y: number): void {
    if (!this.held?.isMoving) return;
    const { figures } = this;
    const own = this.element.closest<HTMLElement>('.block-picture')!;
    const before = figures.findIndex(figure => { const { top, height } = figure.getBoundingClientRect(); return y < top + height / 2; });
    const place = before < 0 ? figures.length : before;
    const from = figures.indexOf(own);
    // Taken out, it leaves those behind it one place further up.
    this.held.to = place > from ? place - 1 : place;
    this.mark(own, figures, this.held.to === from ? null : place);
  }

  private mark(own: HTMLElement | null, figures: readonly HTMLElement[], place: number | null): void {
    for (const figure of figures) {
      figure.classList.toggle('is-dragged', figure === own);
      figure.classList.toggle('drop-before', place !== null && figure === figures[place]);
      figure.classList.toggle('drop-behind', place !== null && place === figures.length && figure === figures.at(-1));
    }
  }

  private drop(): void {
    const { held, view } = this;
    this.end();
    if (!held?.isMoving || held.to === null) return;
    // Others may have written meanwhile.
    const picture = blockWith(view.state.doc, 'picture', held.id);
    const tr = picture && view.editable && view.state.doc.resolve(picture.pos).parent.type === schema.nodes.gallery ? moveTo(view.state.tr, picture.pos, held.to) : null;
    if (tr) view.dispatch(tr);
    view.focus();
  }

  private end(): void {
    if (!this.held) return;
    this.held = null;
    this.scroll.stop();
    this.mark(null, this.figures, null);
    document.removeEventListener('keydown', this.escape, true);
  }

  destroy(): void {
    this.end();
  }
}
