import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';

/** Fields that stand under a picture, a quotation or a table: each says what it is, and, while it is empty, what belongs in it. */
export const labelled = ['caption', 'credit', 'alt', 'speaker', 'title', 'tablecaption'] as const;

export function wordsView(text: Text): (node: Node) => NodeView {
  return node => {
    const name = node.type.name;
    const dom = element('p', { class: `${name} is-labelled`, 'data-kind': name, dir: 'auto', role: 'group', 'aria-label': text(`editor.field.${name}`), 'data-label': text(`editor.field.${name}`), 'data-hint': text(`editor.hint.${name}`) });
    return { dom, contentDOM: dom };
  };
}
