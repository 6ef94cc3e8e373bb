import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schema } from '../../src/schema/schema';
import { isChecked, wordsOf } from '../../src/spelling/words';

const paragraph = (...parts: (string | [string, string])[]) => schema.nodes.paragraph.create(null, parts.map(part => (typeof part === 'string' ? schema.text(part) : schema.text(part[0], [schema.marks[part[1]].create(part[1] === 'link' ? { href: '/news/1' } : {})]))));
const words = (node: ReturnType<typeof paragraph>) => wordsOf(node).map(({ word }) => word);

test('words are looked up, and what is none is not', () => {
  assert.deepEqual(words(paragraph("The engineer's lamp, a NASA report of 2019 and B12x: don’t wait.")), ['The', "engineer's", 'lamp', 'report', 'of', 'and', "don't", 'wait']);
});

test('offsets lead to the words', () => {
  const node = paragraph('The lihgthouse shines.');
  const { from, to } = wordsOf(node)[1]!;
  assert.equal(node.textContent.slice(from, to), 'lihgthouse');
});

test('what somebody said, code and links are left as they are', () => {
  assert.deepEqual(words(paragraph('He said “ain’t no lihgt” and ', ['runn', 'code'], ' the ', ['lnik', 'link'], ' again.')), ['He', 'said', 'and', 'the', 'again']);
  assert.ok(!isChecked(schema.nodes.passage.create(), null));
  assert.ok(isChecked(schema.nodes.paragraph.create(), null));
});

test('a half space is part of a Persian word, and not its end', () => {
  assert.deepEqual(words(paragraph('کتاب\u200cها می\u200cآیند\u200c.')), ['کتاب\u200cها', 'می\u200cآیند']);
});
