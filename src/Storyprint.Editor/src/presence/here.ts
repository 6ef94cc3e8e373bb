import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { readSelection } from '../keys/fresh-selection';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';

/** Somebody who has the story open. */
export interface Writer {
  editor: string;
  name: string;
  block: string | null;
  isYou: boolean;
}

interface Here {
  writers: readonly Writer[];
  set: DecorationSet;
}

const key = new PluginKey<Here>('here');

/** Marks the blocks in which others are, at the edge and by their names. */
export function here(text: Text): Plugin<Here> {
  const marks = (doc: Node, writers: readonly Writer[]): DecorationSet => {
    const names = new Map<string, string[]>();
    for (const { block, name } of writers) if (block) names.set(block, [...(names.get(block) ?? []), name]);
    const found: Decoration[] = [];
    if (names.size > 0) {
      doc.descendants((node, position) => {
        const who = names.get(node.attrs.id as string);
        if (who) found.push(Decoration.node(position, position + node.nodeSize, { 'data-here': text.list([...new Set(who)]) }));
        return !node.isTextblock;
      });
    }
    return DecorationSet.create(doc, found);
  };
  return new Plugin<Here>({
    key,
    state: {
      init: () => ({ writers: [], set: DecorationSet.empty }),
      apply(tr, old) {
        const writers = tr.getMeta(key) as readonly Writer[] | undefined;
        return writers || tr.docChanged ? { writers: writers ?? old.writers, set: marks(tr.doc, writers ?? old.writers) } : old;
      },
    },
    props: { decorations: state => key.getState(state)?.set },
  });
}

/** Who else is here now. The same again changes nothing. */
export function showHere(view: EditorView, writers: readonly Writer[]): void {
  if (JSON.stringify(key.getState(view.state)?.writers) === JSON.stringify(writers)) return;
  readSelection(view);
  view.dispatch(view.state.tr.setMeta(key, writers));
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = (word: string): string => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '';
  return (words.length > 1 ? first(words[0]) + first(words.at(-1)!) : first(words[0])).toUpperCase();
}

/** The list of those who are here: initials to the eye, the name to everybody. A click goes to where somebody is. */
export function hereList(text: Text, writers: readonly Writer[], jump: (block: string) => void): HTMLElement {
  return element('ul', { class: 'editor-here', 'aria-label': text('editor.here') }, ...writers.map(writer => {
    const label = text(writer.block ? 'editor.here.jump' : 'editor.here.somewhere', writer.name);
    const letters = initials(writer.name);
    const sign = element('span', { 'aria-hidden': 'true' }, letters);
    return element('li', {}, writer.block
      // What is seen is part of the name: whoever speaks to the browser says what is seen (WCAG 2.5.3).
      ? element('button', { type: 'button', 'aria-label': `${letters}: ${label}`, title: label, onclick: () => jump(writer.block!) }, sign)
      : element('span', { role: 'img', class: 'person-sign', 'aria-label': label, title: label }, sign));
  }));
}
