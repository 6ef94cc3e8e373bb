import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openChoices } from '../../src/choices/open-choices';
import { bothOf, settleRemoval, settleValue, settleWords } from '../../src/choices/settle';
import type { Block, TextOption, ValueChoice } from '../../src/wire/types';
import { Editing, paragraph, storyOf, text } from '../support/editing';

const by = { who: 'Ines', at: '2026-11-22T09:00:00.0000000+00:00' };
const options: TextOption[] = [{ text: [{ text: 'May', emphasis: ['strong'] }], ...by }, { text: [{ text: 'June' }], ...by, who: 'Omid' }];
const open = (draft: Block): [Editing, ReturnType<typeof openChoices>] => {
  const editing = new Editing(draft);
  return [editing, openChoices(editing.state.doc)];
};

const withWords = storyOf(paragraph('a', '', { texts: { text: [{ text: 'in ' }, { choice: options }, { text: '.' }] } }));

test('One of two texts takes the place of both, with its marks', () => {
  const [editing, [choice]] = open(withWords);
  editing.state = editing.state.apply(settleWords(editing.state, choice.position, options[0].text));
  assert.deepEqual(editing.blocks[0].texts, { text: [{ text: 'in ' }, { text: 'May', emphasis: ['strong'] }, { text: '.' }] });
  assert.equal(editing.around, 'in May^.');
  assert.equal(openChoices(editing.state.doc).length, 0);
});

test('Both texts stand one behind the other with a space, and a text that was taken out adds nothing', () => {
  assert.deepEqual(bothOf(options).map(run => run.text).join(''), 'May June');
  assert.deepEqual(bothOf([{ text: [], ...by }, options[1]]), options[1].text);
});

test('A removal is kept or done, and a story keeps a place to write', () => {
  const removed = (...others: Block[]): Block => storyOf(paragraph('a', 'Rain', { removal: by }), ...others);
  for (const [draft, isKept, expected] of [
    [removed(paragraph('b', 'Wind')), true, 'paragraph a Rain; paragraph b Wind'],
    [removed(paragraph('b', 'Wind')), false, 'paragraph b Wind'],
    [removed(), false, ''],
    [storyOf({ id: 'l', kind: 'list', blocks: [{ id: 'i', kind: 'item', texts: text('x'), removal: by }] }, paragraph('b', 'Wind')), false, 'paragraph b Wind'],
    [storyOf({ id: 'q', kind: 'quotation', texts: { speaker: [{ text: 'Mayor' }] }, blocks: [{ id: 'i', kind: 'passage', texts: text('x'), removal: by }] }), false, 'quotation q Mayor'],
    [storyOf({ id: 'y', kind: 'byline', texts: text('Sara'), removal: by }, paragraph('b', 'Wind')), false, 'paragraph b Wind'],
  ] as [Block, boolean, string][]) {
    const [editing, [choice]] = open(draft);
    editing.state = editing.state.apply(settleRemoval(editing.state, choice.position, isKept, choice.column));
    editing.state.doc.check();
    assert.equal(editing.short, expected);
    assert.equal(openChoices(editing.state.doc).length, 0);
  }
});

test('A column that somebody removed goes with its cells', () => {
  const [editing, [choice]] = open(storyOf({ id: 't', kind: 'table', blocks: [{ id: 'c1', kind: 'column', removal: by }, { id: 'c2', kind: 'column' }, { id: 'r', kind: 'row', texts: { c1: [{ text: '1' }], c2: [{ text: '2' }] } }] }));
  editing.state = editing.state.apply(settleRemoval(editing.state, choice.position, false, choice.column));
  assert.deepEqual(editing.blocks[0].blocks, [{ id: 'c2', kind: 'column' }, { id: 'r', kind: 'row', texts: { c2: [{ text: '2' }] } }]);
});

test('A value is set, and its choice is no more; the others stay open', () => {
  const choices: ValueChoice[] = [{ name: 'level', options: [{ value: '2', ...by }, { value: '3', ...by }] }, { name: 'kind', options: [{ value: 'heading', ...by }, { value: 'paragraph', ...by }] }];
  const [editing, [level, kind]] = open(storyOf({ id: 'h', kind: 'heading', values: { level: '2' }, texts: text('Rain'), choices }));
  assert.ok(level.kind === 'value' && kind.kind === 'value');
  editing.state = editing.state.apply(settleValue(editing.state, level.position, level.choice, level.choice.options[1]));
  assert.deepEqual(editing.blocks, [{ id: 'h', kind: 'heading', values: { level: '3' }, texts: text('Rain'), choices: [choices[1]] }]);
  editing.state = editing.state.apply(settleValue(editing.state, kind.position, kind.choice, kind.choice.options[1]));
  assert.deepEqual(editing.blocks, [{ id: 'h', kind: 'paragraph', texts: text('Rain') }]);
});

test('A value of the story itself is settled too', () => {
  const choice: ValueChoice = { name: 'section', options: [{ value: 'city', ...by }, { ...by }] };
  const [editing, [found]] = open({ id: 'story', kind: 'story', values: { language: 'en', section: 'sport' }, choices: [choice] });
  assert.ok(found.kind === 'value' && found.position === -1);
  editing.state = editing.state.apply(settleValue(editing.state, -1, choice, choice.options[0]));
  assert.deepEqual(editing.draft, { id: 'story', kind: 'story', values: { language: 'en', section: 'city' } });
});
