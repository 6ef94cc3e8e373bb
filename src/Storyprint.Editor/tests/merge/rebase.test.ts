import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply } from '../../src/changes/apply';
import { diff } from '../../src/changes/diff';
import { all } from '../../src/changes/draft-index';
import { isSound } from '../../src/changes/sound';
import { bring } from '../../src/merge/merge-answer';
import { rebase } from '../../src/merge/rebase';
import { fromDocument } from '../../src/wire/from-document';
import { toDocument } from '../../src/wire/to-document';
import { type Block, isChoice } from '../../src/wire/types';
import { RandomDrafts } from '../support/drafts';
import { Editing, paragraph, storyOf, text } from '../support/editing';
import { RandomEdits } from '../support/edits';
import { Random } from '../support/random';

const one = (words: string): Block => storyOf(paragraph('a', words));
const wordsOf = (draft: Block): string[] => [...all(draft)].flatMap(block => Object.values(block.texts ?? {})).flatMap(runs => runs.map(run => (isChoice(run) ? ' ' : run.text)).join('').match(/[\p{L}\p{N}]+/gu) ?? []);

function counted(draft: Block): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(draft)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

test('Changes of one paragraph that do not touch are both there', () => {
  assert.deepEqual(rebase(one('The bridge opens in May.'), one('The old bridge opens in May.'), one('The bridge opens in June.')), one('The old bridge opens in June.'));
  assert.deepEqual(rebase(one('پل در ماه مه باز می‌شود'), one('پل تازه در ماه مه باز می‌شود'), one('پل در ماه مه بسته می‌شود')), one('پل تازه در ماه مه بسته می‌شود'));
});

for (const [name, sent, living, merged] of [
  ['both replace a word', one('in May'), one('in June'), one('in July')],
  ['both write at one place', one('in May'), one('in May soon'), one('in May perhaps')],
  ['one writes in what the other took out', one('It opens in May.'), one('It opens late in May.'), one('It.')],
  ['one changes a paragraph that the other removed', storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind')), storyOf(paragraph('a', 'Rain today'), paragraph('b', 'Wind')), storyOf(paragraph('b', 'Wind'))],
  ['one removed what the other changed', storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind')), storyOf(paragraph('b', 'Wind')), storyOf(paragraph('a', 'Rain today'), paragraph('b', 'Wind'))],
  ['one writes behind a place where the other splits', one('Rain and wind'), one('Rain and snow'), storyOf(paragraph('a', 'Rain'), paragraph('n', ' and wind', { origin: 'a' }))],
  ['both split it at one place', one('Rain and wind'), storyOf(paragraph('a', 'Rain'), paragraph('n', ' and wind', { origin: 'a' })), storyOf(paragraph('a', 'Rain'), paragraph('m', ' and wind', { origin: 'a' }))],
  ['one puts an item into a list that the other made paragraphs', storyOf({ id: 'l', kind: 'list', blocks: [{ id: 'i', kind: 'item' }] }), storyOf({ id: 'i', kind: 'paragraph' }), storyOf({ id: 'l', kind: 'list', blocks: [{ id: 'i', kind: 'item' }, { id: 'j', kind: 'item' }] })],
  ['one fills a row of a column that the other took out', storyOf({ id: 't', kind: 'table', blocks: [{ id: 'c', kind: 'column' }] }), storyOf({ id: 't', kind: 'table', blocks: [{ id: 'c', kind: 'column' }, { id: 'r', kind: 'row', texts: { c: [{ text: 'x' }] } }] }), storyOf({ id: 't', kind: 'table' })],
] as [string, Block, Block, Block][]) {
  test(`It waits for the server where ${name}`, () => assert.equal(rebase(sent, living, merged), null));
}

test('A kind that one changes and words that the other changes go together', () => {
  const heading = (words: string): Block => storyOf({ id: 'a', kind: 'heading', values: { level: '2' }, texts: text(words) });
  assert.deepEqual(rebase(one('Rain'), one('Rain today'), heading('Rain')), heading('Rain today'));
});

test('A block that the server put in stands behind its neighbour, before what was written there meanwhile', () => {
  const [a, z] = [paragraph('a', 'Rain'), paragraph('z', 'Wind')];
  assert.deepEqual(rebase(storyOf(a, z), storyOf(a, paragraph('n', 'Mine'), z), storyOf(a, paragraph('m', 'Theirs'), z)), storyOf(a, paragraph('m', 'Theirs'), paragraph('n', 'Mine'), z));
});

test('Over 3,000 random pairs of edits no word of either side is lost, and what comes out is sound and can be sent', () => {
  const random = new Random(42);
  const drafts = new RandomDrafts(random);
  const [mine, theirs] = [new RandomEdits(random, drafts, 'mine'), new RandomEdits(random, drafts, 'theirs')];
  let both = 0;
  for (let round = 0; round < 3000; round++) {
    const sent = drafts.story();
    const [living, merged] = [mine.edit(sent, random.below(4)), theirs.edit(sent, random.below(4))];
    const result = rebase(sent, living, merged);
    if (!result) continue;
    both++;
    assert.ok(isSound(result));
    assert.deepEqual(apply(merged, diff(merged, result)), result);
    const [there, old, left, right] = [result, sent, living, merged].map(counted);
    for (const word of [...left.keys(), ...right.keys()]) {
      const least = (left.get(word) ?? 0) + (right.get(word) ?? 0) - (old.get(word) ?? 0);
      assert.ok((there.get(word) ?? 0) >= least, `lost: ${word}`);
    }
  }
  assert.ok(both > 1500, `Only ${both} pairs were brought together.`);
});

test('Over 2,000 random pairs a document becomes the other draft exactly', () => {
  const random = new Random(43);
  const drafts = new RandomDrafts(random);
  const edits = new RandomEdits(random, drafts, 'w');
  for (let round = 0; round < 2000; round++) {
    const before = drafts.story();
    const after = round % 4 === 0 ? drafts.story() : edits.edit(before, 1 + random.below(6));
    const { state } = new Editing(before);
    const tr = bring(state, after);
    tr.doc.check();
    assert.ok(tr.doc.eq(toDocument(after)), JSON.stringify(diff(fromDocument(tr.doc), after)));
  }
});
