import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { madeCodes } from '../about/codes';
import { CodeSelect } from '../about/code-select';
import { safeAddress } from '../paste/address';
import { fileOf } from '../crop/area';
import { type KnownRights, rightsLine } from '../pictures/rights';
import { CardView, type Position } from '../view/card-view';
import { button, element, field } from '../writing/element';
import type { Text } from '../writing/texts';
import { addressOf, lengthOf, sizeOf, storedFile } from './file';

interface Does {
  /** Asks for a file; where none can be sent, there is no button. */
  chooseFile?(view: EditorView, id: string): void;
  /** Asks for the still picture of a film. */
  chooseStill?(view: EditorView, id: string): void;
  readonly rights?: KnownRights;
}

// Where pictures that are kept here are served.
const stillAddress = (poster: unknown): string | null => { const file = fileOf(poster); return file && `/media/${file.hash}/800.jpg`; };

/** A sound, a film or a document: what its file is, and the words about it. */
export class MediaView extends CardView {
  private readonly name = element('p', { class: 'card-name' });
  private readonly facts = element('p', { class: 'card-facts' });
  private readonly link = element('a', { target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' });
  private readonly player = element('div', { class: 'card-player' });
  private readonly made: CodeSelect | null;
  private readonly rights = element('div', { class: 'picture-rights', hidden: true });
  private readonly file: HTMLButtonElement;
  private readonly still: HTMLButtonElement;
  private readonly noStill: HTMLButtonElement;

  constructor(private readonly text: Text, node: Node, view: EditorView, getPos: Position, private readonly does: Does) {
    super(node, view, getPos, 'figure');
    this.file = button('', () => does.chooseFile?.(view, String(this.node.attrs.id)));
    this.still = button('', () => does.chooseStill?.(view, String(this.node.attrs.id)));
    this.noStill = button(text('editor.media.still.none'), () => this.set('poster', null));
    this.made = 'made' in node.attrs ? new CodeSelect(text, 'made', madeCodes, code => this.set('made', code)) : null;
    const buttons = element('div', { class: 'buttons' }, this.file, this.still, this.noStill);
    this.compose([this.name, this.player, this.facts, element('p', { class: 'card-facts' }, this.link), this.rights, buttons], this.made ? [field(text('editor.picture.made'), this.made.input)] : []);
  }

  protected override show(): void {
    const { text } = this;
    const { attrs, type } = this.node;
    const file = storedFile(attrs.file);
    const address = file ? addressOf(file) : safeAddress(String(attrs.address ?? ''));
    this.name.textContent = type.name === 'media' ? text(`editor.value.type.${attrs.type === 'video' ? 'video' : 'audio'}`) : text('editor.part.document');
    this.facts.textContent = [
      file ? text('editor.media.file', file.name || file.type, sizeOf(file.bytes, text.language)) : text(address ? 'editor.media.no-file' : 'editor.media.none-yet'),
      ...(typeof attrs.seconds === 'number' ? [text('editor.media.length', lengthOf(attrs.seconds, text.language))] : []),
    ].join(' · ');
    this.link.parentElement!.hidden = address === null || file !== null;
    this.link.textContent = address ?? '';
    if (address) this.link.setAttribute('href', address);
    this.showPlayer(file ? addressOf(file) : null);
    this.showButtons(file !== null);
    const rights = this.does.rights?.of(attrs.poster) ?? null;
    this.rights.replaceChildren(...(rights ? [rightsLine(text, rights)] : []));
    this.rights.hidden = !rights;
    this.made?.show(attrs.made, this.view.editable);
  }

  private showButtons(hasFile: boolean): void {
    const { text, does } = this;
    const { attrs, type } = this.node;
    const isFilm = type.name === 'media' && attrs.type === 'video';
    this.file.hidden = !does.chooseFile;
    this.file.textContent = text(hasFile ? 'editor.media.replace' : 'editor.media.choose');
    this.still.hidden = !does.chooseStill || !isFilm;
    this.still.textContent = text(attrs.poster ? 'editor.media.still.other' : 'editor.media.still.choose');
    this.noStill.hidden = !attrs.poster;
    for (const each of [this.file, this.still, this.noStill]) each.disabled = !this.view.editable;
  }

  // Only files of this site are played: nothing is loaded from elsewhere, and nothing at all before somebody starts it.
  private showPlayer(address: string | null): void {
    const { attrs, type } = this.node;
    const tag = type.name !== 'media' || !address ? null : attrs.type === 'video' ? 'video' : 'audio';
    const shown = this.player.firstElementChild;
    const still = tag === 'video' ? stillAddress(attrs.poster) : null;
    // A player that plays is left alone.
    if (shown?.localName === (tag ?? undefined) && shown?.getAttribute('src') === address && shown?.getAttribute('poster') === still) return;
    this.player.replaceChildren(...(tag && address ? [element(tag, { controls: true, preload: 'none', src: address, poster: still, 'aria-label': this.name.textContent })] : []));
  }
}

export const mediaViews = (text: Text, does: Does = {}): Record<string, (node: Node, view: EditorView, getPos: Position) => MediaView> => {
  const view = (node: Node, editor: EditorView, getPos: Position): MediaView => new MediaView(text, node, editor, getPos, does);
  return { media: view, document: view };
};
