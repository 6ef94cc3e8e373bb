import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { readSelection } from '../keys/fresh-selection';
import { button, element, field, freshName, option } from '../writing/element';
import type { Panel, WritingContext } from '../writing/context';
import { type Anchor, anchorOf } from './anchor';
import { markOf, tellComments } from './marks';
import { type Comment, CommentStore } from './store';

/** The comments beside the text: each with its words, its answers, and a way to both. */
export class CommentPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = element('ol', { class: 'beside-comments' });
  private readonly heading = element('h2', { id: freshName() });
  private readonly words = element('textarea', { rows: '3', maxlength: '5000', dir: 'auto' });
  private readonly own = element('input', { type: 'checkbox' });
  private readonly about = element('p', { class: 'small about', hidden: true });
  private readonly form: HTMLFormElement;
  private readonly store: CommentStore;
  private anchor: Anchor | null = null;
  private comments: readonly Comment[] = [];

  constructor(private readonly context: WritingContext, private readonly view: EditorView) {
    const { text, root } = context;
    this.store = new CommentStore(root.dataset.comments ?? '', context.token);
    this.form = element(
      'form', { onsubmit: (event: Event) => { event.preventDefault(); void this.send(); } }, this.about,
      field(text('editor.comment'), this.words), option(text('editor.comment.own'), this.own), element('button', { type: 'submit', class: 'quiet small' }, text('editor.comment.send')),
    );
    this.element = element('section', { class: 'panel', 'aria-labelledby': this.heading.id, hidden: !root.dataset.comments }, this.heading, this.list, this.form);
    this.show();
    if (root.dataset.comments) void this.refresh();
  }

  update(): void {}

  /** Begins a comment on the chosen words, or on all. */
  readonly begin = (): boolean => {
    const { $from, $to } = this.view.state.selection;
    this.anchor = anchorOf($from, $to);
    this.about.hidden = !this.anchor;
    this.about.replaceChildren(...(this.anchor ? [element('q', { dir: 'auto' }, this.anchor.quote.slice(0, 200))] : []));
    this.words.focus();
    return true;
  };

  /** Asks for the comments again: somebody may have written one. */
  async refresh(): Promise<void> {
    const found = await this.store.read();
    if (!found || this.view.isDestroyed) return;
    this.comments = found;
    readSelection(this.view);
    this.view.dispatch(tellComments(this.view.state.tr, found));
    this.show();
  }

  private async send(): Promise<void> {
    const typed = this.words.value.trim();
    if (!typed) return;
    const { anchor } = this;
    const fault = await this.store.add({
      text: typed, ...(this.own.checked ? { private: 'yes' } : {}), ...(anchor ? { quote: anchor.quote.slice(0, 500), block: anchor.block, name: anchor.name, offset: String(anchor.offset) } : {}),
    });
    if (fault !== null) return this.context.say(fault || this.context.text('editor.comment.failed'));
    [this.words.value, this.own.checked, this.anchor, this.about.hidden] = ['', false, null, true];
    this.context.announce(this.context.text('editor.comment.sent'));
    await this.refresh();
  }

  private show(): void {
    const { text } = this.context;
    const open = this.comments.filter(each => !each.isDone && !each.answerTo);
    this.heading.textContent = open.length ? text('editor.comments.count', open.length) : text('editor.comments');
    this.list.replaceChildren(...open.map(each => this.row(each)));
  }

  private row(comment: Comment): HTMLElement {
    const { text } = this.context;
    const answers = this.comments.filter(each => each.answerTo === comment.id);
    const typed = element('textarea', { rows: '2', maxlength: '5000', dir: 'auto', 'aria-label': text('editor.comment.answer.to', comment.author) });
    const answer = element('details', {}, element('summary', {}, text('editor.comment.answer')), typed, button(text('editor.comment.send'), () => void this.act(this.store.add({ text: typed.value, 'answer-to': comment.id }))));
    const said = (each: Comment): HTMLElement[] => [element('p', { class: 'small' }, element('strong', {}, element('bdi', {}, each.author)), ` ${each.at}`), element('p', { class: 'words', dir: 'auto' }, each.text)];
    return element(
      'li', {}, comment.quote ? element('button', { type: 'button', class: 'plain quote', onclick: () => this.jump(comment) }, element('q', { dir: 'auto' }, comment.quote.slice(0, 120))) : null,
      comment.found === false ? element('p', { class: 'small' }, text('editor.comment.gone')) : null,
      ...said(comment), comment.isPrivate ? element('span', { class: 'tag' }, text('editor.comment.private')) : null,
      ...answers.map(each => element('div', { class: 'answer' }, ...said(each))), answer,
      button(text('editor.comment.done'), () => void this.act(this.store.setDone(comment.id, true))),
    );
  }

  private async act(sending: Promise<string | null>): Promise<void> {
    const fault = await sending;
    if (fault !== null) this.context.say(fault || this.context.text('editor.comment.failed'));
    else await this.refresh();
  }

  private jump(comment: Comment): void {
    const place = markOf(this.view.state, comment.id);
    if (!place) return this.context.announce(this.context.text('editor.comment.gone'));
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, place.from, place.to)).scrollIntoView());
    this.view.focus();
  }
}
