import type { Leftover } from '../saving/recovery';
import { toDocument } from '../wire/to-document';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { plainText } from './plain-text';
import { sentenceOf } from './state-line';

/** Words of closed tabs that the server does not take are shown, to be copied; they stay in the journal until somebody throws them away. */
export function leftoverNotice(text: Text, moment: (at: number) => string, { record, status }: Leftover, remove: () => void): HTMLElement {
  const words = plainText(toDocument(record.living));
  const area = element('textarea', { readonly: true, rows: 8, 'aria-label': text('editor.leftover.words'), dir: 'auto' });
  area.value = words;
  const made: HTMLElement = element('div', { class: 'notice mind' }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), element('div', {},
    element('p', {}, `${text('editor.leftover', moment(record.writtenAt))} ${sentenceOf({ text, moment }, status, { isKept: true, works: true })}`),
    element('details', {}, element('summary', {}, text('editor.leftover.show')), area),
    element('button', { type: 'button', class: 'quiet', onclick: () => { remove(); made.remove(); } }, text('editor.leftover.remove'))));
  return made;
}
