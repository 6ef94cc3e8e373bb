import { Fragment, type Node } from 'prosemirror-model';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { runsOf, setRuns } from '../about/words';
import { changeKind } from '../kinds/change-kind';
import type { Kind } from '../kinds/pieces';
import { schema } from '../schema/schema';
import { type Aside, kinds, storyValues } from '../wire/kinds';
import { joined } from '../merge/tokens';
import { toInline } from '../wire/runs';
import { type Column, emptyRow } from '../wire/tables';
import type { Run, TextOption, ValueChoice, ValueOption, WordsRun } from '../wire/types';
import { settles } from '../view/keep-notes';

/** Puts words in the place of a choice. */
export function settleWords(state: EditorState, position: number, runs: readonly WordsRun[], isChosen = false): Transaction {
  const content = toInline(joined(runs));
  const tr = state.tr.replaceWith(position, position + 1, content);
  return tr.setSelection(TextSelection.create(tr.doc, isChosen ? position : position + content.size, position + content.size)).scrollIntoView();
}

/** Puts words in the place of a choice in a text that stands beside the story. */
export function settleAside(state: EditorState, name: Aside, index: number, words: readonly WordsRun[]): Transaction {
  return setRuns(state.tr, name, joined(runsOf(state.doc, name).flatMap((run, at): readonly Run[] => (at === index ? words : [run]))));
}

/** All texts of a choice, one behind the other. */
export function bothOf(options: readonly TextOption[]): WordsRun[] {
  return options.map(option => option.text).filter(text => text.length > 0).reduce<WordsRun[]>((all, text) => {
    const isApart = all.length === 0 || /\s$/.test(all.at(-1)!.text) || /^\s/.test(text[0].text);
    return [...all, ...(isApart ? [] : [{ text: ' ' }]), ...text];
  }, []);
}

/** Keeps a block that somebody removed, or removes it. */
export function settleRemoval(state: EditorState, position: number, isKept: boolean, column?: number): Transaction {
  const tr = state.tr.setMeta(settles, true);
  const node = state.doc.nodeAt(position)!;
  if (column !== undefined) return isKept ? changeColumn(tr, node, position, column, ({ removal: _, ...kept }) => kept) : withoutColumn(tr, node, position, column);
  if (isKept) return tr.setNodeAttribute(position, 'removal', null);
  const $position = tr.doc.resolve(position);
  const { parent } = $position;
  const isOf = (child: Node): boolean => child.type === node.type || (node.type.isInGroup('body') && child.type.isInGroup('body'));
  if (parent.children.filter(isOf).length > 1 || ['byline', 'topic', 'note', 'head'].includes(node.type.name)) return tr.delete(position, position + node.nodeSize);
  if (node.type === schema.nodes.item) return settleEmpty(tr, $position.before(), $position.after(), $position.node(-1).childCount);
  // The last row of a table and the last words of a quotation leave their place: caption and speaker are words too.
  return tr.replaceWith(position, position + node.nodeSize, node.type === schema.nodes.row ? emptyRow(parent.attrs.columns as Column[]) : schema.nodes[node.type === schema.nodes.passage ? 'passage' : 'paragraph'].create());
}

function settleEmpty(tr: Transaction, from: number, to: number, others: number): Transaction {
  const body = tr.doc.children.filter(child => child.type.isInGroup('body')).length;
  return others > 0 && body === 1 ? tr.replaceWith(from, to, schema.nodes.paragraph.create()) : tr.delete(from, to);
}

/** Sets a value of a block, and the choice is no more. */
export function settleValue(state: EditorState, position: number, choice: ValueChoice, option: ValueOption, column?: number): Transaction {
  const tr = state.tr.setMeta(settles, true);
  const left = (choices: readonly ValueChoice[]): ValueChoice[] => choices.filter(other => other.name !== choice.name);
  if (position < 0 && choice.name in storyValues) return tr.setDocAttribute('choices', left(state.doc.attrs.choices as ValueChoice[])).setDocAttribute(choice.name, option.value ?? null);
  if (position < 0) return setExtra(tr.setDocAttribute('choices', left(state.doc.attrs.choices as ValueChoice[])), state.doc, -1, choice.name, option.value);
  const node = state.doc.nodeAt(position)!;
  if (column !== undefined) {
    return changeColumn(tr, node, position, column, old => {
      const { choices, values, ...rest } = old;
      const others = left(choices ?? []);
      const { [choice.name]: _, ...kept } = values ?? {};
      const now = option.value === undefined ? kept : { ...kept, [choice.name]: option.value };
      return { ...rest, ...(Object.keys(now).length > 0 ? { values: now } : {}), ...(others.length > 0 ? { choices: others } : {}) };
    });
  }
  tr.setNodeAttribute(position, 'choices', left(node.attrs.choices as ValueChoice[]));
  if (choice.name === 'kind') return option.value === undefined || option.value === node.type.name ? tr : becoming(state, tr, position, option.value);
  const type = kinds[node.type.name]?.values?.[choice.name] ?? (node.type === schema.nodes.table && choice.name === 'aligned' ? 'flag' : undefined);
  if (!type) return setExtra(tr, node, position, choice.name, option.value);
  const value = option.value === undefined ? null : type === 'flag' ? option.value === 'true' : type === 'whole' ? Number(option.value) : option.value;
  return tr.setNodeAttribute(position, choice.name, value);
}

const wireKinds: Record<string, Kind> = { paragraph: 'paragraph', heading: 'heading2', quotation: 'quotation', pullquote: 'pullquote', list: 'list', fence: 'fence', factbox: 'factbox', fact: 'factbox', question: 'question', passage: 'quotation', item: 'list' };

function becoming(state: EditorState, tr: Transaction, position: number, kind: string): Transaction {
  const wanted = wireKinds[kind];
  const started = state.apply(tr);
  const inside = started.apply(started.tr.setSelection(TextSelection.near(started.doc.resolve(position + 1))));
  let changed: Transaction | null = null;
  if (wanted) changeKind(wanted)(inside, made => { changed = made; });
  for (const step of (changed as Transaction | null)?.steps ?? []) tr.step(step);
  return tr;
}

function setExtra(tr: Transaction, node: Node, position: number, name: string, value: string | undefined): Transaction {
  const extra = (node.attrs.extra ?? {}) as { values?: Record<string, string> };
  const { [name]: _, ...rest } = extra.values ?? {};
  const now = { ...extra, values: value === undefined ? rest : { ...rest, [name]: value } };
  return position < 0 ? tr.setDocAttribute('extra', now) : tr.setNodeAttribute(position, 'extra', now);
}

function changeColumn(tr: Transaction, table: Node, position: number, index: number, change: (column: Column) => Column): Transaction {
  return tr.setNodeAttribute(position, 'columns', (table.attrs.columns as Column[]).map((column, at) => (at === index ? change(column) : column)));
}

function withoutColumn(tr: Transaction, table: Node, position: number, index: number): Transaction {
  const columns = table.attrs.columns as Column[];
  const { id } = columns[index];
  const rows = table.children.map(row => (row.type === schema.nodes.tablecaption ? row : row.copy(Fragment.fromArray(row.children.filter(cell => cell.attrs.column !== id)))));
  return tr.replaceWith(position, position + table.nodeSize, table.type.create({ ...table.attrs, columns: columns.filter((_, at) => at !== index) }, rows));
}

/** Goes to a choice. */
export function selectChoice(state: EditorState, position: number): Transaction {
  const node = position < 0 ? null : state.doc.nodeAt(position);
  if (!node) return state.tr.setSelection(TextSelection.near(state.doc.resolve(0))).scrollIntoView();
  return state.tr.setSelection(node.isInline || node.isLeaf ? NodeSelection.create(state.doc, position) : TextSelection.near(state.doc.resolve(position + 1))).scrollIntoView();
}
