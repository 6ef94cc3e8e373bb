import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command } from 'prosemirror-state';
import { changeKind } from '../../src/kinds/change-kind';
import { keys } from '../../src/keys/keymap';
import type { Block } from '../../src/wire/types';
import { Editing, paragraph, storyOf, text } from '../support/editing';

const press = (name: keyof typeof keys): Command => keys[name];
const item = (id: string, words: string, depth = 0): Block => ({ id, kind: 'item', texts: text(words), values: { depth: String(depth) } });
const list = (id: string, ...blocks: Block[]): Block => ({ id, kind: 'list', values: { ordered: 'false' }, blocks });
const passage = (id: string, words: string): Block => ({ id, kind: 'passage', texts: text(words) });
const quotation = (id: string, speaker: string, ...blocks: Block[]): Block => ({ id, kind: 'quotation', ...(speaker ? { texts: { speaker: [{ text: speaker }] } } : {}), blocks });

test('Enter on an empty item leaves the list, and keeps what stands below it', () => {
  const editing = new Editing(storyOf(list('l', item('a', 'Rain'), item('b', ''), item('c', 'Wind'))));
  editing.at('Rain').put(editing.state.selection.head + 2).run(press('Enter'));
  assert.equal(editing.short, 'list l [item0 a Rain]; paragraph b; list new1 [item0 c Wind]');
});

test('Enter on an empty item that stands further in brings it out', () => {
  const editing = new Editing(storyOf(list('l', item('a', 'Rain'), item('b', '', 1))));
  editing.at('Rain').put(editing.state.selection.head + 2).run(press('Enter'));
  assert.equal(editing.short, 'list l [item0 a Rain; item0 b]');
});

test('Tab moves an item at most one step further in than the one before', () => {
  const editing = new Editing(storyOf(list('l', item('a', 'Rain'), item('b', 'Wind')))).at('Wind');
  assert.equal(editing.run(press('Tab'), press('Tab')).short, 'list l [item0 a Rain; item1 b Wind]');
  assert.equal(editing.run(press('Shift-Tab'), press('Shift-Tab')).short, 'list l [item0 a Rain; item0 b Wind]');
});

test('Tab outside lists and tables is left to the page', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain'))).at('Rain');
  assert.equal(press('Tab')(editing.state), false);
});

test('Backspace at the beginning takes away what a block is, and keeps its words', () => {
  for (const [kind, block, expected] of [
    ['a heading', { id: 'h', kind: 'heading', values: { level: '2' }, texts: text('Rain') }, 'paragraph h Rain'],
    ['a note to the desk', { id: 'f', kind: 'fence', texts: text('Rain') }, 'paragraph f Rain'],
    ['an item', list('l', item('a', 'Rain')), 'paragraph a Rain'],
    ['a quotation', quotation('q', 'Mayor', passage('p', 'Rain')), 'paragraph p Rain; paragraph new1 Mayor'],
    ['a pull quote', { id: 'u', kind: 'pullquote', texts: text('Rain') }, 'paragraph u Rain'],
  ] as [string, Block, string][]) {
    const editing = new Editing(storyOf(block)).at('Rain', 0).run(press('Backspace'));
    assert.equal(editing.short, expected, kind);
    assert.equal(editing.around, '^Rain', kind);
  }
});

test('Backspace behind a list goes on with its last item, and Delete at the end of a paragraph takes the first one in', () => {
  const behind = new Editing(storyOf(list('l', item('a', 'Rain')), paragraph('b', ' and wind'))).at(' and', 0).run(press('Backspace'));
  assert.equal(behind.short, 'list l [item0 a Rain and wind]');
  assert.equal(behind.around, 'Rain^ and wind');
  const before = new Editing(storyOf(paragraph('b', 'Sun'), quotation('q', 'Mayor', passage('a', ' and wind')))).at('Sun').run(press('Delete'));
  assert.equal(before.short, 'paragraph b Sun and wind; paragraph new1 Mayor');
});

test('Backspace at the beginning of the body leaves the fields alone', () => {
  const editing = new Editing({ ...storyOf(paragraph('a', 'Rain')), texts: { dateline: [{ text: 'Hamburg' }] } }).at('Rain', 0).run(press('Backspace'));
  assert.deepEqual(editing.draft.texts, { dateline: [{ text: 'Hamburg' }] });
  assert.equal(editing.short, 'paragraph a Rain');
});

test('Every kind of words becomes every other and keeps its words and its identity', () => {
  const kinds = ['paragraph', 'heading2', 'heading3', 'quotation', 'pullquote', 'list', 'numbered', 'fence'] as const;
  for (const from of kinds) {
    for (const to of kinds) {
      const editing = new Editing(storyOf(paragraph('o', 'before'), paragraph('a', 'باران می‌بارد'), paragraph('z', 'behind'))).at('باران', 3);
      editing.run(changeKind(from), changeKind(to));
      assert.match(editing.short, /^paragraph o before; .*\ba باران می‌بارد.*; paragraph z behind$/s, `${from} to ${to}`);
      assert.equal(editing.around, 'بار^ان می‌بارد', `${from} to ${to}`);
    }
  }
});

test('Several paragraphs become one list, and some items of it a quotation', () => {
  const editing = new Editing(storyOf(...['One', 'Two', 'Three', 'Four'].map((words, index) => paragraph(`p${index}`, words))));
  editing.at('One', 1);
  const from = editing.state.selection.from;
  editing.at('Four').put(from, editing.state.selection.to).run(press('Mod-Shift-8'));
  assert.equal(editing.short, 'list new1 [item0 p0 One; item0 p1 Two; item0 p2 Three; item0 p3 Four]');
  editing.at('Two').run(press('Mod-Shift-9'));
  assert.equal(editing.short, 'list new1 [item0 p0 One]; quotation new2 [passage p1 Two]; list new3 [item0 p2 Three; item0 p3 Four]');
});

test('Alt with the arrows moves blocks, rows, and items with those below them', () => {
  const blocks = new Editing(storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind'))).at('Wind', 2).run(press('Alt-ArrowUp'));
  assert.equal(blocks.short, 'paragraph b Wind; paragraph a Rain');
  assert.equal(blocks.around, 'Wi^nd');
  const items = new Editing(storyOf(list('l', item('a', 'Rain'), item('b', 'Snow', 1), item('c', 'Wind')))).at('Rain').run(press('Alt-ArrowDown'));
  assert.equal(items.short, 'list l [item0 c Wind; item0 a Rain; item1 b Snow]');
});

test('A block never moves among the bylines or the topics', () => {
  const editing = new Editing(storyOf({ id: 'y', kind: 'byline', texts: text('Sara Lind') }, paragraph('a', 'Rain'), { id: 't', kind: 'topic', texts: text('Weather') })).at('Rain');
  assert.equal(press('Alt-ArrowUp')(editing.state), false);
  assert.equal(press('Alt-ArrowDown')(editing.state), false);
});

test('Tab goes from cell to cell, and makes a new row at the end; Enter leaves the table below', () => {
  const row = (id: string, ...words: string[]): Block => ({ id, kind: 'row', texts: Object.fromEntries(words.map((word, index) => [`c${index}`, [{ text: word }]])) });
  const editing = new Editing(storyOf({ id: 't', kind: 'table', blocks: [{ id: 'c0', kind: 'column' }, { id: 'c1', kind: 'column' }, row('r', 'Year', '1900')] })).at('Year');
  editing.run(press('Tab')).type('1950').run(press('Tab')).type('More');
  assert.deepEqual(editing.blocks[0].blocks!.slice(2).map(({ texts }) => texts), [{ c0: [{ text: 'Year' }], c1: [{ text: '1950' }] }, { c0: [{ text: 'More' }] }]);
  editing.run(press('Enter')).type('Behind');
  assert.equal(editing.blocks[1].kind, 'paragraph');
});

test('A new line stays in its block, and emphasis does not enter a plain field', () => {
  const editing = new Editing({ ...storyOf(paragraph('a', 'Rain')), texts: { headline: [{ text: 'Weather' }] } }).at('Rain').run(press('Shift-Enter')).type('Wind');
  assert.deepEqual(editing.blocks[0].texts, text('Rain\nWind'));
  editing.at('Weather', 0, 7);
  assert.equal(press('Mod-b')(editing.state), false);
});

test('All of the body is chosen without the fields, and all of a headline without the body', () => {
  const editing = new Editing({ ...storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind')), texts: { headline: [{ text: 'Weather' }] } }).at('Rain').run(press('Mod-a'));
  assert.equal(editing.state.doc.textBetween(editing.state.selection.from, editing.state.selection.to, '|'), 'Rain|Wind');
  editing.at('Weather').run(press('Mod-a'));
  assert.equal(editing.state.doc.textBetween(editing.state.selection.from, editing.state.selection.to, '|'), 'Weather');
});

test('Typing over words of several blocks leaves the rest of both, joined where they flow', () => {
  const blocks = (): Block[] => [paragraph('a', 'Rain today'), { id: 'u', kind: 'pullquote', texts: { text: [{ text: 'We wait' }], speaker: [{ text: 'The mayor' }] } }, quotation('q', 'Lena', passage('p', 'We looked'), passage('r', 'at every bolt')), paragraph('z', 'Wind tomorrow')];
  const over = (from: string, to: string, typed = 'X'): string => {
    const editing = new Editing(storyOf(...blocks()));
    const start = editing.at(from, 0).state.selection.from;
    return editing.put(start, editing.at(to, 0).state.selection.from).type(typed).short;
  };
  assert.equal(over('today', 'tomorrow'), 'paragraph a Rain Xtomorrow');
  assert.equal(over('wait', 'looked'), 'paragraph a Rain today; pullquote u We X; quotation q Lena [passage p looked; passage r at every bolt]; paragraph z Wind tomorrow');
  assert.equal(over('today', 'every'), 'paragraph a Rain Xevery bolt; quotation q Lena; paragraph z Wind tomorrow');
  assert.equal(over('looked', 'bolt'), 'paragraph a Rain today; pullquote u We wait|The mayor; quotation q Lena [passage p We Xbolt]; paragraph z Wind tomorrow');
  assert.equal(over('mayor', 'tomorrow'), 'paragraph a Rain today; pullquote u We wait|The X; paragraph z tomorrow');
});

test('Deleting from cell to cell empties cells and keeps the table', () => {
  const row = (id: string, ...words: string[]): Block => ({ id, kind: 'row', texts: Object.fromEntries(words.map((word, index) => [`c${index}`, [{ text: word }]])) });
  const editing = new Editing(storyOf({ id: 't', kind: 'table', blocks: [{ id: 'c0', kind: 'column' }, { id: 'c1', kind: 'column' }, row('r', 'Year', 'People'), row('s', '1900', '12')] }));
  const start = editing.at('Year', 2).state.selection.from;
  editing.put(start, editing.at('12', 1).state.selection.from).run(press('Backspace'));
  assert.equal(editing.short, 'table t [column c0; column c1; row r Ye; row s 2]');
});
