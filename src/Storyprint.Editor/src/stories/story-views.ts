import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { CardView, type Position } from '../view/card-view';
import type { WritingContext } from '../writing/context';
import { button, element } from '../writing/element';
import { removeStory } from './stories';
import { askForOther, askForRelated } from './story-dialog';

/** Stories that are named in this one: their headlines, which are words of this page, and their codes. */
class StoryRow extends CardView {
  private readonly code = element('span', { class: 'story-code' });
  private readonly buttons: readonly HTMLButtonElement[];

  constructor(private readonly context: WritingContext, node: Node, view: EditorView, getPos: Position) {
    super(node, view, getPos);
    const { text } = context;
    this.buttons = [
      button(text('editor.related.change'), () => this.ask()),
      ...(node.isTextblock ? [button(text('editor.remove', ''), () => this.remove(), { sign: '×' })] : []),
    ];
    const name = node.isTextblock ? [] : [element('p', { class: 'card-name' }, text(`editor.part.${node.type.name}`))];
    this.compose(name, [element('div', { class: 'story-facts' }, this.code, ...this.buttons)]);
  }

  protected override show(): void {
    const { text } = this.context;
    const code = this.node.attrs.code as string | null;
    this.code.textContent = code ?? text('editor.story.none');
    this.code.dir = code ? 'ltr' : 'auto';
    this.code.classList.toggle('is-over', code === null);
    this.buttons[1]?.setAttribute('aria-label', text('editor.remove', this.node.textContent || code || ''));
    for (const each of this.buttons) each.disabled = !this.view.editable;
  }

  private ask(): void {
    if (this.view.editable) askForOther(this.context, this.view, String(this.node.attrs.id));
  }

  private remove(): void {
    const pos = this.getPos();
    if (pos === undefined || !this.view.editable) return;
    this.view.dispatch(removeStory(this.view.state.tr, { node: this.node, pos }));
    this.view.focus();
  }
}

class RelatedView extends CardView {
  private readonly adding: HTMLButtonElement;
  private readonly none = element('p', { class: 'hint' });

  constructor(private readonly context: WritingContext, node: Node, view: EditorView, getPos: Position) {
    super(node, view, getPos);
    const { text } = context;
    this.none.textContent = text('editor.related.empty');
    this.adding = button(text('editor.related.add'), () => { if (this.choose()) askForRelated(this.context, this.view); });
    this.compose([element('p', { class: 'card-name' }, text('editor.part.related'))], [this.none, element('div', { class: 'buttons' }, this.adding)]);
  }

  protected override show(): void {
    this.none.hidden = this.node.childCount > 0;
    this.adding.disabled = !this.view.editable;
  }
}

export const storyViews = (context: WritingContext): Record<string, (node: Node, view: EditorView, getPos: Position) => NodeView> => ({
  related: (node, view, getPos) => new RelatedView(context, node, view, getPos),
  relatedstory: (node, view, getPos) => new StoryRow(context, node, view, getPos),
  corrects: (node, view, getPos) => new StoryRow(context, node, view, getPos),
});
