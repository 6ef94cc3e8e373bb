import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { CardView, type Position } from '../view/card-view';
import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';
import { takeApart } from './gallery';

/** Several pictures that belong together, with a caption for all. */
export class GalleryView extends CardView {
  private readonly none = element('p', { class: 'hint' });
  private readonly buttons: readonly HTMLButtonElement[];

  constructor(node: Node, view: EditorView, getPos: Position, text: Text, choose: ((view: EditorView, id: string) => void) | null) {
    super(node, view, getPos);
    this.none.textContent = text('editor.gallery.empty');
    const adding = choose ? [button(text('editor.gallery.add'), () => choose(view, String(this.node.attrs.id)))] : [];
    this.buttons = [...adding, button(text('editor.gallery.apart'), () => this.apart())];
    this.compose([element('p', { class: 'card-name' }, text('editor.part.gallery')), this.none], [element('div', { class: 'buttons' }, ...this.buttons)]);
  }

  protected override show(): void {
    this.none.hidden = this.node.childCount > 1;
    for (const each of this.buttons) each.disabled = !this.view.editable;
  }

  private apart(): void {
    const pos = this.getPos();
    if (pos === undefined || !this.view.editable) return;
    this.view.dispatch(takeApart(this.view.state.tr, pos));
    this.view.focus();
  }
}
