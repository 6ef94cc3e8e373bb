import type { EditorView } from 'prosemirror-view';
import { listOf, type Panel, type WritingContext } from '../writing/context';
import { element, field, freshName } from '../writing/element';
import { sectionOf, setSection } from './section';

interface Section {
  readonly slug: string;
  readonly name: string;
}

/** The section that the story stands in, chosen of those of its edition. One that the edition does not name stays as it is. */
export class SectionPanel implements Panel {
  readonly element: HTMLElement;
  private readonly select = element('select', {});
  private readonly sections: readonly Section[];
  private shown: string | null = null;

  constructor(context: WritingContext, private readonly view: EditorView) {
    const { text, root, language } = context;
    this.sections = listOf<Section>(root, 'sections').filter(each => typeof each?.slug === 'string' && typeof each.name === 'string');
    this.select.append(
      element('option', { value: '' }, text('editor.section.none')),
      ...this.sections.map(({ slug, name }) => element('option', { value: slug, lang: language }, name)),
    );
    this.select.addEventListener('change', () => this.view.dispatch(setSection(this.view.state.tr, this.select.value)));
    const heading = element('h2', { id: freshName() }, text('editor.section'));
    this.element = element('section', { class: 'panel', 'aria-labelledby': heading.id, hidden: this.sections.length === 0 }, heading, field(text('editor.section.choose'), this.select));
  }

  update(view: EditorView): void {
    const now = sectionOf(view.state.doc);
    this.select.disabled = !view.editable;
    if (now === this.shown) return;
    this.shown = now;
    if (now && ![...this.select.options].some(option => option.value === now)) this.select.append(element('option', { value: now }, now));
    this.select.value = now;
  }
}
