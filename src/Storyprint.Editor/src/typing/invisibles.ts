import { keymap } from 'prosemirror-keymap';
import { type Command, type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { DecorationSet } from 'prosemirror-view';
import { decorate, type Found, redecorate } from '../writing/block-decorations';
import type { Text } from '../writing/texts';

// By letter: the key of its name, and the sign that is drawn for it.
const letters: Readonly<Record<string, readonly [name: string, sign: string]>> = {
  '\u200c': ['zwnj', '¦'], '\u200d': ['zwj', '+'], '\u200e': ['lrm', '⇥'], '\u200f': ['rlm', '⇤'], '\u061c': ['alm', '⇤'], '\u2066': ['isolate', '⟦'], '\u2067': ['isolate', '⟦'], '\u2068': ['isolate', '⟦'], '\u2069': ['isolate-end', '⟧'],
  '\u202a': ['embedding', '⟪'], '\u202b': ['embedding', '⟪'], '\u202c': ['embedding', '⟫'], '\u202d': ['embedding', '⟪'], '\u202e': ['embedding', '⟪'],
  '\u00a0': ['nbsp', '°'], '\u202f': ['nnbsp', '°'], '\u00ad': ['shy', '¬'], '\u200b': ['zwsp', '·'], '\u2060': ['word-joiner', '⁀'], '\ufeff': ['word-joiner', '⁀'], '\n': ['line-break', '↵'], '\t': ['tab', '→'],
};
const pattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

interface Shown {
  readonly isShown: boolean;
  readonly set: DecorationSet;
}

const key = new PluginKey<Shown>('invisible letters');

export const areInvisiblesShown = (state: EditorState): boolean => key.getState(state)?.isShown ?? false;

/** Shows invisible letters, or hides them again. */
export const toggleInvisibles: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, !areInvisiblesShown(state)).setMeta('addToHistory', false));
  return true;
};

/** Draws non-joiners, marks of direction, special spaces and soft hyphens, each with its name. */
export function invisibles(text: Text): Plugin[] {
  const find = (node: { textBetween(from: number, to: number, block: string, leaf: string): string; content: { size: number } }): Found[] =>
    [...node.textBetween(0, node.content.size, '', '\ufffc').matchAll(pattern)].map(({ 0: letter, index }) => {
      const [name, sign] = letters[letter]!;
      return { from: index, to: index + 1, attributes: { class: `invisible is-${name}`, 'data-sign': sign, title: text(`editor.letter.${name}`) } };
    });
  const plugin = new Plugin<Shown>({
    key,
    state: {
      init: () => ({ isShown: false, set: DecorationSet.empty }),
      apply(tr, before) {
        const isShown = (tr.getMeta(key) as boolean | undefined) ?? before.isShown;
        if (!isShown) return before.isShown ? { isShown, set: DecorationSet.empty } : before;
        return { isShown, set: before.isShown ? redecorate(before.set, tr, find) : decorate(tr.doc, find) };
      },
    },
    props: { decorations: state => key.getState(state)?.set },
  });
  return [plugin, keymap({ 'Mod-Alt-8': toggleInvisibles })];
}
