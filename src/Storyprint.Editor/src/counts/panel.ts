import type { EditorView } from 'prosemirror-view';
import { listOf, type Panel, type WritingContext } from '../writing/context';
import { element } from '../writing/element';
import { columnOf } from './paper';
import { fits, type HeadlinePlace, soundPlaces } from './places';
import { StoryCount } from './story-count';
import { readingMinutes } from './words';

/** Milliseconds between two counts, and those that one may take before it waits for the next turn. */
const pause = 300;
const turn = 6;

/** Words, minutes and lines of the story, and whether its headlines fit. It is counted when nobody has typed for a moment. */
export class CountPanel implements Panel {
  readonly element: HTMLElement;
  private readonly amounts = element('ul', { class: 'counts' });
  private readonly fits = element('ul', { class: 'fits' });
  private readonly count: StoryCount;
  private readonly places: readonly HeadlinePlace[];
  private readonly hasColumn: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private view: EditorView | null = null;
  private shown: unknown;

  constructor(private readonly context: WritingContext) {
    const { text, root, language } = context;
    const column = columnOf(root.dataset.column);
    this.hasColumn = column !== null;
    this.count = new StoryCount(language, column);
    this.places = soundPlaces(listOf(root, 'places'));
    const name = element('h2', {}, text('editor.counts'));
    name.id = 'editor-counts';
    this.element = element('section', { class: 'panel', 'aria-labelledby': name.id }, name, this.amounts, this.places.length ? this.fits : null);
  }

  update(view: EditorView): void {
    this.view = view;
    const { doc, selection } = view.state;
    if (this.shown === doc && selection.empty && !this.isSelection) return;
    this.timer ??= setTimeout(() => this.look(), pause);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.view = null;
  }

  private isSelection = false;

  private look(): void {
    this.timer = undefined;
    if (!this.view || this.view.isDestroyed) return;
    const { state } = this.view;
    const amount = this.count.of(state.doc, turn);
    if (!amount) {
      this.timer = setTimeout(() => this.look(), 0);
      return;
    }
    const { text, language } = this.context;
    const { from, to, empty } = state.selection;
    const selected = empty ? 0 : this.count.between(state.doc, from, to);
    const isSpaced = amount.ideographs <= amount.words;
    const lines = [
      selected && isSpaced ? text('editor.counts.selected', selected, amount.words) : isSpaced ? text.count('editor.counts.words', amount.words) : text.count('editor.counts.letters', amount.ideographs),
      text.count('editor.counts.minutes', readingMinutes(amount, language)),
      ...(this.hasColumn ? [text.count('editor.counts.lines', amount.lines)] : []),
    ];
    this.amounts.replaceChildren(...lines.map(line => element('li', {}, line)));
    if (this.shown !== state.doc) this.showFits();
    this.shown = state.doc;
    this.isSelection = !empty;
  }

  private showFits(): void {
    const { text } = this.context;
    const rows = fits(this.view!.state.doc, this.places).map(fit => {
      const over = fit.letters - fit.most;
      const words = over > 0 ? text('editor.counts.too-long', fit.letters, fit.most, over) : text('editor.counts.fits', fit.letters, fit.most);
      return element('li', { class: over > 0 ? 'is-over' : null }, element('bdi', {}, fit.name), ` · ${text(`editor.place.${fit.field}`)}: `, words);
    });
    this.fits.replaceChildren(...rows);
  }
}
