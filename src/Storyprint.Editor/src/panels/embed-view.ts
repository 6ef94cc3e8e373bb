import type { Node } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view';
import { safeAddress } from '../paste/address';
import { button, element } from '../writing/element';
import type { Text } from '../writing/texts';

/** Something shown elsewhere: its address, which leads there, and what it is. Nothing of the other site is loaded here. */
export class EmbedView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM = element('div', {});
  private readonly link = element('a', { dir: 'ltr', target: '_blank', rel: 'noopener noreferrer' });

  constructor(private node: Node, private readonly view: EditorView, private readonly getPos: () => number | undefined, text: Text, private readonly change: () => void) {
    this.dom = element('div', { class: 'block-embed', 'data-kind': 'embed' }, element('p', { class: 'embed-address', contenteditable: 'false' }, this.link, ' ', button(text('editor.embed.change'), () => this.ask())), this.contentDOM);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return !this.contentDOM.contains(event.target as HTMLElement) && !/^(drag|drop)/.test(event.type);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    const address = String(this.node.attrs.address ?? '');
    const safe = safeAddress(address);
    this.link.textContent = address || '–';
    if (safe) this.link.setAttribute('href', safe);
    else this.link.removeAttribute('href');
  }

  private ask(): void {
    const pos = this.getPos();
    if (pos === undefined) return;
    this.view.dispatch(this.view.state.tr.setSelection(NodeSelection.create(this.view.state.doc, pos)));
    this.change();
  }
}
