import type { EditorView } from 'prosemirror-view';
import { goToChoice } from '../choices/focus-choice';
import { letters } from '../counts/words';
import type { HeadlinePlace } from '../counts/places';
import { cleanWords } from '../paste/words';
import type { Aside } from '../wire/kinds';
import type { Run, WordsRun } from '../wire/types';
import { button, element, field, freshName } from '../writing/element';
import type { Text } from '../writing/texts';
import { hasChoice, runsOf, setRuns, spliceOf, typedSince, withLinks, wordsOf } from './words';

export interface AsideKind {
  readonly name: Aside;
  readonly rows: number;
  readonly most: number;
  /** Whether addresses in it become links. */
  readonly isRich?: boolean;
}

/** A field for a text that stands beside the story. */
export class AsideField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  private readonly counts = element('ul', { class: 'fits', id: freshName() });
  private readonly choice: HTMLElement;
  private shown: readonly Run[] = [];
  private isComposing = false;

  constructor(private readonly text: Text, private readonly view: EditorView, private readonly kind: AsideKind, private readonly places: readonly HeadlinePlace[], language: string) {
    const attributes = {
      dir: 'auto', lang: language, maxlength: kind.most, spellcheck: 'true', oninput: () => { if (!this.isComposing) this.write(); }, onblur: () => this.finish(),
      oncompositionstart: () => { this.isComposing = true; }, oncompositionend: () => { this.isComposing = false; this.write(); },
    };
    this.input = kind.rows > 1 ? element('textarea', { ...attributes, rows: kind.rows }) : element('input', { type: 'text', autocomplete: 'off', ...attributes });
    const hint = text.has(`editor.about.${kind.name}.hint`) ? text(`editor.about.${kind.name}.hint`) : undefined;
    this.element = field(text(`editor.place.${kind.name}`), this.input, hint);
    this.choice = element('div', { class: 'block-choice', hidden: true }, element('p', {}, text('editor.about.choice')), button(text('editor.about.choice.go'), () => goToChoice(this.view, kind.name)));
    this.element.append(this.choice, this.counts);
    this.input.setAttribute('aria-describedby', `${this.input.getAttribute('aria-describedby') ?? ''} ${this.counts.id}`.trim());
  }

  /** Shows what stands in the document now. Where somebody types in it, his place in it stays. */
  update(): void {
    const now = runsOf(this.view.state.doc, this.kind.name);
    const isOpen = hasChoice(now);
    this.choice.hidden = !isOpen;
    this.input.disabled = isOpen || !this.view.editable;
    if (this.isComposing || now === this.shown) return;
    this.shown = now;
    const words = wordsOf(now);
    if (words !== this.input.value) {
      const { from, to, words: put } = spliceOf(this.input.value, words);
      if (document.activeElement === this.input) this.input.setRangeText(put, from, to, 'preserve');
      else this.input.value = words;
    }
    this.count();
  }

  private write(): void {
    if (!this.view.editable || this.input.disabled) return;
    const clean = cleanWords(this.input.value);
    if (clean !== this.input.value) this.input.value = clean;
    this.put(typedSince(this.shown, runsOf(this.view.state.doc, this.kind.name), clean));
    this.count();
  }

  // Spaces at the ends, and addresses without a link, are looked at when the field is left: not while a word is typed.
  private finish(): void {
    if (this.isComposing || !this.view.editable || this.input.disabled) return;
    const now = runsOf(this.view.state.doc, this.kind.name);
    const trimmed = typedSince(now, now, wordsOf(now).trim());
    this.put(this.kind.isRich ? withLinks(trimmed as readonly WordsRun[]) : trimmed);
  }

  private put(runs: readonly Run[]): void {
    const { doc, tr } = this.view.state;
    if (JSON.stringify(runs) === JSON.stringify(runsOf(doc, this.kind.name))) return;
    // What the field shows already is not shown again.
    if (!hasChoice(runs) && wordsOf(runs) === this.input.value) this.shown = runs;
    this.view.dispatch(setRuns(tr, this.kind.name, runs));
  }

  private count(): void {
    const amount = letters(this.input.value.trim());
    this.counts.hidden = amount === 0 || this.places.length === 0;
    this.counts.replaceChildren(...this.places.map(({ name, most }) => {
      const over = amount - most;
      return element('li', { class: over > 0 ? 'is-over' : null }, element('bdi', {}, name), ': ', over > 0 ? this.text('editor.counts.too-long', amount, most, over) : this.text('editor.counts.fits', amount, most));
    }));
  }
}
