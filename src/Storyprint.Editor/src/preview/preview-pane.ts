import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';
import { goBackTo, placeIn } from './keep-place';
import { remember, remembered, type Remembered, type Shown, views } from './remembered';

const paths: Readonly<Record<Shown, string>> = { page: 'page', phone: 'page', paper: 'print', item: 'item', card: 'card' };

/** Wide enough for text and preview beside each other; below, the preview takes the place of the text (editor.css). */
const beside = '(min-width: 68rem)';

interface Around {
  readonly root: HTMLElement;
  readonly text: Text;
  /** Back into the text. */
  focus(): void;
  onToggle(isOpen: boolean): void;
}

/** The story as readers would get it, beside its text. It follows what is saved. */
export class PreviewPane {
  readonly element: HTMLElement;
  private now: Remembered;
  private readonly frames = element('div', { class: 'preview-frames' });
  private readonly choices: ReadonlyMap<Shown, HTMLButtonElement>;
  private readonly wide: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private frame: HTMLIFrameElement | null = null;
  private coming: HTMLIFrameElement | null = null;
  private isOld = false;
  private readonly room = matchMedia(beside);

  /** @param address Where the previews are, without which. */
  constructor(private readonly address: string, private readonly around: Around) {
    const { text } = around;
    this.now = remembered();
    this.choices = new Map(views.map(shown => [shown, button(text(`editor.preview.${shown}`), () => this.choose({ ...this.now, shown }), { 'aria-pressed': 'false' })]));
    this.wide = button(text('editor.preview.wide'), () => this.choose({ ...this.now, isWide: !this.now.isWide }), { 'aria-pressed': 'false', class: 'quiet small preview-wide' });
    this.back = button(text('editor.preview.back'), () => this.toggle(), { class: 'quiet small preview-back' });
    this.element = element(
      'section', { class: 'preview-pane', 'aria-label': text('editor.preview'), onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape') { event.preventDefault(); this.toggle(); } } },
      element('div', { class: 'preview-bar', role: 'group', 'aria-label': text('editor.preview') }, this.back, ...this.choices.values(), this.wide), this.frames,
    );
    this.element.hidden = true;
    this.room.addEventListener('change', () => this.cover());
  }

  /** Puts something between the buttons and what they show. */
  put(above: HTMLElement): void {
    this.frames.before(above);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** As it was left, where there is room for both. */
  begin(): void {
    if (this.now.isOpen && this.room.matches) this.open();
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else {
      this.open();
      // Where it takes the place of the text, the text is not there to be in.
      if (!this.room.matches) this.back.focus();
    }
    remember(this.now = { ...this.now, isOpen: this.isOpen });
  }

  /** Another state is on the server. */
  follow(): void {
    if (!this.isOpen) return;
    if (this.coming) this.isOld = true;
    else this.load(true);
  }

  private open(): void {
    this.element.hidden = false;
    this.show();
    this.cover();
    this.around.onToggle(true);
    this.load(false);
  }

  private close(): void {
    this.element.hidden = true;
    this.frames.replaceChildren();
    [this.frame, this.coming, this.isOld] = [null, null, false];
    this.around.root.classList.remove('has-preview', 'has-wide-preview');
    this.cover();
    this.around.onToggle(false);
    this.around.focus();
  }

  // What it covers is out of reach for keys and for those who hear the page.
  private cover(): void {
    const isCovering = this.isOpen && !this.room.matches;
    for (const part of [...this.around.root.children].flatMap(child => (child.contains(this.element) ? [...child.children] : [child]))) part.toggleAttribute('inert', isCovering && part !== this.element);
  }

  private choose(now: Remembered): void {
    const isOther = now.shown !== this.now.shown;
    this.now = now;
    remember(now);
    this.show();
    if (isOther) this.load(false);
  }

  private show(): void {
    const { root } = this.around;
    for (const [shown, each] of this.choices) each.setAttribute('aria-pressed', String(shown === this.now.shown));
    this.wide.setAttribute('aria-pressed', String(this.now.isWide));
    this.frames.dataset.shown = this.now.shown;
    root.classList.add('has-preview');
    root.classList.toggle('has-wide-preview', this.now.isWide);
  }

  // The new text is loaded behind the old one and takes its place when it is there: nothing flickers, and whoever reads stays where they are.
  private load(staysInPlace: boolean): void {
    const next = element('iframe', { class: 'preview-frame is-coming', title: this.around.text(`editor.preview.${this.now.shown}`), src: `${this.address}/${paths[this.now.shown]}`, tabindex: '-1' });
    this.coming?.remove();
    this.coming = next;
    this.isOld = false;
    next.addEventListener('load', () => {
      if (this.coming !== next) return;
      if (staysInPlace && this.frame) keepPlace(this.frame, next);
      next.classList.remove('is-coming');
      next.removeAttribute('tabindex');
      this.frame?.remove();
      [this.frame, this.coming] = [next, null];
      if (this.isOld) this.load(true);
    });
    this.frames.append(next);
  }
}

function keepPlace(old: HTMLIFrameElement, next: HTMLIFrameElement): void {
  try {
    goBackTo(next.contentWindow!, placeIn(old.contentWindow!));
  } catch {
    // Somebody followed a link in it, or was signed out: what stands there is no page of the newsroom, and has no place to keep.
  }
}
