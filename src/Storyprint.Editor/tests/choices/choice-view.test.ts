import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { press } from '../support/dom';
import { paragraph, storyOf } from '../support/editing';
import { cursorBehind, openView } from '../support/open-view';

const at = '2026-11-22T09:00:00.0000000+00:00';
const draft: Block = storyOf(
  paragraph('a', 'Rain'),
  paragraph('b', '', { texts: { text: [{ text: 'in ' }, { choice: [{ text: [{ text: 'May' }], who: 'Ines', at }, { text: [], who: 'امید', at }] }, { text: ' soon' }] } }),
  paragraph('c', 'Wind', { removal: { who: 'Omid', at } }));
const words = (view: ReturnType<typeof openView>, index: number): string => fromDocument(view.state.doc).blocks![index].texts!.text.map(run => ('text' in run ? run.text : '?')).join('');

test('Both texts, who wrote them and when stand side by side, and have names', () => {
  const view = openView(draft);
  const choice = view.dom.querySelector('.choice')!;
  assert.match(choice.getAttribute('aria-label')!, /Ines.*امید/);
  assert.match(choice.textContent!, /May.*Ines.*9:00.*taken out.*امید/s);
  assert.ok([...choice.querySelectorAll('button')].every(button => button.textContent || button.getAttribute('aria-label')));
});

test('F8 goes from choice to choice and round again, and the button there takes it', () => {
  const view = openView(draft);
  cursorBehind(view, 'Rain');
  press(view.dom, 'F8');
  assert.ok(view.dom.querySelector('.choice')!.contains(document.activeElement));
  press(document.activeElement!, 'F8');
  assert.ok(view.dom.querySelector('.block-choice')!.contains(document.activeElement));
  press(document.activeElement!, 'F8');
  (document.activeElement as HTMLButtonElement).click();
  assert.equal(words(view, 1), 'in May soon');
});

test('Backspace at a choice goes to it and deletes neither text, and letters do not replace it', () => {
  const view = openView(draft);
  cursorBehind(view, 'in \ufffc');
  press(view.dom, 'Backspace');
  assert.equal(words(view, 1), 'in ? soon');
  press(view.dom, 'x');
  assert.ok(view.someProp('handleTextInput', handle => handle(view, view.state.selection.from, view.state.selection.to, 'x', () => view.state.tr)));
  press(view.dom, 'Enter');
  assert.equal(words(view, 1), 'in ? soon');
  assert.ok(view.dom.querySelector('.choice')!.contains(document.activeElement));
});

test('A removed paragraph says who removed it, and its buttons keep or remove it', () => {
  for (const [index, expected] of [[0, 3], [1, 2]]) {
    const view = openView(draft);
    const place = view.dom.querySelector('.block-choice')!;
    assert.match(place.textContent!, /Omid removed this paragraph/);
    place.querySelectorAll('button')[index].click();
    const blocks = fromDocument(view.state.doc).blocks!;
    assert.equal(blocks.length, expected);
    assert.ok(blocks.every(block => !block.removal));
  }
});
