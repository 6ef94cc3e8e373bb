import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { type Area, allOf, type Handle, handles, moved, resized, shaped, type Size, stepOf } from './area';

/** A picture with the part of it that stays: moved and sized by mouse, touch and keys. */
export class CropBox {
  readonly element: HTMLElement;
  area: Area;
  private ratio: number | null = null;
  private readonly part: HTMLElement;
  private readonly said = element('span', { class: 'visually-hidden', role: 'status' });

  constructor(private readonly size: Size, address: string, area: Area | null, private readonly text: Text, private readonly onChange: (area: Area) => void) {
    this.area = area ?? allOf(size);
    const grips = handles.map(handle => element('span', {
      class: `crop-handle crop-${handle}`, tabindex: '0', role: 'slider', 'aria-label': text(`editor.crop.handle.${handle}`), 'aria-valuetext': '', 'aria-valuenow': '0',
      onpointerdown: (event: PointerEvent) => this.hold(event, handle), onkeydown: (event: KeyboardEvent) => this.press(event, handle),
    }));
    this.part = element('div', { class: 'crop-part', tabindex: '0', role: 'group', onpointerdown: (event: PointerEvent) => this.hold(event, null), onkeydown: (event: KeyboardEvent) => this.press(event, null) }, ...grips);
    // A picture is not mirrored in right-to-left writing.
    this.element = element('div', { class: 'crop-box', dir: 'ltr' }, element('img', { src: address, alt: '', draggable: 'false' }), this.part, this.said);
    this.show();
  }

  shape(ratio: number | null): void {
    this.ratio = ratio;
    this.set(shaped(this.area, this.size, ratio));
  }

  whole(): void {
    this.set(this.ratio ? shaped(allOf(this.size), this.size, this.ratio) : allOf(this.size));
  }

  focus(): void {
    this.part.focus();
  }

  private set(area: Area): void {
    this.area = area;
    this.show();
    this.onChange(area);
  }

  private show(): void {
    const { area: { x, y, width, height }, size, text } = this;
    const share = (part: number, of: number): string => `${(part / of) * 100}%`;
    Object.assign(this.part.style, { left: share(x, size.width), top: share(y, size.height), width: share(width, size.width), height: share(height, size.height) });
    const said = text('editor.crop.area', width, height, x, y);
    this.part.setAttribute('aria-label', said);
    for (const grip of this.part.children) {
      grip.setAttribute('aria-valuetext', text('editor.crop.size', width, height));
      grip.setAttribute('aria-valuenow', String(width));
      grip.setAttribute('aria-valuemin', '0');
      grip.setAttribute('aria-valuemax', String(size.width));
    }
  }

  private hold(event: PointerEvent, handle: Handle | null): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const held = event.currentTarget as HTMLElement;
    const { area } = this;
    const scale = this.size.width / (this.element.getBoundingClientRect().width || 1);
    held.focus();
    held.setPointerCapture(event.pointerId);
    const move = (now: PointerEvent): void => this.to(area, handle, (now.clientX - event.clientX) * scale, (now.clientY - event.clientY) * scale);
    const end = (): void => {
      held.removeEventListener('pointermove', move);
      for (const name of ['pointerup', 'pointercancel'] as const) held.removeEventListener(name, end);
    };
    held.addEventListener('pointermove', move);
    for (const name of ['pointerup', 'pointercancel'] as const) held.addEventListener(name, end);
  }

  private press(event: KeyboardEvent, handle: Handle | null): void {
    const step = event.ctrlKey || event.metaKey ? null : stepOf(event.key, event.altKey, this.size);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.to(this.area, handle ?? (event.shiftKey ? 'se' : null), step[0], step[1]);
    this.said.textContent = this.part.getAttribute('aria-label');
  }

  private to(area: Area, handle: Handle | null, right: number, down: number): void {
    this.set(handle ? resized(area, handle, right, down, this.size, this.ratio) : moved(area, right, down, this.size));
  }
}
