import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeKind } from '../../src/kinds/change-kind';
import { asItem, backspaceInBox, enterBox } from '../../src/keys/box-keys';
import { keys } from '../../src/keys/keymap';
import type { Block } from '../../src/wire/types';
import { Editing, paragraph, storyOf, text } from '../support/editing';
import { assertTaken } from '../support/limits';

const fact = (id: string, words: string, item?: string): Block => ({ id, kind: 'fact', ...(words ? { texts: text(words) } : {}), ...(item ? { values: { item } } : {}) });
const factbox = (title: string, ...blocks: Block[]): Block => ({ id: 'f', kind: 'factbox', ...(title ? { texts: { title: [{ text: title }] } } : {}), blocks });
const question = (asked: string, ...answers: string[]): Block => ({ id: 'q', kind: 'question', ...(asked ? { texts: { question: [{ text: asked }] } } : {}), blocks: answers.map((words, index) => ({ id: `a${index}`, kind: 'passage', ...(words ? { texts: text(words) } : {}) })) });
const short = (editing: Editing): string => {
  assertTaken(editing.draft);
  return editing.short;
};

test('Enter goes from the title of a fact box to its lines, makes lines, and leaves from an empty one', () => {
  const editing = new Editing(storyOf(factbox('The bridge', fact('a', '240 metres')), paragraph('z', 'Rain'))).at('The bridge').run(keys.Enter);
  assert.equal(editing.around, '^240 metres');
  editing.at('metres').run(keys.Enter).type('Two piers').run(keys.Enter);
  assert.equal(short(editing), 'factbox f The bridge [fact a 240 metres; fact new1 Two piers; fact new2]; paragraph z Rain');
  editing.run(keys.Enter).type('Behind');
  assert.equal(short(editing), 'factbox f The bridge [fact a 240 metres; fact new1 Two piers]; paragraph new3 Behind; paragraph z Rain');
});

test('Tab makes lines of a fact box items of a list, and Shift+Tab and Backspace make them lines again', () => {
  const editing = new Editing(storyOf(factbox('', fact('a', 'One'), fact('b', 'Two')))).at('Two').run(keys.Tab);
  assert.equal(editing.blocks[0].blocks![1].values?.item, 'true');
  editing.run(keys.Enter).type('Three');
  assert.equal(editing.blocks[0].blocks![2].values?.item, 'true');
  editing.run(keys['Shift-Tab']);
  assert.equal(editing.blocks[0].blocks![2].values, undefined);
  editing.at('Two', 0).run(keys.Backspace);
  assert.equal(editing.blocks[0].blocks![1].values, undefined);
  assert.equal(asItem(true)(new Editing(storyOf(paragraph('a', 'Rain'))).at('Rain').state), false);
});

test('Backspace joins lines, goes up to the title, and at the title takes the box away and keeps its words', () => {
  const editing = new Editing(storyOf(factbox('The bridge', fact('a', 'One'), fact('b', 'Two')))).at('Two', 0).run(keys.Backspace);
  assert.equal(short(editing), 'factbox f The bridge [fact a OneTwo]');
  editing.at('One', 0).run(backspaceInBox);
  assert.equal(editing.around, 'The bridge^');
  editing.at('The', 0).run(keys.Backspace);
  assert.equal(short(editing), 'paragraph new1 The bridge; paragraph a OneTwo');
});

test('An empty fact box is a paragraph again with one Enter or one Backspace', () => {
  for (const key of [keys.Enter, keys.Backspace, enterBox]) {
    const editing = new Editing(storyOf(factbox('', fact('a', '')), paragraph('z', 'Rain')));
    editing.put(editing.at('Rain', 0).state.selection.from - 3).run(key);
    assert.equal(editing.blocks[0].kind, 'paragraph');
    assert.equal(short(editing).match(/Rain/g)!.length, 1);
  }
});

test('An interview goes on: Enter leads to the answer, from an empty answer to the next question, and out of an empty one', () => {
  const editing = new Editing(storyOf(question('When?', 'In May.'), paragraph('z', 'Rain'))).at('When?').run(keys.Enter);
  assert.equal(editing.around, '^In May.');
  editing.at('May.').run(keys.Enter, keys.Enter).type('Why so late?').run(keys.Enter).type('The storm.');
  assert.equal(short(editing), 'question q When? [passage a0 In May.]; question new2 Why so late? [passage new3 The storm.]; paragraph z Rain');
  editing.run(keys.Enter, keys.Enter, keys.Enter).type('Behind');
  assert.match(short(editing), /passage new3 The storm\.\]; paragraph \w+ Behind; paragraph z Rain$/);
});

test('Enter within a question makes what stands behind the cursor an answer', () => {
  assert.match(short(new Editing(storyOf(question('When? In May.', 'Yes.'))).at('When?').run(keys.Enter)), /^question q When\? \[passage new1<q  In May\.; passage a0 Yes\.\]$/);
});

test('Answers never join their question', () => {
  const editing = new Editing(storyOf(question('When?', 'In May.', 'Or June.'))).at('In', 0).run(keys.Backspace);
  assert.equal(editing.around, 'When?^');
  assert.equal(keys.Delete(editing.state), true);
  assert.equal(short(editing.run(keys.Delete)), 'question q When? [passage a0 In May.; passage a1 Or June.]');
  assert.equal(short(editing.at('Or', 0).run(keys.Backspace)), 'question q When? [passage a0 In May.Or June.]');
});

test('Fact boxes and questions become every other kind and back, and no word is lost', () => {
  const kinds = ['paragraph', 'heading2', 'quotation', 'pullquote', 'list', 'numbered', 'fence', 'factbox', 'question'] as const;
  for (const block of [factbox('پل', fact('a', 'One', 'true'), fact('b', 'Two')), question('پل؟', 'One', 'Two')]) {
    for (const kind of kinds) {
      const editing = new Editing(storyOf(block)).at('Two', 1).run(changeKind(kind));
      for (const words of ['پل', 'One', 'Two']) assert.ok(short(editing).includes(words), `${kind} ${words}`);
      assert.match(editing.short, /\w a0? One\b.*\w [ab]1? Two\b|One.*Two/s, kind);
      assert.equal(editing.around, 'T^wo', kind);
    }
  }
});

test('What ends with a question mark is asked, and the rest answers', () => {
  const editing = new Editing(storyOf(paragraph('a', 'چه زمانی باز می‌شود؟'), paragraph('b', 'In May.')));
  const from = editing.at('چه', 0).state.selection.from;
  editing.put(from, editing.at('May').state.selection.from).run(changeKind('question'));
  assert.equal(short(editing), 'question new1 چه زمانی باز می‌شود؟ [passage b In May.]');
});

test('Twice Enter at the end of a transcript leaves it, once is a new line of it', () => {
  const editing = new Editing(storyOf({ id: 'm', kind: 'media', texts: { transcript: [{ text: 'Bells.' }] } })).at('Bells.').run(keys.Enter).type('Wind.').run(keys.Enter, keys.Enter).type('Behind');
  assert.deepEqual(editing.blocks[0].texts, { transcript: [{ text: 'Bells.\nWind.' }] });
  assert.equal(editing.blocks[1].kind, 'paragraph');
});
