import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection, type Command } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { decorate, type Find, redecorate } from '../writing/block-decorations';
import type { Text } from '../writing/texts';
import type { Dictionary } from './dictionary';
import { isChecked, wordsOf } from './words';

const key = new PluginKey<DecorationSet>('spelling');

/** Underlines words that no dictionary knows. Where half of the forms are in none (Persian) it only hints. */
export function spelling(dictionary: Dictionary, text: Text, isHint: boolean): Plugin<DecorationSet> {
  const attributes = { class: isHint ? 'spelling-hint' : 'misspelt', title: text(isHint ? 'editor.spelling.hint' : 'editor.spelling.unknown') };
  const inBlock: Find = node => wordsOf(node).filter(({ word }) => dictionary.lacks(word)).map(({ from, to }) => ({ from, to, attributes }));
  // A textblock says what it is; of a pull quote it is the block around it that does.
  const find: Find = node => (isChecked(node, node.type.name === 'words' ? pullquote(node) : null) ? inBlock(node) : []);
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => decorate(state.doc, find),
      apply: (tr, set, _, state) => (tr.getMeta(key) ? decorate(state.doc, find) : redecorate(set, tr, find)),
    },
    props: { decorations: state => key.getState(state) },
  });
}

const pullquote = (node: Node): Node => node.type.schema.nodes.pullquote.create(null, [node, node.type.schema.nodes.speaker.create()]);

/** Looks at all words again: the dictionary has answered. */
export const lookAgain: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(key, true).setMeta('addToHistory', false));
  return true;
};

/** Chooses the next word that is underlined, from the cursor on and then from the beginning. */
export const nextMisspelt: Command = (state, dispatch) => {
  const all = (key.getState(state)?.find() ?? []).sort((one, other) => one.from - other.from);
  const next = all.find(each => each.from >= state.selection.to) ?? all[0];
  if (!next) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView());
  return true;
};
