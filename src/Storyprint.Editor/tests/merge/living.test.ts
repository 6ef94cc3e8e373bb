import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redo, undo } from 'prosemirror-history';
import { mergeAnswer } from '../../src/merge/merge-answer';
import { type Block } from '../../src/wire/types';
import { RandomDrafts } from '../support/drafts';
import { Editing, paragraph, storyOf, text } from '../support/editing';
import { RandomEdits } from '../support/edits';
import { Random } from '../support/random';

function answered(editing: Editing, sent: Block, merged: Block): boolean {
  const tr = mergeAnswer(editing.state, sent, merged);
  if (tr) editing.state = editing.state.apply(tr);
  editing.state.doc.check();
  return tr !== null;
}

test('The cursor stays in its words while others write before and behind it', () => {
  const sent = storyOf(paragraph('a', 'One.'), paragraph('b', 'The mayor said the bridge will open in May.'), paragraph('c', 'End.'));
  const editing = new Editing(sent).at('bridge');
  assert.ok(answered(editing, sent, storyOf(paragraph('x', 'New.'), paragraph('b', 'The mayor, Ada, said the bridge will open in June.'), paragraph('a', 'One.'))));
  assert.equal(editing.around, 'The mayor, Ada, said the bridge^ will open in June.');
});

test('The cursor goes with its paragraph into a quotation', () => {
  const sent = storyOf(paragraph('a', 'Rain and wind'), paragraph('b', 'Sun'));
  const editing = new Editing(sent).at('Rain');
  assert.ok(answered(editing, sent, storyOf(paragraph('b', 'Sun'), { id: 'q', kind: 'quotation', blocks: [{ id: 'a', kind: 'passage', texts: text('Rain and wind today') }] })));
  assert.equal(editing.around, 'Rain^ and wind today');
});

test('Undo takes back what was typed here, and nothing of others', () => {
  const start = storyOf(paragraph('a', 'The bridge opens in May.'));
  const editing = new Editing(start).at('The').type(' old');
  assert.ok(answered(editing, editing.draft, storyOf(paragraph('a', 'The old bridge opens in June.'), paragraph('n', 'And more.'))));
  editing.run(undo);
  assert.equal(editing.short, 'paragraph a The bridge opens in June.; paragraph n And more.');
});

test('A word that somebody put into a sentence typed here stays when the sentence is taken back, and redo brings the sentence again', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain.'))).at('Rain.').type(' The old bridge opens.');
  const sent = editing.draft;
  assert.ok(answered(editing, sent, storyOf(paragraph('a', 'Rain. The old stone bridge opens.'))));
  assert.equal(editing.run(undo).short, 'paragraph a Rain.stone ');
  assert.equal(editing.run(redo).short, 'paragraph a Rain. The old stone bridge opens.');
  assert.equal(editing.run(undo).short, 'paragraph a Rain.stone ');
});

test('What is typed while an answer is on its way stays, and so does the answer', () => {
  const editing = new Editing(storyOf(paragraph('a', 'The bridge opens in May.'), paragraph('b', 'Rain.'))).at('The').type(' old');
  const sent = editing.draft;
  editing.type(' stone');
  assert.ok(answered(editing, sent, storyOf(paragraph('a', 'The old bridge opens in June.'), paragraph('b', 'Rain and wind.'))));
  assert.equal(editing.around, 'The old stone^ bridge opens in June.');
  editing.run(undo);
  assert.equal(editing.short, 'paragraph a The bridge opens in June.; paragraph b Rain and wind.');
});

test('An answer that touches what was typed since is left aside, and nothing changes', () => {
  const editing = new Editing(storyOf(paragraph('a', 'in May'))).at('May');
  const sent = editing.draft;
  editing.type(' soon');
  const { short } = editing;
  assert.equal(answered(editing, sent, storyOf(paragraph('a', 'in May perhaps'))), false);
  assert.equal(editing.short, short);
});

test('Others fill an empty story without a trace of the paragraph that waited there', () => {
  const editing = new Editing(storyOf());
  assert.ok(answered(editing, storyOf(), storyOf(paragraph('a', 'Rain'))));
  assert.equal(editing.short, 'paragraph a Rain');
  assert.equal(editing.state.doc.childCount, 5);
});

test('Over 2,500 random answers the words at the cursor are the same after as before, where their text is still there', () => {
  const random = new Random(44);
  const drafts = new RandomDrafts(random);
  const edits = new RandomEdits(random, drafts, 'w');
  let kept = 0;
  for (let round = 0; round < 2500; round++) {
    const sent = drafts.story();
    const merged = edits.edit(sent, 1 + random.below(4));
    const editing = new Editing(sent);
    const spots: number[] = [];
    editing.state.doc.descendants((node, position) => { if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset++) spots.push(position + 1 + offset); });
    editing.put(random.pick(spots));
    const { $head } = editing.state.selection;
    const block = $head.parent.attrs.id as string | null;
    const before = $head.parent.textBetween(Math.max(0, $head.parentOffset - 1), $head.parentOffset, '', '*');
    const whole = $head.parent.textContent;
    assert.ok(answered(editing, sent, merged));
    const { $head: $after } = editing.state.selection;
    if (block && $after.parent.attrs.id === block && $after.parent.textContent === whole) {
      kept++;
      assert.equal($after.parent.textBetween(Math.max(0, $after.parentOffset - 1), $after.parentOffset, '', '*'), before);
      assert.equal($after.parentOffset, $head.parentOffset);
    }
  }
  assert.ok(kept > 300, `Only ${kept} cursors stood in a text that stayed.`);
});
