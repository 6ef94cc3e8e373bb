import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextSelection } from 'prosemirror-state';
import { turnDirection } from '../../src/view/dress';
import { directionOf } from '../../src/view/first-letter';
import type { Block } from '../../src/wire/types';
import { paragraph, storyOf } from '../support/editing';
import { cursorBehind, openView } from '../support/open-view';

test('Words run as their first letter does, whatever signs stand before it', () => {
  for (const [words, expected] of [['Rain', 'ltr'], ['باران', 'rtl'], ['12 «باران» and rain', 'rtl'], ['… Été', 'ltr'], ['שלום', 'rtl'], ['ނަން', 'rtl'], ['图书馆', 'ltr'], ['123 – !', null], ['', null]] as const) assert.equal(directionOf(words), expected, words);
});

const dirs = (view: ReturnType<typeof openView>): (string | null)[] => [...view.dom.querySelectorAll('.block-paragraph')].map(each => each.getAttribute('dir'));

test('Each block has its own direction, and an empty one that of the story', () => {
  assert.deepEqual(dirs(openView(storyOf(paragraph('a', 'Rain'), paragraph('b', 'باران'), paragraph('c')), 'fa')), ['ltr', 'rtl', 'rtl']);
});

test('A key turns the direction of a block, which is not in the draft', () => {
  const view = openView(storyOf(paragraph('a', 'AC Milan بازی را برد'), paragraph('b', 'باران')), 'fa');
  const { doc } = view.state;
  cursorBehind(view, 'Milan');
  turnDirection(view.state, view.dispatch);
  assert.deepEqual(dirs(view), ['rtl', 'rtl']);
  assert.equal(view.state.doc, doc);
  turnDirection(view.state, view.dispatch);
  assert.deepEqual(dirs(view), ['ltr', 'rtl']);
});

test('Items have their numbers, in the digits of the language, and start again below another', () => {
  const item = (id: string, depth: number, values: Record<string, string> = {}): Block => ({ id, kind: 'item', values: { depth: String(depth), ...values }, texts: { text: [{ text: id }] } });
  const list: Block = { id: 'l', kind: 'list', values: { ordered: 'true' }, blocks: [item('a', 0), item('b', 1), item('c', 1), item('d', 0), item('e', 1), item('f', 0, { number: '9' }), item('g', 0), item('h', 1, { ordered: 'false' })] };
  const labels = (language: string): (string | undefined)[] => [...openView(storyOf(list), language).dom.querySelectorAll<HTMLElement>('.block-item')].map(each => each.dataset.label);
  assert.deepEqual(labels('en'), ['1.', '1.', '2.', '2.', '1.', '9.', '10.', '◦']);
  assert.equal(labels('fa')[6], '۱۰.');
});

test('Empty places say what belongs there, and the part is said when the cursor comes to it', () => {
  const said: string[] = [];
  const view = openView(storyOf(), 'en', [], said);
  assert.equal(view.dom.querySelector<HTMLElement>('.block-headline')!.dataset.hint, 'Headline');
  assert.match(view.dom.querySelector<HTMLElement>('.block-paragraph')!.dataset.hint!, /Write here/);
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 3)));
  assert.equal(said.at(-1), 'headline');
});

test('Notes are shown and cannot be deleted', () => {
  const note: Block = { id: 'n', kind: 'note', texts: { text: [{ text: 'It opens in June.' }] }, values: { at: '2026-11-22T09:00:00.0000000+00:00' } };
  const view = openView(storyOf(paragraph('a', 'Rain'), note));
  assert.match(view.dom.querySelector('.block-note')!.textContent!, /It opens in June\./);
  view.dispatch(view.state.tr.delete(0, view.state.doc.content.size));
  assert.equal(view.state.doc.lastChild!.type.name, 'note');
});
