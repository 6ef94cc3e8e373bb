import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { rangeOf } from './anchor';
import type { Comment } from './store';

interface State {
  readonly comments: readonly Comment[];
  readonly marks: DecorationSet;
}

const key = new PluginKey<State>('comments');

function marksOf(doc: Node, comments: readonly Comment[]): DecorationSet {
  return DecorationSet.create(doc, comments.flatMap(comment => {
    if (comment.isDone || comment.answerTo || !comment.block || comment.offset === null) return [];
    const range = rangeOf(doc, { block: comment.block, name: comment.name ?? 'text', offset: comment.offset, quote: comment.quote });
    return range ? [Decoration.inline(range.from, range.to, { class: 'commented', title: `${comment.author}: ${comment.text}` }, { id: comment.id, inclusiveEnd: false })] : [];
  }));
}

/** Marks the words that comments are about. The marks go with the words while somebody types; they are found anew when the comments are. */
export const commentMarks = (): Plugin<State> => new Plugin<State>({
  key,
  state: {
    init: () => ({ comments: [], marks: DecorationSet.empty }),
    apply(tr, state) {
      const told = tr.getMeta(key) as readonly Comment[] | undefined;
      return told ? { comments: told, marks: marksOf(tr.doc, told) } : tr.docChanged ? { ...state, marks: state.marks.map(tr.mapping, tr.doc) } : state;
    },
  },
  props: { decorations: state => key.getState(state)?.marks },
});

export const tellComments = (tr: Transaction, comments: readonly Comment[]): Transaction => tr.setMeta(key, comments).setMeta('addToHistory', false);

/** Where the words of a comment stand now; null where they are gone. */
export function markOf(state: { readonly doc: Node } & Parameters<PluginKey<State>['getState']>[0], id: string): { from: number; to: number } | null {
  const found = key.getState(state)?.marks.find(undefined, undefined, spec => spec.id === id)[0];
  return found ? { from: found.from, to: found.to } : null;
}
