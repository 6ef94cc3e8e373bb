import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Panel } from '../writing/context';
import { button, element, field, option } from '../writing/element';
import type { Text } from '../writing/texts';
import { currentMatch, lookFor, matchesIn, replaceAll, replaceMatch, toMatch, toNearestMatch } from './plugin';
import { most } from './search';

/** Find and replace, over the whole story. */
export class FindPanel implements Panel {
  readonly element: HTMLElement;
  private readonly words: HTMLInputElement;
  private readonly replacement = element('input', { type: 'text', autocomplete: 'off', dir: 'auto', maxlength: 10_000 });
  private readonly matchCase = element('input', { type: 'checkbox', onchange: () => this.look() });
  private readonly wholeWords = element('input', { type: 'checkbox', onchange: () => this.look() });
  private readonly exact = element('input', { type: 'checkbox', onchange: () => this.look() });
  private readonly count = element('output', { class: 'small' });
  private readonly changing: HTMLButtonElement[];

  constructor(private readonly view: EditorView, private readonly text: Text) {
    this.words = element('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', dir: 'auto', maxlength: 1_000, oninput: () => this.look(true) });
    const run = (label: string, command: () => Command, sign?: string) => button(text(label), () => command()(view.state, view.dispatch), sign ? { sign } : {});
    this.changing = [run('editor.find.replace', () => replaceMatch(this.replacement.value)), button(text('editor.find.replace-all'), () => this.replaceAll())];
    this.element = element(
      'form', { class: 'find', role: 'search', 'aria-label': text('editor.find'), hidden: true, onkeydown: (event: KeyboardEvent) => this.key(event), onsubmit: (event: Event) => event.preventDefault() },
      field(text('editor.find.words'), this.words),
      element('div', { class: 'buttons' }, run('editor.find.previous', () => toMatch(-1), '↑'), run('editor.find.next', () => toMatch(1), '↓'), this.count),
      field(text('editor.find.replacement'), this.replacement),
      element('div', { class: 'buttons' }, ...this.changing, button(text('editor.close'), () => this.close(), { sign: '×' })),
      element('div', { class: 'find-options' }, option(text('editor.find.case'), this.matchCase), option(text('editor.find.whole'), this.wholeWords), option(text('editor.find.exact'), this.exact)),
    );
  }

  /** Opens it with the selected words, where some are. */
  open(): void {
    const { from, to, $from, $to } = this.view.state.selection;
    const selected = $from.sameParent($to) ? this.view.state.doc.textBetween(from, to).slice(0, 200) : '';
    if (selected) this.words.value = selected;
    this.element.hidden = false;
    for (const each of this.changing) each.disabled = !this.view.editable;
    this.replacement.disabled = !this.view.editable;
    this.look();
    this.words.focus();
    this.words.select();
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  close(): void {
    this.element.hidden = true;
    this.view.dispatch(lookFor(this.view.state.tr, null));
    this.view.focus();
  }

  update(view: EditorView): void {
    if (this.element.hidden) return;
    const { length } = matchesIn(view.state);
    const current = currentMatch(view.state);
    const said = !this.words.value ? '' : !length ? this.text('editor.find.none') : length >= most ? this.text('editor.find.many', most)
      : current < 0 ? this.text.count('editor.find.count', length) : this.text('editor.find.place', current + 1, length);
    if (this.count.textContent !== said) this.count.textContent = said;
  }

  private look(isTyped = false): void {
    const query = { words: this.words.value, matchCase: this.matchCase.checked, wholeWords: this.wholeWords.checked, exact: this.exact.checked };
    this.view.dispatch(lookFor(this.view.state.tr, query.words ? query : null));
    if (isTyped) toNearestMatch(this.view.state, this.view.dispatch);
    this.update(this.view);
  }

  private replaceAll(): void {
    const { length } = matchesIn(this.view.state);
    if (!replaceAll(this.replacement.value)(this.view.state, this.view.dispatch)) return;
    this.count.textContent = this.text.count('editor.find.replaced', length);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.words) toMatch(event.shiftKey ? -1 : 1)(this.view.state, this.view.dispatch);
    else if (event.key === 'Enter' && event.target === this.replacement) replaceMatch(this.replacement.value)(this.view.state, this.view.dispatch);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
