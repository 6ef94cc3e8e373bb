import { isHistoryTransaction } from 'prosemirror-history';
import type { Node, Slice } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Mapping } from 'prosemirror-transform';
import { fromServer } from './merge-answer';

interface Range {
  from: number;
  to: number;
  /** Put back after an undo: when redo brings it again, it would stand twice. */
  isBack?: boolean;
}

interface Missing {
  place: number;
  content: Slice;
}

interface Theirs {
  ranges: readonly Range[];
  doubled: readonly Range[];
  missing: readonly Missing[];
}

const key = new PluginKey<Theirs>('their words');
const most = 1_000;

/**
 * Undo takes away all between the beginning and the end of what was typed here. Words that others put in between stay: they are put back right
 * after. Redo brings them along with the words around them, so they are looked for there first.
 */
export const theirWords = (): Plugin<Theirs> => new Plugin<Theirs>({
  key,
  state: {
    init: () => ({ ranges: [], missing: [], doubled: [] }),
    apply(tr, { ranges, missing, doubled }, before) {
      if (!tr.docChanged) return tr.getMeta(key) ? { ranges, missing: [], doubled: [] } : { ranges, missing, doubled };
      const lost = isHistoryTransaction(tr) ? gone(ranges, tr).map(range => ({ range, found: again(before, range, tr) })) : [];
      const twice = isHistoryTransaction(tr) ? ranges.filter(range => range.isBack && !gone([range], tr).length && again(before, range, tr)) : [];
      const found = [...lost.flatMap(each => each.found ?? []), ...twice.map(range => again(before, range, tr)!)];
      const others = tr.getMeta(fromServer) || tr.getMeta(key) ? inserted(tr).map(range => ({ ...range, isBack: Boolean(tr.getMeta(key)) })) : found;
      return {
        ranges: [...moved(ranges.filter(range => !twice.includes(range)), tr.mapping), ...others].slice(-most),
        doubled: tr.getMeta(key) ? [] : [...moved(doubled, tr.mapping), ...moved(twice, tr.mapping)],
        missing: tr.getMeta(key) ? [] : [
          ...missing.map(({ place, content }) => ({ place: tr.mapping.map(place), content })),
          ...lost.filter(({ found }) => !found).map(({ range }) => ({ place: tr.mapping.map(range.from, -1), content: before.doc.slice(range.from, range.to) })),
        ],
      };
    },
  },
  view: () => ({
    update(view) {
      const tr = putBack(view.state);
      if (tr) view.dispatch(tr);
    },
  }),
});

/** Brings back what undo took of others. It is a transaction of its own: the history does not count on what is appended to an undo. */
export function putBack(state: EditorState): Transaction | null {
  const { missing, doubled } = key.getState(state) ?? { missing: [], doubled: [] };
  if (missing.length + doubled.length === 0) return null;
  const tr = state.tr.setMeta(key, true).setMeta('addToHistory', false);
  for (const { from, to } of doubled) tr.delete(tr.mapping.map(from), tr.mapping.map(to));
  for (const { place, content } of missing) {
    const at = tr.mapping.map(place);
    if (content.openStart === 0 && content.openEnd === 0 && fits(tr.doc, at, content.content.content)) tr.insert(at, content.content);
  }
  return tr;
}

const gone = (ranges: readonly Range[], { mapping }: Transaction): Range[] =>
  ranges.filter(({ from, to }) => mapping.map(from, 1) >= mapping.map(to, -1) && mapping.mapResult(from, 1).deletedAfter);

// The same words in what a transaction put in.
function again({ doc }: EditorState, { from, to }: Range, tr: Transaction): Range | null {
  const words = doc.textBetween(from, to, '\n', '\ufffc');
  let found: Range | null = null;
  for (const put of inserted(tr)) {
    tr.doc.nodesBetween(put.from, put.to, (node, position) => {
      if (!node.isTextblock) return !found;
      const index = node.textBetween(0, node.content.size, '\n', '\ufffc').indexOf(words, Math.max(0, put.from - position - 1));
      const start = position + 1 + index;
      if (index >= 0 && start + words.length <= put.to) found ??= { from: start, to: start + words.length };
      return false;
    });
  }
  return found;
}

function moved(ranges: readonly Range[], mapping: Mapping): Range[] {
  return ranges.map(range => ({ ...range, from: mapping.map(range.from, 1), to: mapping.map(range.to, -1) })).filter(({ from, to }) => from < to);
}

function inserted(tr: Transaction): Range[] {
  const found: Range[] = [];
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1);
    map.forEach((_, __, from, to) => found.push({ from: rest.map(from, 1), to: rest.map(to, -1) }));
  });
  return found.filter(({ from, to }) => from < to);
}

function fits(doc: Node, place: number, nodes: readonly Node[]): boolean {
  const $place = doc.resolve(place);
  return nodes.every(node => $place.parent.canReplaceWith($place.index(), $place.index(), node.type));
}
