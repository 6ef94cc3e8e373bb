import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import { schema } from '../schema/schema';
import type { Column } from '../wire/tables';
import { madeCodes } from '../about/codes';
import { storedFile } from '../media/file';
import { safeAddress } from './address';
import { cleanWords } from './words';

const whole = (from: number, to: number) => (value: unknown): boolean => Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
const flag = (value: unknown): boolean => typeof value === 'boolean';
const short = (value: unknown): boolean => typeof value === 'string' && value.length <= 2_048 && !/[\u0000-\u001f\u007f-\u009f]/.test(value);

const oneOf = (codes: readonly string[]) => (value: unknown): boolean => codes.includes(value as string);
const code = (value: unknown): boolean => typeof value === 'string' && /^\d{1,18}$/.test(value);
const isFile = (value: unknown): boolean => storedFile(value) !== null;

// What the clipboard says of a block of this editor's kind may come from any page: what a draft would not allow is left out.
const sound: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  heading: { level: whole(2, 3) },
  list: { ordered: flag },
  item: { depth: whole(0, 8), ordered: flag, number: whole(-99_999, 99_999) },
  fact: { item: flag },
  relatedstory: { code },
  corrects: { code },
  media: {
    type: oneOf(['audio', 'video']), file: isFile, address: short, made: oneOf(madeCodes), seconds: whole(0, 1_000_000),
    poster: value => short(value) && /^[0-9a-f]{64} \d{1,5}x\d{1,5}$/.test(String(value)),
  },
  document: { file: isFile, address: short },
  picture: {
    made: oneOf(madeCodes),
    file: value => short(value) && /^([0-9a-f]{64}|-) \d{1,5}x\d{1,5}$/.test(String(value)),
    address: value => short(value) && safeAddress(String(value)) !== null,
    focus: value => short(value) && /^(0|1|0\.\d{1,15}) (0|1|0\.\d{1,15})$/.test(String(value)),
  },
  embed: { address: value => short(value) && safeAddress(String(value)) !== null },
  table: { aligned: flag },
};

/** A copy from an editor of this kind, made sound: fresh columns for tables, addresses that may be followed, words that a story may hold. */
export function cleanSlice(slice: Slice, freshId: () => string): Slice {
  return new Slice(Fragment.fromArray(cleanFragment(slice.content, freshId).content.map(asBody)), slice.openStart, slice.openEnd);
}

const fields = /^(kicker|headline|standfirst|dateline|byline|topic)$/;

// A selection may reach into the fields of the story; a copy of them is words of the body, and not a second headline or an empty topic.
const asBody = (node: Node): Node => (fields.test(node.type.name) ? schema.nodes.paragraph.create(null, node.content) : node);

function cleanFragment(content: Fragment, freshId: () => string): Fragment {
  const nodes: Node[] = [];
  content.forEach(node => {
    const clean = cleanNode(node, freshId);
    if (clean) nodes.push(clean);
  });
  return Fragment.fromArray(nodes);
}

function cleanNode(node: Node, freshId: () => string): Node | null {
  if (node.isText) {
    const words = cleanWords(node.text!);
    return words ? schema.text(words, node.marks.map(cleanMark).filter(mark => mark !== null)) : null;
  }
  if (node.type === schema.nodes.note || node.type === schema.nodes.foreign) return null;
  const content = cleanFragment(node.content, freshId);
  if (node.type === schema.nodes.table) return freshColumns(node, content, freshId);
  return node.type.create(soundAttributes(node), content, node.marks);
}

function soundAttributes(node: Node): Record<string, unknown> {
  const rules = sound[node.type.name] ?? {};
  return Object.fromEntries(Object.entries(node.attrs).filter(([name, value]) => !(name in rules) || value === null || rules[name]!(value)));
}

function cleanMark(mark: Mark): Mark | null {
  if (mark.type !== schema.marks.link) return mark;
  const href = safeAddress(String(mark.attrs.href));
  return href === null ? null : mark.type.create({ href });
}

// Columns have identities like blocks, and a copy may not have those of its original.
function freshColumns(table: Node, content: Fragment, freshId: () => string): Node {
  const found: unknown = table.attrs.columns;
  const width = Math.max(1, ...table.children.map(row => (row.type === schema.nodes.tablecaption ? 0 : row.childCount)));
  const columns = Array.from({ length: Math.min(width, 400) }, (_, index): Column => {
    const align: unknown = Array.isArray(found) ? (found[index] as Partial<Column> | undefined)?.values?.align : undefined;
    return { id: freshId(), ...(/^(Left|Centre|Right)$/.test(String(align)) ? { values: { align: String(align) } } : {}) };
  });
  const rows = content.content.map(row => (row.type === schema.nodes.tablecaption ? row : row.type.create(row.attrs, columns.map((column, index) => schema.nodes.cell.create({ column: column.id }, row.maybeChild(index)?.content)))));
  return table.type.create({ ...soundAttributes(table), columns }, rows);
}
