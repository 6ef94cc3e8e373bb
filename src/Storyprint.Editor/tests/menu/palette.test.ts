import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownEntries } from '../../src/menu/entries';
import { matching } from '../../src/menu/filter';
import { Palette } from '../../src/menu/palette';
import { slash } from '../../src/menu/slash';
import { fromDocument } from '../../src/wire/from-document';
import { press } from '../support/dom';
import { paragraph, storyOf } from '../support/editing';
import { cursorBehind, openView } from '../support/open-view';
import { text } from '../support/texts';

test('What is typed finds names from their beginnings, whatever the accents and the keyboard', () => {
  const names = ['Small heading', 'Heading', 'Überschrift', 'نقل‌قول', 'میان‌تیتر کوچک'];
  const find = (typed: string): string[] => matching(names, name => name, typed);
  assert.deepEqual(find('head'), ['Heading', 'Small heading']);
  assert.deepEqual(find('uber'), ['Überschrift']);
  assert.deepEqual(find('نقلق'), ['نقل‌قول']);
  assert.deepEqual(find('كوچك'), ['میان‌تیتر کوچک']);
  assert.deepEqual(find('zzz'), []);
});

function opened(language = 'en'): { view: ReturnType<typeof openView>; input: HTMLInputElement; kinds: () => string[] } {
  const palette = new Palette(text(language), ownEntries());
  const view = openView(storyOf(paragraph('a', 'Rain'), paragraph('b')), language, [slash(palette)]);
  view.coordsAtPos = () => ({ left: 0, right: 0, top: 0, bottom: 0 });
  document.body.append(palette.element);
  cursorBehind(view, '');
  view.someProp('handleTextInput', handle => handle(view, view.state.selection.from, view.state.selection.to, '/', () => view.state.tr));
  return { view, input: palette.element.querySelector('input')!, kinds: () => fromDocument(view.state.doc).blocks!.map(block => `${block.kind} ${block.id}`) };
}

test('A slash in an empty paragraph opens the list, and Enter makes what was found', () => {
  const { input, kinds, view } = opened();
  assert.equal(document.activeElement, input);
  input.value = 'quot';
  input.dispatchEvent(new Event('input'));
  press(input, 'Enter');
  assert.deepEqual(kinds().map(kind => kind.split(' ')[0]), ['paragraph', 'quotation']);
  assert.equal(view.state.selection.$from.parent.type.name, 'passage');
});

test('In the language of the page it is found by its name there', () => {
  const { input, kinds } = opened('fa');
  input.value = 'فهرست ش';
  input.dispatchEvent(new Event('input'));
  press(input, 'Enter');
  assert.equal(kinds()[1].split(' ')[0], 'list');
});

test('Escape leaves all as it was, and a second slash is a slash', () => {
  const { input, kinds } = opened();
  press(input, 'Escape');
  assert.deepEqual(kinds(), ['paragraph a', 'paragraph b']);
  const again = opened();
  press(again.input, '/');
  assert.deepEqual(fromDocument(again.view.state.doc).blocks![1].texts, { text: [{ text: '/' }] });
});

test('The arrows go through the list, which says where they are', () => {
  const { input } = opened();
  const list = document.getElementById('editor-palette-list')!;
  press(input, 'ArrowDown');
  const active = document.getElementById(input.getAttribute('aria-activedescendant')!)!;
  assert.equal(active.getAttribute('aria-selected'), 'true');
  assert.equal(list.querySelectorAll('[aria-selected="true"]').length, 1);
  press(input, 'ArrowUp');
  press(input, 'ArrowUp');
  assert.equal(list.lastElementChild!.getAttribute('aria-selected'), 'true');
});

test('A table comes with columns and rows that the server takes', () => {
  const { input, view } = opened();
  input.value = 'table';
  input.dispatchEvent(new Event('input'));
  press(input, 'Enter');
  const table = fromDocument(view.state.doc).blocks!.find(block => block.kind === 'table')!;
  assert.deepEqual(table.blocks!.map(block => block.kind), ['column', 'column', 'column', 'head', 'row', 'row']);
  assert.equal(new Set(table.blocks!.map(block => block.id)).size, 6);
  view.state.doc.check();
});
