import { Plugin, PluginKey } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { decorate, type Find, redecorate } from '../writing/block-decorations';
import type { Text } from '../writing/texts';
import type { Checks } from './checks';

/** Marks in the text what is to be looked at before it goes out. */
export function guards(checks: Checks, text: Text): Plugin<DecorationSet> {
  const find: Find = node => checks.inTextblock(node).map(({ from, to, what }) => ({ from, to, attributes: { class: what === 'placeholder' ? 'placeholder-word' : 'faulty-link', title: text(`editor.check.${what}`) } }));
  const key = new PluginKey<DecorationSet>('guards');
  return new Plugin<DecorationSet>({
    key,
    state: { init: (_, state) => decorate(state.doc, find), apply: (tr, set) => redecorate(set, tr, find) },
    props: { decorations: state => key.getState(state) },
  });
}
