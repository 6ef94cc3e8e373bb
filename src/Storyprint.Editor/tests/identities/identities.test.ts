import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redo, undo } from 'prosemirror-history';
import { Fragment, Slice } from 'prosemirror-model';
import { freshId } from '../../src/identities/fresh-id';
import { enter } from '../../src/keys/enter';
import { schema } from '../../src/schema/schema';
import { Editing, paragraph, storyOf } from '../support/editing';

test('A fresh identity has ten letters that the server takes', () => {
  for (let round = 0; round < 100; round++) assert.match(freshId(), /^[a-km-np-z2-9]{10}$/);
});

test('A split keeps the identity on the first part, and the new block names its origin', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain and wind', { origin: 'z', removal: { who: 'Ines', at: 'x' } }))).at('Rain').run(enter);
  assert.equal(editing.short, 'paragraph a<z Rain; paragraph new1<a  and wind');
  assert.equal(editing.blocks[1].removal, undefined);
});

test('At the end a split makes a block of its own, and at the beginning the words keep their block', () => {
  assert.equal(new Editing(storyOf(paragraph('a', 'Rain'))).at('Rain').run(enter).short, 'paragraph a Rain; paragraph new1');
  const start = new Editing(storyOf(paragraph('a', 'Rain'))).at('Rain', 0).run(enter);
  assert.equal(start.short, 'paragraph new1; paragraph a Rain');
  assert.equal(start.around, '^Rain');
});

test('Undone and done again, a split has the same identities', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain and wind'))).at('Rain').run(enter);
  const { short } = editing;
  assert.equal(editing.run(undo).short, 'paragraph a Rain and wind');
  assert.equal(editing.run(redo).short, short);
});

test('A copy before the original gets an identity of its own', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind')));
  const start = editing.state.doc.content.size - editing.state.doc.child(4).nodeSize - editing.state.doc.child(5).nodeSize;
  editing.state = editing.state.apply(editing.state.tr.insert(start, editing.state.doc.child(5)));
  assert.equal(editing.short, 'paragraph new1 Wind; paragraph a Rain; paragraph b Wind');
});

test('Paragraphs pasted into a paragraph leave its end as a split of it', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain wind'))).at('Rain ');
  const pasted = ['One', 'Two'].map(words => schema.nodes.paragraph.create(null, schema.text(words)));
  editing.state = editing.state.apply(editing.state.tr.replaceSelection(new Slice(Fragment.fromArray(pasted), 1, 1)));
  assert.equal(editing.short, 'paragraph a Rain One; paragraph new1<a Twowind');
});

test('Words whose block is gone take its identity along', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain')));
  const { doc } = editing.state;
  const position = doc.content.size - doc.lastChild!.nodeSize;
  editing.state = editing.state.apply(editing.state.tr.setNodeMarkup(position, schema.nodes.heading, { level: 2 }));
  assert.equal(editing.short, 'heading2 a Rain');
});

test('A first paragraph has no identity until somebody writes in it', () => {
  const editing = new Editing(storyOf());
  editing.put(1).type('City');
  assert.equal(editing.short, '');
  editing.put(editing.state.doc.content.size - 1).type('x');
  assert.equal(editing.short, 'paragraph new1 x');
});

test('A copied table has columns of its own, and its cells go with them', () => {
  const table = { id: 't', kind: 'table', blocks: [{ id: 'c', kind: 'column', values: { align: 'End' } }, { id: 'r', kind: 'row', texts: { c: [{ text: '1' }] } }] };
  const editing = new Editing(storyOf(table));
  const { doc } = editing.state;
  editing.state = editing.state.apply(editing.state.tr.insert(doc.content.size - doc.lastChild!.nodeSize, doc.lastChild!));
  const [copy, original] = editing.blocks;
  assert.deepEqual(original, table);
  const [column, row] = copy.blocks!;
  assert.deepEqual(column.values, { align: 'End' });
  assert.notEqual(column.id, 'c');
  assert.deepEqual(row.texts, { [column.id]: [{ text: '1' }] });
  assert.equal(new Set([copy.id, column.id, row.id, 't', 'c', 'r']).size, 6);
});
