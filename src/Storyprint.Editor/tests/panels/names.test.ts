import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlineSuggestions } from '../../src/panels/inline-suggest';
import { addPart, movePart, removePart } from '../../src/panels/parts';
import { PartsPanel } from '../../src/panels/parts-panel';
import { namesIn, suggestions } from '../../src/panels/suggestions';
import { fromDocument } from '../../src/wire/from-document';
import { createText } from '../../src/writing/texts';
import { Editing, paragraph, storyOf, text } from '../support/editing';
import { assertTaken } from '../support/limits';
import { Live } from '../support/live';

const names = ['Ines Weber', 'Reza Karimi', 'Émile Roux', 'Anne-Marie Iversen', 'رضا کریمی', 'علی رضایی'];
const offers: [typed: string, offered: string[]][] = [['in', ['Ines Weber']], ['weber', ['Ines Weber']], ['em', ['Émile Roux']], ['marie', ['Anne-Marie Iversen']], ['i', ['Ines Weber', 'Anne-Marie Iversen']], ['ines weber', []], ['رضا كريمي', []], ['كري', ['رضا کریمی']], ['zz', []]];
for (const [typed, offered] of offers) test(`For “${typed}” ${offered.join(', ') || 'nothing'} is offered`, () => assert.deepEqual(suggestions(names, typed), offered));

test('Names that are in the story are found', () => {
  const editing = new Editing(storyOf({ id: 'b', kind: 'byline', texts: text('Sara Lind') }, paragraph('a', 'The mayor, Reza van der Berg, met Ines Weber. The Harbour was closed.'), { id: 'q', kind: 'quotation', texts: { speaker: [{ text: 'علی' }] }, blocks: [{ id: 'p', kind: 'passage', texts: text('x') }] }));
  assert.deepEqual(namesIn(editing.state.doc), ['Sara Lind', 'علی', 'Reza van der Berg', 'Ines Weber']);
});

const credited = () => new Editing({ ...storyOf({ id: 'b1', kind: 'byline', texts: text('Ines') }, { id: 'b2', kind: 'byline', texts: text('Reza') }, paragraph('a', 'One'), { id: 't', kind: 'topic', texts: text('Port') }, { id: 'n', kind: 'note', texts: text('A note'), values: { at: '2026-11-22T09:00:00.0000000+00:00', note: 'Correction' } }), texts: { headline: [{ text: 'Rain' }] } });
const apply = (editing: Editing, tr: ReturnType<typeof removePart>): string => {
  if (!tr) return 'nothing';
  editing.state = editing.state.apply(tr);
  editing.state.doc.check();
  assertTaken(editing.draft);
  return editing.blocks.filter(block => /byline|topic/.test(block.kind)).map(block => (block.texts!.text[0] as { text: string }).text).join(' ');
};

test('Names are added, once each, at their place', () => {
  assert.equal(apply(credited(), addPart(credited().state.tr, 'byline', ' Sara\nLind ', 'x1')), 'Ines Reza Sara Lind Port');
  assert.equal(apply(credited(), addPart(credited().state.tr, 'byline', 'INES', 'x1')), 'nothing');
  assert.equal(apply(credited(), addPart(credited().state.tr, 'topic', 'Weather', 'x1')), 'Ines Reza Port Weather');
  const bare = new Editing(storyOf(paragraph('a', 'One')));
  assert.equal(apply(bare, addPart(bare.state.tr, 'byline', 'Ines', 'x1')), 'Ines');
});

test('Names are moved and removed', () => {
  assert.equal(apply(credited(), movePart(credited().state.tr, 'byline', 0, 1)), 'Reza Ines Port');
  assert.equal(apply(credited(), movePart(credited().state.tr, 'byline', 1, -1)), 'Reza Ines Port');
  assert.equal(apply(credited(), movePart(credited().state.tr, 'byline', 1, 1)), 'nothing');
  assert.equal(apply(credited(), removePart(credited().state.tr, 'byline', 0)), 'Reza Port');
});

const words = createText({}, 'en');
function root(data: Record<string, unknown>): HTMLElement {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries(data)) element.dataset[name] = JSON.stringify(value);
  document.body.append(element);
  return element;
}
const context = (element: HTMLElement) => ({ root: element, language: 'en', text: words, freshId: () => `x${Math.random().toString(36).slice(2, 8)}`, token: () => '', say: () => {}, announce: () => {} });

test('The panel adds a name that is chosen by the arrow keys', async () => {
  const live = new Live(storyOf(paragraph('a', 'One')));
  const panel = new PartsPanel(context(root({ authors: names })), live.view, 'byline', 'authors');
  document.body.append(panel.element);
  panel.update(live.view);
  const input = panel.element.querySelector('input')!;
  input.focus();
  input.value = 'web';
  input.dispatchEvent(new Event('input'));
  await new Promise(done => setTimeout(done, 5));
  for (const key of ['ArrowDown', 'Enter']) input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  panel.update(live.view);
  assert.deepEqual([...panel.element.querySelectorAll('li > bdi')].map(each => each.textContent), ['Ines Weber']);
  assert.deepEqual(fromDocument(live.view.state.doc).blocks!.map(block => block.kind), ['byline', 'paragraph']);
});

test('A list that the page gives broken is no list', () => {
  const element = root({});
  element.dataset.authors = '{"a":';
  const live = new Live('One');
  assert.ok(new PartsPanel(context(element), live.view, 'byline', 'authors'));
});

test('While a speaker is typed, names of the story and of the house are offered; Enter is only taken where one is chosen', () => {
  const element = root({ authors: names });
  const live = new Live(storyOf(paragraph('a', 'The mayor Reza Ahmadi met them.'), { id: 'q', kind: 'quotation', texts: { speaker: [{ text: 'x' }] }, blocks: [{ id: 'p', kind: 'passage', texts: text('It rains') }] }), [inlineSuggestions(context(element))]);
  live.view.focus();
  const list = element.querySelector('[role=listbox]') as HTMLElement;
  live.put(live.view.state.doc.content.size - 3, live.view.state.doc.content.size - 2);
  live.type('Re');
  assert.deepEqual([...list.children].map(each => each.textContent), ['Reza Ahmadi', 'Reza Karimi']);
  assert.equal(list.hidden, false);
  live.key('ArrowDown');
  live.key('Enter');
  assert.equal(live.words, 'Reza Ahmadi');
  assert.ok(list.hidden);
  live.type('x');
  live.key('Escape');
  assert.ok(list.hidden);
});
