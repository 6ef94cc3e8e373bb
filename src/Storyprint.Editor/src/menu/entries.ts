import type { Node } from 'prosemirror-model';
import { type Command, NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { freshId } from '../identities/fresh-id';
import { changeKind } from '../kinds/change-kind';
import type { Kind } from '../kinds/pieces';
import { cursorIn } from '../keys/places';
import { schema } from '../schema/schema';
import { emptyRow } from '../wire/tables';

/** Something that can be put into the story, or that a block can become. Its name is `editor.block.KEY`. */
export interface Entry {
  key: string;
  sign: string;
  run(view: EditorView): void;
  /** Whether it can be done here; always, where it is left out. */
  isPossible?(view: EditorView): boolean;
  /** The kind of block that it makes, for the mark of the present one. */
  kind?: Kind;
  shortcut?: string;
}

const kinds: [Kind, string, string?][] = [
  ['paragraph', '¶', 'Mod-Alt-0'], ['heading2', 'H2', 'Mod-Alt-2'], ['heading3', 'H3', 'Mod-Alt-3'], ['list', '•', 'Mod-Shift-8'], ['numbered', '1.', 'Mod-Shift-7'],
  ['quotation', '“', 'Mod-Shift-9'], ['pullquote', '❝'], ['factbox', '▤'], ['question', '?'], ['fence', '⚑'],
];

const { nodes } = schema;

/** Puts a block behind that of the cursor, or in its place where it is an empty paragraph. The cursor goes into it, or chooses it as a whole. */
export function insertBlock(make: () => Node, isChosen = false): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const here = $from.depth > 0 ? $from.node(1) : state.doc.nodeAt(state.selection.from);
    const start = $from.depth > 0 ? $from.before(1) : state.selection.from;
    if (!here?.type.isInGroup('body')) return false;
    const tr = state.tr;
    const isEmpty = here.type === nodes.paragraph && here.childCount === 0;
    const at = isEmpty ? start : start + here.nodeSize;
    const node = make();
    if (isEmpty) tr.replaceWith(start, start + here.nodeSize, node);
    else tr.insert(at, node);
    const end = at + node.nodeSize;
    if (!tr.doc.resolve(end).nodeAfter?.type.isInGroup('body')) tr.insert(end, nodes.paragraph.create());
    tr.setSelection(isChosen ? NodeSelection.create(tr.doc, at) : TextSelection.near(tr.doc.resolve(node.isLeaf ? end : at + 1), 1));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export function newTable(columns = 3, rows = 2): Node {
  const made = Array.from({ length: columns }, () => ({ id: freshId() }));
  const cells = emptyRow(made);
  return nodes.table.create({ columns: made }, [nodes.tablecaption.create(), nodes.head.create(null, cells.content), ...Array.from({ length: rows }, () => cells)]);
}

/** The blocks that the editor itself can make; others come from the parts for pictures and embeds. */
export function ownEntries(): Entry[] {
  const command = (what: Command) => (view: EditorView): void => { what(view.state, view.dispatch, view); };
  const inserted = (key: string, sign: string, make: () => Node): Entry => ({ key, sign, run: command(insertBlock(make)), isPossible: view => insertBlock(make)(view.state) });
  // A new box begins with its title or its question; words that are there already become its lines.
  const became = (kind: Kind): Command => (state, dispatch, view) =>
    (kind === 'factbox' || kind === 'question') && cursorIn(state)?.childCount === 0 && state.selection.$from.depth === 1 ? insertBlock(() => nodes[kind].createAndFill()!)(state, dispatch, view) : changeKind(kind)(state, dispatch, view);
  return [
    ...kinds.map(([kind, sign, shortcut]): Entry => ({ key: kind, sign, kind, shortcut, run: command(became(kind)), isPossible: view => changeKind(kind)(view.state) })),
    inserted('table', '▦', () => newTable()),
    inserted('break', '⁂', () => nodes.break.create()),
  ];
}
