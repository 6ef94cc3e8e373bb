import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { cleanWords } from '../paste/words';
import { type Match, type Query, Search } from './search';

interface Finding {
  readonly search: Search | null;
  readonly matches: readonly Match[];
  readonly set: DecorationSet;
}

const key = new PluginKey<Finding>('find');
const nothing: Finding = { search: null, matches: [], set: DecorationSet.empty };

function found(search: Search, doc: Node): Finding {
  const matches = search.in(doc);
  return { search, matches, set: DecorationSet.create(doc, matches.map(match => Decoration.inline(match.from, match.to, { class: 'found' }))) };
}

/** Looks for the words, or for none. */
export const lookFor = (tr: Transaction, query: Query | null): Transaction => tr.setMeta(key, query ? new Search(query) : null).setMeta('addToHistory', false);

export const matchesIn = (state: EditorState): readonly Match[] => key.getState(state)?.matches ?? [];

/** The index of the match that is selected, or -1. */
export const currentMatch = (state: EditorState): number => matchesIn(state).findIndex(match => match.from === state.selection.from && match.to === state.selection.to);

export function finding(): Plugin<Finding> {
  return new Plugin<Finding>({
    key,
    state: {
      init: () => nothing,
      apply(tr, before) {
        const search = tr.getMeta(key) as Search | null | undefined;
        if (search === null) return nothing;
        if (search) return found(search, tr.doc);
        return before.search && tr.docChanged ? found(before.search, tr.doc) : before;
      },
    },
    props: {
      decorations(state) {
        const { matches, set } = key.getState(state)!;
        const current = matches[currentMatch(state)];
        return current ? set.add(state.doc, [Decoration.inline(current.from, current.to, { class: 'is-current' })]) : set;
      },
    },
  });
}

/** Selects the next match behind the selection, or the last one before it; at the end it goes on from the beginning. */
export function toMatch(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const matches = matchesIn(state);
    const { from, to } = state.selection;
    const match = direction > 0
      ? matches.find(each => each.from >= to && !(each.from === from && each.to === to)) ?? matches[0]
      : matches.findLast(each => each.to <= from) ?? matches[matches.length - 1];
    if (!match) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to)).scrollIntoView());
    return true;
  };
}

/** The match at the caret or behind it, so that the first one found is not jumped over. */
export const toNearestMatch: Command = (state, dispatch) => {
  const matches = matchesIn(state);
  const match = matches.find(each => each.from >= state.selection.from) ?? matches[0];
  if (!match) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to)).scrollIntoView());
  return true;
};

/** Puts words in the place of the selected match and goes to the next; where none is selected it only goes there. */
export function replaceMatch(words: string): Command {
  return (state, dispatch) => {
    const match = matchesIn(state)[currentMatch(state)];
    if (!match) return toMatch(1)(state, dispatch);
    if (dispatch) {
      const tr = put(closeHistory(state.tr), match, words);
      const end = tr.mapping.map(match.to);
      const rest = key.getState(state)!.search!.in(tr.doc);
      const next = rest.find(each => each.from >= end) ?? rest.find(each => each.to <= match.from);
      dispatch(tr.setSelection(next ? TextSelection.create(tr.doc, next.from, next.to) : TextSelection.create(tr.doc, end)).scrollIntoView());
    }
    return true;
  };
}

/** Puts words in the place of all matches, as one step to undo. */
export function replaceAll(words: string): Command {
  return (state, dispatch) => {
    const matches = matchesIn(state);
    if (!matches.length) return false;
    if (dispatch) {
      const tr = closeHistory(state.tr);
      for (const match of [...matches].reverse()) put(tr, match, words);
      dispatch(tr);
    }
    return true;
  };
}

const put = (tr: Transaction, match: Match, words: string): Transaction => {
  const clean = cleanWords(words).replace(/\s+/g, ' ').slice(0, 10_000);
  return clean ? tr.insertText(clean, match.from, match.to) : tr.delete(match.from, match.to);
};
