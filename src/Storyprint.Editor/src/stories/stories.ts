import type { Node } from 'prosemirror-model';
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { insertBlock } from '../menu/entries';
import { bodyPlace } from '../pictures/place';
import { schema } from '../schema/schema';

const { nodes } = schema;

/** A story that another one names. */
export interface NamedStory {
  readonly code: string;
  readonly headline: string;
}

export interface Placed {
  readonly node: Node;
  readonly pos: number;
}

/** The block with an identity, wherever it stands now. */
export function blockWith(doc: Node, id: string): Placed | null {
  let found: Placed | null = null;
  doc.descendants((node, pos) => {
    if (node.attrs.id === id) found = { node, pos };
    return found === null && !node.isTextblock;
  });
  return found;
}

const words = (headline: string): Node[] => (headline ? [schema.text(headline)] : []);

/** The related stories that the cursor is in. */
export function relatedAt({ selection }: EditorState): Placed | null {
  if (selection instanceof NodeSelection && selection.node.type === nodes.related) return { node: selection.node, pos: selection.from };
  const { $from } = selection;
  return $from.depth > 0 && $from.node(1).type === nodes.related ? { node: $from.node(1), pos: $from.before(1) } : null;
}

export const hasStory = ({ node }: Placed, code: string): boolean => node.children.some(story => story.attrs.code === code);

/** Puts a story behind the others of a list. */
export function addStory(tr: Transaction, { node, pos }: Placed, { code, headline }: NamedStory, id: string): Transaction {
  const end = pos + node.nodeSize - 1;
  tr.insert(end, nodes.relatedstory.create({ id, code }, words(headline)));
  return tr.setSelection(Selection.near(tr.doc.resolve(end + 1 + headline.length), -1)).scrollIntoView();
}

/** A new block about one story, behind that of the cursor, or at the place of the body that is nearest to it. */
export function insertAbout(state: EditorState, kind: 'related' | 'corrects', { code, headline }: NamedStory, id: string): Transaction {
  const node = kind === 'related' ? nodes.related.create(null, nodes.relatedstory.create({ id, code }, words(headline))) : nodes.corrects.create({ id, code }, nodes.storyname.create(null, words(headline)));
  let made: Transaction | null = null;
  insertBlock(() => node)(state, tr => { made = tr; });
  return made ?? state.tr.insert(bodyPlace(state.doc, state.selection.to), node).scrollIntoView();
}

/** Makes a block be about another story. */
export function renameStory(tr: Transaction, { node, pos }: Placed, { code, headline }: NamedStory): Transaction {
  tr.setNodeAttribute(pos, 'code', code);
  const inside = node.isTextblock ? pos : pos + 1;
  const text = node.isTextblock ? node : node.child(0);
  return tr.replaceWith(inside + 1, inside + 1 + text.content.size, words(headline));
}

/** Takes a story out of its list; the list goes with its last one. */
export function removeStory(tr: Transaction, { node, pos }: Placed): Transaction {
  const $pos = tr.doc.resolve(pos);
  if ($pos.parent.childCount > 1) return tr.delete(pos, pos + node.nodeSize);
  const start = $pos.before();
  tr.replaceWith(start, $pos.after(), nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, start + 1));
}
