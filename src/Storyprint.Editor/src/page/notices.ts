import type { Status } from '../saving/status';
import { element } from '../writing/element';
import { copyText } from './plain-text';
import type { PageStart } from './editor-page';
import { leftoverNotice } from './show-leftovers';
import { drawState, type Kept, sentenceOf } from './state-line';

/** The line that says how it stands with saving, and what stands above the text where somebody has to do something. */
export class Notices {
  private readonly noJournal: HTMLElement;
  // In the head, which stays in sight: whoever writes at the end of a long story has to see it.
  private readonly state = element('div', { class: 'editor-unsaved', role: 'status' });
  private sentence = '';

  constructor(private readonly start: PageStart, private readonly words: () => string) {
    const { frame, text, opened, moment } = start;
    this.noJournal = element('div', { class: 'notice mind', hidden: true }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), element('p', {}, text('editor.no-journal')));
    frame.notices.append(...opened.leftovers.map(leftover => leftoverNotice(text, moment, leftover, () => { void opened.journal.remove(leftover.record.editor); })), this.noJournal);
    frame.line.after(this.state);
  }

  show(status: Status, kept: Kept): void {
    const { frame, text, moment, root } = this.start;
    const line = { text, moment, signIn: root.dataset.signIn ?? null, copy: () => { void this.copy(); } };
    const { state, notice } = drawState(line, status, kept);
    if (frame.state.textContent !== state.textContent) frame.state.replaceChildren(state);
    frame.state.hidden = notice !== null;
    this.noJournal.hidden = kept.works;
    // Drawn again only when it says something else: a button in it may have the focus.
    const sentence = notice ? sentenceOf(line, status, kept) : '';
    if (this.sentence !== sentence) this.state.replaceChildren(...(notice ? [notice] : []));
    this.sentence = sentence;
  }

  private async copy(): Promise<void> {
    const words = this.words();
    const isCopied = await copyText(words);
    this.start.frame.announce(this.start.text(isCopied ? 'editor.copied' : 'editor.copy.failed'));
    if (isCopied) return;
    const area = element('textarea', { readonly: true, rows: 8, dir: 'auto', 'aria-label': this.start.text('editor.leftover.words') });
    area.value = words;
    this.state.append(area);
    area.select();
  }
}
