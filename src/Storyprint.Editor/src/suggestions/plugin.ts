import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Decoration } from 'prosemirror-view';
import { readSelection } from '../keys/fresh-selection';
import { fromServer } from '../merge/merge-answer';
import type { Text } from '../writing/texts';
import type { Base } from './base';
import { Drawing, type Spec } from './draw';
import { type Drawn, drawChanged, drawWhole, mapped } from './drawn';
import { haveSameValues, type Structure, structureOf } from './structure';
import { haveOneShape, unitsOf } from './units';

/** How a proposal is drawn. */
export interface Suggested {
  readonly base: Base | null;
  readonly isShown: boolean;
  /** Others' words have come in: nothing is drawn anew until it is known what the draft says now. */
  readonly isHeld: boolean;
  /** What was composed (Persian, Chinese) is not looked at yet. */
  readonly isStale: boolean;
  readonly drawn: Drawn | null;
}

type Meta = { readonly base: Base } | { readonly isShown: boolean } | 'refresh';

const key = new PluginKey<Suggested>('suggestions');

export const suggestedIn = (state: EditorState): Suggested | undefined => key.getState(state);

export const beside = (tr: Transaction, base: Base): Transaction => tr.setMeta(key, { base } satisfies Meta).setMeta('addToHistory', false);

/** Looks at all of it again. */
export const refreshed = (tr: Transaction): Transaction => tr.setMeta(key, 'refresh' satisfies Meta).setMeta('addToHistory', false);

/** Shows or hides what a proposal changes. */
export const toggleSuggestions: Command = (state, dispatch) => {
  const now = suggestedIn(state);
  if (!now?.base) return false;
  dispatch?.(state.tr.setMeta(key, { isShown: !now.isShown } satisfies Meta).setMeta('addToHistory', false));
  return true;
};

/** All that is drawn. */
export function allIn(state: EditorState): Decoration[] {
  const { drawn } = suggestedIn(state) ?? {};
  return drawn ? [...drawn.inside.find(), ...drawn.between.find()] : [];
}

/** All changes, in reading order. */
export const changesIn = (state: EditorState): Decoration[] =>
  allIn(state).filter(each => (each.spec as Spec).told).sort((one, other) => one.from - other.from || one.to - other.to);

/** Draws what a proposal changes, over its words. */
export function suggestions(text: Text): Plugin[] {
  // What stands between blocks is a plugin of its own: one takes one set.
  const between = new Plugin({
    props: {
      decorations(state) {
        const now = suggestedIn(state);
        return now?.isShown && now.drawn ? now.drawn.between : null;
      },
    },
  });
  return [between, new Plugin<Suggested>({
    key,
    state: {
      init: () => ({ base: null, isShown: true, isHeld: false, isStale: false, drawn: null }),
      apply(tr, old, before) {
        const meta = tr.getMeta(key) as Meta | undefined;
        if (meta && meta !== 'refresh' && 'base' in meta) return whole({ ...old, base: meta.base }, tr.doc, text);
        if (meta && meta !== 'refresh') return { ...old, isShown: meta.isShown };
        if (meta) return whole(old, tr.doc, text);
        if (!tr.docChanged || !old.base) return old;
        const isHeld = old.isHeld || Boolean(tr.getMeta(fromServer));
        const isStale = tr.getMeta('composition') !== undefined;
        if (isHeld || isStale) return { ...old, isHeld, isStale, drawn: old.drawn && mapped(old.drawn, tr.mapping, tr.doc) };
        return old.isStale || !old.drawn ? whole(old, tr.doc, text) : changed(old, before.doc, tr, text);
      },
    },
    props: {
      decorations(state) {
        const now = suggestedIn(state)!;
        return now.isShown && now.drawn ? now.drawn.inside : null;
      },
      handleDOMEvents: {
        compositionend: view => {
          // Behind what ProseMirror does with the end of it.
          setTimeout(() => { if (!view.isDestroyed && !view.composing && suggestedIn(view.state)?.isStale) { readSelection(view); view.dispatch(refreshed(view.state.tr)); } }, 60);
          return false;
        },
      },
    },
  })];
}

function whole(old: Suggested, doc: Node, text: Text): Suggested {
  return old.base ? { ...old, isHeld: false, isStale: false, drawn: drawWhole(new Drawing(old.base, structureOf(old.base, doc), text), doc) } : old;
}

function changed(old: Suggested, before: Node, { doc, mapping }: Transaction, text: Text): Suggested {
  const drawn = old.drawn!;
  const drawing = areBlocksTheSame(drawn.drawing.structure, before, doc) ? drawn.drawing : new Drawing(old.base!, structureOf(old.base!, doc), text);
  return { ...old, drawn: drawChanged(drawn, drawing, before, doc, mapping) };
}

/** Whether only words changed: what is said of the blocks is said of them still. */
function areBlocksTheSame({ groups }: Structure, before: Node, doc: Node): boolean {
  return before.childCount === doc.childCount && haveSameValues(before, doc) && doc.children.every((block, index) => block === before.child(index)
    // What was joined to a block is known by its words.
    || (haveOneShape(before.child(index), block) && unitsOf(block).every(unit => (groups.get(unit.key)?.before.length ?? 1) === 1)));
}
