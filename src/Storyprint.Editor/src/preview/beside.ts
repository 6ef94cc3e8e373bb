import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Frame } from '../page/frame';
import type { Tool } from '../toolbar/tools';
import type { Text } from '../writing/texts';
import { PreviewPane } from './preview-pane';
import { WhoSees } from './who-sees';

/** What stands beside the text about how and by whom it is seen: the preview, where the page has one, and who can see the story now. */
export class Beside {
  readonly tools: readonly Tool[];
  readonly keys: Readonly<Record<string, Command>>;
  private readonly preview: PreviewPane | null;
  private readonly seen: WhoSees | null;
  private side: HTMLElement | null = null;
  private version = 0;

  constructor(root: HTMLElement, text: Text, view: () => EditorView, onToggle: () => void) {
    const { preview, seen } = root.dataset;
    this.seen = seen ? new WhoSees(seen, text) : null;
    this.preview = preview ? new PreviewPane(preview, { root, text, focus: () => view().focus(), onToggle: isOpen => { this.place(isOpen); onToggle(); } }) : null;
    const toggle = (): true => {
      this.preview?.toggle();
      return true;
    };
    this.tools = this.preview ? [{ key: 'preview', sign: '◨', shortcut: 'Mod-Alt-P', run: toggle, isOn: () => this.preview!.isOpen, isAlways: true }] : [];
    this.keys = this.preview ? { 'Mod-Alt-p': toggle } : {};
  }

  mount({ paper, side }: Frame): void {
    this.side = side;
    if (this.preview) paper.parentElement!.append(this.preview.element);
    this.place(false);
    this.preview?.begin();
  }

  /** The server has this version now. */
  follow(version: number): void {
    if (this.version > 0 && version !== this.version) this.preview?.follow();
    this.version = version;
  }

  private place(isOpen: boolean): void {
    if (!this.seen) return;
    if (isOpen) this.preview!.put(this.seen.element);
    else this.side?.append(this.seen.element);
    void this.seen.look();
  }
}
