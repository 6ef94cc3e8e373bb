import type { EditorView } from 'prosemirror-view';
import { soundPlaces } from '../counts/places';
import { asides } from '../wire/kinds';
import { listOf, type Panel, type WritingContext } from '../writing/context';
import { element, field, freshName } from '../writing/element';
import { AsideField, type AsideKind } from './aside-field';
import { CodeSelect } from './code-select';
import { labels, madeOfTexts } from './codes';

const kinds: readonly AsideKind[] = [
  { name: 'searchHeadline', rows: 2, most: 300 }, { name: 'socialHeadline', rows: 2, most: 300 }, { name: 'paperHeadline', rows: 2, most: 300 },
  { name: 'sources', rows: 4, most: 20_000, isRich: true }, { name: 'warning', rows: 2, most: 1_000 },
];

/** "About this story": what is said of it beside its text. Closed, it says how much of that there is. */
export class AboutPanel implements Panel {
  readonly element: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private readonly body: HTMLElement;
  private readonly label: CodeSelect;
  private readonly made: CodeSelect;
  private readonly fields: readonly AsideField[];
  private shown: unknown = null;
  private wasEditable: boolean | null = null;

  constructor(private readonly context: WritingContext, private readonly view: EditorView) {
    const { text, root, language } = context;
    const places = soundPlaces(listOf(root, 'places'));
    const select = (name: 'label' | 'made', codes: readonly string[]): CodeSelect => new CodeSelect(text, name, codes, code => this.view.dispatch(this.view.state.tr.setDocAttribute(name, code)));
    this.label = select('label', labels);
    this.made = select('made', madeOfTexts);
    this.fields = kinds.map(kind => new AsideField(text, view, kind, places.filter(place => place.field === kind.name), language));
    this.body = element(
      'div', { class: 'about-fields', id: freshName(), hidden: true, onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.isComposing) this.leave(); } },
      field(text('editor.about.label'), this.label.input), ...this.fields.map(each => each.element), field(text('editor.about.made'), this.made.input, text('editor.about.made.hint')),
    );
    this.opener = element('button', { type: 'button', class: 'about-opener', 'aria-expanded': 'false', 'aria-controls': this.body.id, onclick: () => this.toggle(this.body.hidden) });
    const heading = element('h2', { id: freshName() }, this.opener);
    this.element = element('section', { class: 'panel', 'aria-labelledby': heading.id }, heading, this.body);
  }

  get isOpen(): boolean {
    return !this.body.hidden;
  }

  /** Opens it and goes into it. */
  readonly open = (): true => {
    this.toggle(true);
    this.label.input.focus();
    this.element.scrollIntoView?.({ block: 'nearest' });
    return true;
  };

  update(view: EditorView): void {
    const { attrs } = view.state.doc;
    if (attrs === this.shown && view.editable === this.wasEditable) return;
    this.shown = attrs;
    this.wasEditable = view.editable;
    this.label.show(attrs.label, view.editable);
    this.made.show(attrs.made, view.editable);
    this.fields.forEach(each => each.update());
    const filled = ['label', 'made', ...asides].filter(name => attrs[name] !== null).length;
    const { text } = this.context;
    this.opener.textContent = filled > 0 ? text('editor.about.count', filled) : text('editor.about');
  }

  private toggle(isOpen: boolean): void {
    this.body.hidden = !isOpen;
    this.opener.setAttribute('aria-expanded', String(isOpen));
  }

  private leave(): void {
    this.toggle(false);
    this.view.focus();
  }
}
