import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply } from '../../src/changes/apply';
import { diff, isEmpty } from '../../src/changes/diff';
import { isSound } from '../../src/changes/sound';
import type { Block } from '../../src/wire/types';
import { RandomDrafts } from '../support/drafts';
import { RandomEdits } from '../support/edits';
import { Random } from '../support/random';

const paragraph = (id: string, text: string): Block => ({ id, kind: 'paragraph', texts: { text: [{ text }] } });
const story = (...blocks: Block[]): Block => ({ id: 'story', kind: 'story', blocks });

test('Nothing changed is no change', () => {
  assert.ok(isEmpty(diff(story(paragraph('a', 'x')), story(paragraph('a', 'x')))));
});

test('Only the block that changed is sent, without those in it', () => {
  const list = (ordered: string): Block => ({ id: 'l', kind: 'list', values: { ordered }, blocks: [{ id: 'i', kind: 'item' }] });
  assert.deepEqual(diff(story(list('false'), paragraph('a', 'x')), story(list('true'), paragraph('a', 'x'))), { blocks: [{ id: 'l', kind: 'list', values: { ordered: 'true' } }] });
});

test('The long paragraph stays where it is and the short one has moved', () => {
  const [short, long] = [paragraph('a', 'x'), paragraph('b', 'The harbour is closed because of the storm.')];
  assert.deepEqual(diff(story(short, long), story(long, short)), { placed: [{ id: 'a', parent: 'story', after: 'b' }] });
});

test('A paragraph that becomes a passage goes with its identity', () => {
  const before = story(paragraph('a', 'x'));
  const after = story({ id: 'q', kind: 'quotation', blocks: [{ ...paragraph('a', 'x'), kind: 'passage' }] });
  const change = diff(before, after);
  assert.equal(change.removed, undefined);
  assert.deepEqual(change.placed, [{ id: 'q', parent: 'story' }, { id: 'a', parent: 'q' }]);
  assert.deepEqual(apply(before, change), after);
});

test('What does not fit is refused', () => {
  const draft = story(paragraph('a', 'x'));
  assert.equal(apply(draft, { removed: ['b'] }), null);
  assert.equal(apply(draft, { blocks: [paragraph('b', 'x')] }), null);
  assert.equal(apply(draft, { placed: [{ id: 'a', parent: 'story', after: 'z' }] }), null);
  assert.equal(apply(draft, { placed: [{ id: 'a', parent: 'a' }] }), null);
});

test('Cells without a column and items without a list are not sound', () => {
  assert.ok(!isSound(story({ id: 't', kind: 'table', blocks: [{ id: 'r', kind: 'row', texts: { c: [] } }] })));
  assert.ok(!isSound(story({ id: 'i', kind: 'item' })));
  assert.ok(!isSound(story(paragraph('a', 'x'), { id: 'b', kind: 'byline' })));
});

test('Between any two of 3,000 pairs of drafts, the change gives the second', () => {
  const random = new Random(7);
  const drafts = new RandomDrafts(random);
  const edits = new RandomEdits(random, drafts, 'w');
  for (let round = 0; round < 3000; round++) {
    const before = drafts.story();
    const after = round % 3 === 0 ? drafts.story() : edits.edit(before, 1 + random.below(8));
    assert.deepEqual(apply(before, diff(before, after)), after);
    assert.deepEqual(apply(after, diff(after, before)), before);
  }
});
