import type { Node } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view';
import { element } from '../writing/element';

export type Position = () => number | undefined;

/** A block with buttons and facts around the words in it. What is not its words is no business of the text's. */
export class CardView implements NodeView {
  readonly contentDOM: HTMLElement = element('div', { class: 'card-words' });
  readonly dom: HTMLElement;

  constructor(protected node: Node, protected readonly view: EditorView, protected readonly getPos: Position, tag: 'div' | 'figure' = 'div') {
    this.dom = element(tag, { class: `block-${node.type.name} card`, 'data-kind': node.type.name });
  }

  /** What stands around the words; called once, before the first showing. */
  protected compose(before: readonly HTMLElement[], behind: readonly HTMLElement[] = []): void {
    // They are words of the page, whatever direction the words of the story have.
    for (const each of [...before, ...behind]) {
      each.setAttribute('contenteditable', 'false');
      each.setAttribute('dir', document.documentElement.dir || 'ltr');
    }
    this.dom.append(...before, this.contentDOM, ...behind);
    this.show();
  }

  /** Shows what the node says now. */
  protected show(): void {}

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  stopEvent(event: Event): boolean {
    return !this.contentDOM.contains(event.target as HTMLElement) && !/^(drag|drop)/.test(event.type);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  protected set(name: string, value: unknown): void {
    const pos = this.getPos();
    if (pos !== undefined && this.view.editable) this.view.dispatch(this.view.state.tr.setNodeAttribute(pos, name, value));
  }

  /** Chooses the block, so that commands are about it. */
  protected choose(): boolean {
    const pos = this.getPos();
    if (pos === undefined || !this.view.editable) return false;
    this.view.dispatch(this.view.state.tr.setSelection(NodeSelection.create(this.view.state.doc, pos)));
    return true;
  }
}
