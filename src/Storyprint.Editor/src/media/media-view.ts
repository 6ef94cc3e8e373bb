import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { madeCodes } from '../about/codes';
import { CodeSelect } from '../about/code-select';
import { safeAddress } from '../paste/address';
import { CardView, type Position } from '../view/card-view';
import { element, field } from '../writing/element';
import type { Text } from '../writing/texts';
import { addressOf, lengthOf, sizeOf, storedFile } from './file';

/** A sound, a film or a document: what its file is, and the words about it. */
export class MediaView extends CardView {
  private readonly name = element('p', { class: 'card-name' });
  private readonly facts = element('p', { class: 'card-facts' });
  private readonly link = element('a', { target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' });
  private readonly player = element('div', { class: 'card-player' });
  private readonly made: CodeSelect | null;

  constructor(private readonly text: Text, node: Node, view: EditorView, getPos: Position) {
    super(node, view, getPos, 'figure');
    this.made = 'made' in node.attrs ? new CodeSelect(text, 'made', madeCodes, code => this.set('made', code)) : null;
    this.compose([this.name, this.player, this.facts, element('p', { class: 'card-facts' }, this.link)], [...(this.made ? [field(text('editor.picture.made'), this.made.input)] : []), element('p', { class: 'hint' }, text('editor.media.from-import'))]);
  }

  protected override show(): void {
    const { text } = this;
    const { attrs, type } = this.node;
    const file = storedFile(attrs.file);
    const address = file ? addressOf(file) : safeAddress(String(attrs.address ?? ''));
    this.name.textContent = type.name === 'media' ? text(`editor.value.type.${attrs.type === 'video' ? 'video' : 'audio'}`) : text('editor.part.document');
    this.facts.textContent = [
      file ? text('editor.media.file', file.name || file.type, sizeOf(file.bytes, text.language)) : text('editor.media.no-file'),
      ...(typeof attrs.seconds === 'number' ? [text('editor.media.length', lengthOf(attrs.seconds, text.language))] : []),
    ].join(' · ');
    this.link.parentElement!.hidden = address === null || file !== null;
    this.link.textContent = address ?? '';
    if (address) this.link.setAttribute('href', address);
    this.showPlayer(file ? addressOf(file) : null);
    this.made?.show(attrs.made, this.view.editable);
  }

  // Only files of this site are played: nothing is loaded from elsewhere, and nothing at all before somebody starts it.
  private showPlayer(address: string | null): void {
    const { attrs, type } = this.node;
    const tag = type.name !== 'media' || !address ? null : attrs.type === 'video' ? 'video' : 'audio';
    const shown = this.player.firstElementChild;
    if (shown?.localName === (tag ?? undefined) && shown?.getAttribute('src') === address) return;
    this.player.replaceChildren(...(tag && address ? [element(tag, { controls: true, preload: 'none', src: address, 'aria-label': this.name.textContent })] : []));
  }
}

export const mediaViews = (text: Text): Record<string, (node: Node, view: EditorView, getPos: Position) => MediaView> => {
  const view = (node: Node, editor: EditorView, getPos: Position): MediaView => new MediaView(text, node, editor, getPos);
  return { media: view, document: view };
};
