import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { plainOf } from '../wire/runs';
import type { Run, WordsRun } from '../wire/types';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';

const words = (runs: Run[] | undefined): string => plainOf((runs ?? []).filter((run): run is WordsRun => 'text' in run));

/** A correction note: it can be read here, and is written where corrections are made. */
export function noteView(text: Text, language: string): (node: Node) => NodeView {
  return node => {
    const { texts, values } = (node.attrs.extra ?? {}) as { texts?: Record<string, Run[]>; values?: Record<string, string> };
    const at = values?.at ? new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(values.at)) : '';
    return { dom: element('div', { class: 'block-note', contenteditable: 'false' }, element('p', { class: 'small' }, text('editor.note'), at ? ` · ${at}` : ''), element('p', { dir: 'auto' }, words(texts?.text))) };
  };
}

/** A block of a kind that only a later version of this page can show. */
export function foreignView(text: Text): (node: Node) => NodeView {
  return node => ({ dom: element('div', { class: 'block-note', contenteditable: 'false' }, element('p', { class: 'small' }, text('editor.foreign', (node.attrs.block as { kind?: string } | null)?.kind ?? ''))) });
}
