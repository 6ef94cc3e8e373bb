import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** A picture on its way: where it will stand, and what is shown there meanwhile. */
export interface Upload {
  readonly id: string;
  readonly pos: number;
  readonly element: HTMLElement;
}

type Meta = { readonly add: readonly Upload[] } | { readonly end: string };

const key = new PluginKey<readonly Upload[]>('uploads');

export const uploadsIn = (state: EditorState): readonly Upload[] => key.getState(state) ?? [];

export const addUploads = (tr: Transaction, uploads: readonly Upload[]): Transaction => tr.setMeta(key, { add: uploads } satisfies Meta).setMeta('addToHistory', false);
export const endUpload = (tr: Transaction, id: string): Transaction => tr.setMeta(key, { end: id } satisfies Meta);

/** Shows pictures on their way at their places. They are no part of the document: nobody else sees half a picture. */
export function uploads(): Plugin<readonly Upload[]> {
  return new Plugin<readonly Upload[]>({
    key,
    state: {
      init: () => [],
      apply(tr, before) {
        const meta = tr.getMeta(key) as Meta | undefined;
        const ended = meta && 'end' in meta ? before.findIndex(each => each.id === meta.end) : -1;
        // Several wait at one place: the ones before the picture that has come stay before it.
        const moved = tr.docChanged ? before.map((each, index) => ({ ...each, pos: tr.mapping.map(each.pos, index < ended ? -1 : 1) })) : before;
        if (meta && 'add' in meta) return [...moved, ...meta.add];
        return ended >= 0 ? moved.filter((_, index) => index !== ended) : moved;
      },
    },
    props: {
      decorations(state) {
        const all = uploadsIn(state);
        return all.length ? DecorationSet.create(state.doc, all.map(each => Decoration.widget(Math.min(each.pos, state.doc.content.size), each.element, { key: each.id, side: -1, stopEvent: () => true, ignoreSelection: true }))) : null;
      },
    },
  });
}
