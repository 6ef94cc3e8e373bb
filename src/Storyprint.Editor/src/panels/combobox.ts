import { element, field, freshName } from '../writing/element';
import type { Text } from '../writing/texts';

export interface Suggestion {
  readonly label: string;
  readonly hint?: string;
}

interface Options<T extends Suggestion> {
  readonly text: Text;
  /** What is offered for what was typed; a later answer takes the place of an earlier one. */
  readonly offer: (typed: string) => readonly T[] | Promise<readonly T[]>;
  readonly choose: (chosen: T) => void;
  /** Enter without a choice. */
  readonly enter?: (typed: string) => void;
  readonly type?: 'text' | 'search' | 'url';
}

/** A field that offers what fits while one types (WAI-ARIA combobox with a list). */
export class Combobox<T extends Suggestion> {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  private readonly list = element('ul', { role: 'listbox', class: 'suggestions', id: freshName(), hidden: true });
  private readonly said = element('span', { class: 'visually-hidden', role: 'status' });
  private offered: readonly T[] = [];
  private active = -1;
  private asked = 0;

  constructor(private readonly options: Options<T>) {
    this.input = element('input', {
      type: options.type ?? 'text', role: 'combobox', autocomplete: 'off', dir: 'auto', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id, maxlength: 2_048,
      oninput: () => void this.ask(), onkeydown: (event: KeyboardEvent) => this.key(event), onblur: () => this.close(),
    });
    this.element = element('div', { class: 'combobox' }, this.list, this.said);
  }

  /** The whole with its label, its list under its input. */
  field(label: string, hint?: string): HTMLElement {
    const labelled = field(label, this.input, hint);
    this.input.replaceWith(this.element);
    this.element.prepend(this.input);
    return labelled;
  }

  clear(): void {
    this.input.value = '';
    this.close();
  }

  private async ask(): Promise<void> {
    const asked = ++this.asked;
    const typed = this.input.value.trim();
    const found = typed ? await this.options.offer(typed) : [];
    if (asked === this.asked && document.activeElement === this.input) this.show(found);
  }

  private show(offered: readonly T[]): void {
    this.offered = offered;
    this.active = -1;
    this.list.replaceChildren(...offered.map((each, index) => element(
      // Before the field loses the focus, which would close the list under the click.
      'li', { role: 'option', id: `${this.list.id}-${index}`, 'aria-selected': 'false', onmousedown: (event: MouseEvent) => { event.preventDefault(); this.choose(index); } },
      element('bdi', {}, each.label), each.hint ? element('span', { class: 'small' }, each.hint) : null,
    )));
    this.list.hidden = !offered.length;
    this.input.setAttribute('aria-expanded', String(offered.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    this.said.textContent = offered.length ? this.options.text.count('editor.suggestions', offered.length) : '';
  }

  private close(): void {
    this.asked++;
    this.show([]);
  }

  private choose(index: number): void {
    const chosen = this.offered[index]!;
    this.close();
    this.options.choose(chosen);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isOpen = this.offered.length > 0;
    if (event.key === 'ArrowDown' && !isOpen) void this.ask();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.go(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && this.active >= 0) this.choose(this.active);
    else if (event.key === 'Enter' && this.options.enter) this.options.enter(this.input.value);
    else if (event.key === 'Escape' && isOpen) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private go(direction: 1 | -1): void {
    const { children } = this.list;
    if (!children.length) return;
    children[this.active]?.setAttribute('aria-selected', 'false');
    this.active = (this.active + direction + children.length + (this.active < 0 && direction < 0 ? 1 : 0)) % children.length;
    children[this.active]!.setAttribute('aria-selected', 'true');
    children[this.active]!.scrollIntoView?.({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', children[this.active]!.id);
  }
}
