import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Panel } from '../writing/context';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import type { Checks, Finding } from './checks';

const pause = 500;
const most = 100;

/** "Before it goes out": what is to be looked at, each with a way to it. */
export class CheckPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = element('ul', { class: 'checks' });
  private readonly heading: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private view: EditorView | null = null;
  private shown: Node | null = null;

  constructor(private readonly checks: Checks, private readonly text: Text) {
    this.heading = element('h2', { id: 'editor-checks' }, text('editor.checks'));
    this.element = element('section', { class: 'panel', 'aria-labelledby': 'editor-checks' }, this.heading, this.list);
  }

  update(view: EditorView): void {
    this.view = view;
    if (view.state.doc !== this.shown) this.timer ??= setTimeout(() => this.show(), this.shown ? pause : 0);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.view = null;
  }

  private show(): void {
    this.timer = undefined;
    if (!this.view || this.view.isDestroyed) return;
    const { doc } = this.view.state;
    this.shown = doc;
    const found = this.checks.of(doc);
    this.heading.textContent = found.length ? this.text('editor.checks.count', found.length) : this.text('editor.checks');
    const focused = [...this.list.children].findIndex(row => row.contains(document.activeElement));
    this.list.replaceChildren(...found.slice(0, most).map(each => this.row(each)));
    if (found.length > most) this.list.append(element('li', { class: 'small' }, this.text.count('editor.checks.more', found.length - most)));
    if (!found.length) this.list.append(element('li', { class: 'small' }, this.text('editor.checks.none')));
    (this.list.children[Math.min(focused, this.list.children.length - 1)]?.querySelector('button'))?.focus();
  }

  private row(finding: Finding): HTMLElement {
    const words = finding.words.trim();
    return element('li', {}, element('button', { type: 'button', class: 'plain', onclick: () => this.jump(finding) }, this.text(`editor.check.${finding.what}`), words ? element('span', { class: 'small' }, ' ', element('bdi', {}, words)) : null));
  }

  // The story may have changed since the list was made, so that the place is only as good as the list.
  private jump({ from, to }: Finding): void {
    const view = this.view;
    if (!view) return;
    const { doc, tr } = view.state;
    const [start, end] = [from, to].map(pos => Math.min(pos, doc.content.size)) as [number, number];
    const node = doc.nodeAt(start);
    const selection = node && !node.isText && start === end && NodeSelection.isSelectable(node) && !node.isTextblock ? NodeSelection.create(doc, start) : TextSelection.between(doc.resolve(start), doc.resolve(end));
    view.dispatch(tr.setSelection(selection).scrollIntoView());
    view.focus();
  }
}
