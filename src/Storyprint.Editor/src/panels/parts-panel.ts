import type { EditorView } from 'prosemirror-view';
import { listOf, type Panel, type WritingContext } from '../writing/context';
import { button, element, freshName } from '../writing/element';
import { Combobox } from './combobox';
import { addPart, movePart, type PartKind, partsOf, removePart } from './parts';
import { isSameName, suggestions } from './suggestions';

/** Who wrote the story, or what it is about: a list that is built from names that are offered. */
export class PartsPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = element('ol', { class: 'parts' });
  private readonly said = element('span', { class: 'visually-hidden', role: 'status' });
  private readonly input: Combobox<{ label: string }>;
  private readonly adding: HTMLButtonElement;
  private shown = '';

  constructor(private readonly context: WritingContext, private readonly view: EditorView, private readonly kind: PartKind, listName: string) {
    const { text, root } = context;
    const names = listOf<unknown>(root, listName).filter(name => typeof name === 'string');
    const heading = element('h2', { id: freshName() }, text(`editor.${kind}s`));
    this.input = new Combobox({
      text,
      offer: typed => suggestions(names.filter(name => !this.names.some(own => isSameName(own, name))), typed).map(label => ({ label })),
      choose: ({ label }) => this.add(label),
      enter: typed => this.add(typed),
    });
    const adding = this.input.field(text(`editor.${kind}s.add`));
    this.adding = button(text('editor.add'), () => this.add(this.input.input.value));
    this.input.element.append(this.adding);
    this.element = element('section', { class: 'panel', 'aria-labelledby': heading.id }, heading, this.list, adding, this.said);
  }

  update(view: EditorView): void {
    const state = JSON.stringify([this.names, view.editable]);
    if (state === this.shown) return;
    this.shown = state;
    this.input.input.disabled = !view.editable;
    this.adding.disabled = !view.editable;
    const focused = [...this.list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    const all = this.names;
    this.list.replaceChildren(...all.map((name, index) => this.row(name, index, all.length)));
    if (focused >= 0) ([...this.list.querySelectorAll('button')].filter(each => !each.disabled)[Math.min(focused, this.list.querySelectorAll('button').length - 1)] ?? this.input.input).focus();
  }

  private get names(): string[] {
    return partsOf(this.view.state.doc, this.kind).map(part => part.node.textContent);
  }

  private row(name: string, index: number, count: number): HTMLElement {
    const { text } = this.context;
    const { editable } = this.view;
    const run = (label: string, sign: string, make: () => ReturnType<typeof removePart>, isOn: boolean) => button(text(label, name), () => this.apply(make()), { sign, disabled: !isOn || !editable });
    return element(
      'li', {}, element('bdi', {}, name),
      run('editor.move-up', '↑', () => movePart(this.view.state.tr, this.kind, index, -1), index > 0),
      run('editor.move-down', '↓', () => movePart(this.view.state.tr, this.kind, index, 1), index < count - 1),
      run('editor.remove', '×', () => removePart(this.view.state.tr, this.kind, index), true),
    );
  }

  private add(name: string): void {
    const tr = addPart(this.view.state.tr, this.kind, name, this.context.freshId());
    if (!tr && name.trim()) this.said.textContent = this.context.text('editor.there-already', name.trim());
    this.input.clear();
    this.apply(tr);
    this.input.input.focus();
  }

  private apply(tr: ReturnType<typeof removePart>): void {
    if (tr && this.view.editable) this.view.dispatch(tr);
  }
}
