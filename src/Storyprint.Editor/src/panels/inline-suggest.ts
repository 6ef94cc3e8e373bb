import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema/schema';
import { listOf, type WritingContext } from '../writing/context';
import { element } from '../writing/element';
import { namesIn, suggestions } from './suggestions';

/** By the place of the caret, the attribute of the page that holds its names. */
const lists: Readonly<Record<string, string>> = { speaker: 'authors', byline: 'authors', credit: 'authors', dateline: 'datelines', topic: 'topics' };

const key = new PluginKey<string | null>('inline suggestions');

/** Offers names under the caret while one types a speaker, a byline, a dateline or a topic in the text itself. */
export function inlineSuggestions(context: WritingContext): Plugin<string | null> {
  let list: InlineList | null = null;
  return new Plugin<string | null>({
    key,
    // The words for which something is offered: only after typing, never because the caret came by.
    state: {
      init: () => null,
      apply(tr, before, _, state) {
        const { $from, empty } = state.selection;
        const isName = empty && $from.parent.type.name in lists && $from.parentOffset === $from.parent.content.size && $from.parent.childCount > 0;
        if (!isName || tr.getMeta(key) === null) return null;
        return tr.docChanged && !tr.getMeta('paste') && tr.getMeta('addToHistory') !== false ? $from.parent.textContent : before;
      },
    },
    view: view => {
      list = new InlineList(view, context);
      return list;
    },
    props: {
      handleKeyDown: (_, event) => list?.key(event) ?? false,
      handleDOMEvents: { blur: () => { list?.hide(); return false; } },
    },
  });
}

class InlineList {
  private readonly list = element('ul', { role: 'listbox', class: 'suggestions is-inline', id: 'editor-inline-suggestions', hidden: true });
  private readonly said = element('span', { class: 'visually-hidden', role: 'status' });
  private offered: string[] = [];
  private active = -1;
  private shown: string | null = null;

  constructor(private readonly view: EditorView, private readonly context: WritingContext) {
    this.list.setAttribute('aria-label', context.text('editor.suggestions.list'));
    context.root.append(this.list, this.said);
  }

  update(view: EditorView): void {
    const typed = key.getState(view.state) ?? null;
    if (typed === this.shown) return;
    this.shown = typed;
    if (typed === null || !view.editable || !view.hasFocus()) {
      this.hide();
      return;
    }
    const kind = view.state.selection.$from.parent.type.name;
    const page = listOf<unknown>(this.context.root, lists[kind]!).filter(name => typeof name === 'string');
    const own = kind === 'speaker' || kind === 'credit' ? namesIn(view.state.doc).filter(name => name !== typed.trim()) : [];
    this.show(suggestions([...own, ...page], typed));
  }

  hide(): void {
    if (this.list.hidden) return;
    this.show([]);
  }

  destroy(): void {
    this.list.remove();
    this.said.remove();
  }

  key(event: KeyboardEvent): boolean {
    if (this.list.hidden || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.go(event.key === 'ArrowDown' ? 1 : -1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && this.active >= 0) this.take(this.active);
    else if (event.key === 'Escape') this.hide();
    else return false;
    event.preventDefault();
    return true;
  }

  private show(offered: string[]): void {
    this.offered = offered;
    this.active = -1;
    this.list.hidden = !offered.length;
    this.view.dom.removeAttribute('aria-activedescendant');
    this.list.replaceChildren(...offered.map((name, index) => element(
      'li', { role: 'option', id: `editor-inline-suggestion-${index}`, 'aria-selected': 'false', onmousedown: (event: MouseEvent) => { event.preventDefault(); this.take(index); } }, element('bdi', {}, name),
    )));
    this.said.textContent = offered.length ? this.context.text.count('editor.suggestions', offered.length) : '';
    if (offered.length) this.place();
  }

  // Under the line, at the side on which its words begin.
  private place(): void {
    const { head, $head } = this.view.state.selection;
    const line = this.view.coordsAtPos(head);
    const block = this.view.coordsAtPos($head.start());
    const box = (this.list.offsetParent ?? document.body).getBoundingClientRect();
    const isRight = getComputedStyle(this.view.domAtPos(head).node.parentElement ?? this.view.dom).direction === 'rtl';
    this.list.style.top = `${line.bottom - box.top + 4}px`;
    this.list.style.left = isRight ? 'auto' : `${block.left - box.left}px`;
    this.list.style.right = isRight ? `${box.right - block.right}px` : 'auto';
  }

  private go(direction: 1 | -1): void {
    const { children } = this.list;
    children[this.active]?.setAttribute('aria-selected', 'false');
    this.active = (this.active + direction + children.length + (this.active < 0 && direction < 0 ? 1 : 0)) % children.length;
    children[this.active]!.setAttribute('aria-selected', 'true');
    this.view.dom.setAttribute('aria-activedescendant', children[this.active]!.id);
    this.said.textContent = this.offered[this.active]!;
  }

  private take(index: number): void {
    const { $from } = this.view.state.selection;
    this.view.dispatch(this.view.state.tr.replaceWith($from.start(), $from.end(), schema.text(this.offered[index]!)).setMeta(key, null).scrollIntoView());
    this.hide();
  }
}
