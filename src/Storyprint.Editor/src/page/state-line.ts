import type { Status } from '../saving/status';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';

export interface StateLine {
  text: Text;
  moment(at: number): string;
  signIn: string | null;
  copy(): void;
}

export interface Kept {
  /** Whether every word is in the journal of this browser. */
  isKept: boolean;
  /** Whether this browser can keep words at all. */
  works: boolean;
}

/** How it stands, in one sentence. */
export function sentenceOf({ text, moment }: Pick<StateLine, 'text' | 'moment'>, status: Status, kept: Kept): string {
  const where = kept.works ? text('editor.state.kept') : text('editor.state.not-kept');
  switch (status.kind) {
    case 'saved': return status.at === null ? text('editor.state.saved') : text('editor.state.saved.at', moment(status.at));
    case 'saving': return text('editor.state.saving');
    case 'failing': if (status.isClean) return text('editor.state.clean.failing', status.problem ?? text('editor.state.no-connection'));
      return `${text('editor.state.failing', status.problem ?? text('editor.state.no-connection'))} ${where}`;
    case 'refused': return `${text('editor.state.refused', status.problem || text('editor.state.too-large'))} ${where}`;
    case 'signed-out': if (status.isClean) return text('editor.state.clean.signed-out');
      return `${text('editor.state.signed-out')} ${where}`;
    case 'other-person': return `${text('editor.state.other-person', status.name)} ${where}`;
    case 'stopped': return status.problem;
  }
}

/** What the line at the top shows, or what takes its place where somebody has to know more. */
export function drawState(line: StateLine, status: Status, kept: Kept): { state: HTMLElement; notice: HTMLElement | null } {
  const { text } = line;
  const sentence = sentenceOf(line, status, kept);
  const state = element('p', { class: 'saving' }, sentence);
  if (status.kind === 'saved' || status.kind === 'saving') return { state, notice: null };
  const help = status.kind === 'signed-out' && line.signIn
    ? element('a', { href: line.signIn, target: '_blank', rel: 'noopener', class: 'button quiet' }, text('editor.sign-in'))
    : status.kind === 'failing' ? null : element('button', { type: 'button', class: 'quiet', onclick: () => line.copy() }, text('editor.copy'));
  return { state, notice: element('div', { class: 'notice mind' }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), element('div', {}, element('p', {}, sentence), help)) };
}
