import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf, rangeOf } from '../../src/comments/anchor';
import { toDocument } from '../../src/wire/to-document';

const doc = toDocument({
  id: 'story', kind: 'story', texts: { headline: [{ text: 'The harbour gates' }] },
  blocks: [
    { id: 'p1', kind: 'paragraph', texts: { text: [{ text: 'The gates open on Monday, and on Monday only.' }] } },
    { id: 'q1', kind: 'pullquote', texts: { text: [{ text: 'They are old.' }], speaker: [{ text: 'The engineer' }] } },
    { id: 't1', kind: 'table', blocks: [{ id: 'c1', kind: 'column' }, { id: 'c2', kind: 'column' }, { id: 'r1', kind: 'row', texts: { c1: [{ text: 'Day' }], c2: [{ text: 'Monday' }] } }] },
    { id: 'x1', kind: 'picture', texts: { caption: [{ text: 'The old gates' }], credit: [{ text: 'Maud Ferrier' }] } },
  ],
});

function chosen(words: string): { from: number; to: number } {
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0 && !found) found = { from: position + 1 + at, to: position + 1 + at + words.length };
  });
  return found!;
}

for (const [words, block, name] of [
  ['harbour', 'story', 'headline'], ['open on', 'p1', 'text'], ['are old', 'q1', 'text'], ['engineer', 'q1', 'speaker'], ['Day', 'r1', 'c1'], ['old gates', 'x1', 'caption'], ['Ferrier', 'x1', 'credit'],
] as const) {
  test(`a comment on “${words}” says where it stands and finds it again`, () => {
    const range = chosen(words);
    const anchor = anchorOf(doc.resolve(range.from), doc.resolve(range.to))!;
    assert.deepEqual([anchor.block, anchor.name, anchor.quote], [block, name, words]);
    assert.deepEqual(rangeOf(doc, anchor), range);
  });
}

test('of words that stand twice the nearest are meant, and words that are gone are nowhere', () => {
  const first = rangeOf(doc, { block: 'p1', name: 'text', offset: 20, quote: 'Monday' })!;
  const second = rangeOf(doc, { block: 'p1', name: 'text', offset: 40, quote: 'Monday' })!;
  assert.ok(second.from > first.from);
  assert.equal(rangeOf(doc, { block: 'p1', name: 'text', offset: 0, quote: 'Tuesday' }), null);
  assert.equal(rangeOf(doc, { block: 'gone', name: 'text', offset: 0, quote: 'Monday' }), null);
});

test('words of two texts have no one place', () => {
  const [one, other] = [chosen('open on'), chosen('are old')];
  assert.equal(anchorOf(doc.resolve(one.from), doc.resolve(other.to)), null);
});
