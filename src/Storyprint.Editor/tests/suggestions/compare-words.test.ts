import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from 'prosemirror-model';
import { compareWords, type Difference } from '../../src/suggestions/compare-words';
import { toNode } from '../../src/wire/to-document';
import type { Run } from '../../src/wire/types';

const node = (...runs: (string | Run)[]): Node => toNode({ id: 'p', kind: 'paragraph', texts: { text: runs.map(run => (typeof run === 'string' ? { text: run } : run)) } });
const short = ({ from, to, out, in: put, isMarks }: Difference): string => `${from}-${to} ${isMarks ? '~' : ''}${out ? `-${out}` : ''}${put && !isMarks ? `+${put}` : ''}`;
const differences = (before: Node[], now: Node[]): string[][] => compareWords(before, now).map(found => found.map(short));

test('a word that was replaced is taken out and put in at its place', () => {
  assert.deepEqual(differences([node('The bridge opens in May.')], [node('The bridge opens in June.')]), [['20-24 -May+June']]);
  assert.deepEqual(differences([node('پل کهنه باز می‌شود')], [node('پل نو باز می‌شود')]), [['3-5 -کهنه+نو']]);
});

test('two words that were replaced with the space between them are one change', () => {
  assert.deepEqual(differences([node('It opens next week at noon.')], [node('It opens this month at noon.')]), [['9-19 -next week+this month']]);
});

test('words that were put in or taken out leave the others as they are', () => {
  assert.deepEqual(differences([node('The bridge opens.')], [node('The old bridge opens.')]), [['4-8 +old ']]);
  assert.deepEqual(differences([node('The old bridge opens.')], [node('The bridge opens.')]), [['4-4 -old ']]);
  assert.deepEqual(differences([node('The bridge')], [node()]), [['0-0 -The bridge']]);
});

test('other emphasis of the same words is told apart from other words', () => {
  assert.deepEqual(differences([node('It opens on Monday.')], [node('It opens on ', { text: 'Monday', emphasis: ['strong'] }, '.')]), [['12-18 ~']]);
  assert.deepEqual(differences([node('one two three')], [node({ text: 'one two', emphasis: ['italic'] }, ' three')]), [['0-7 ~']]);
});

test('a block that was split is one text with what was split from it', () => {
  assert.deepEqual(differences([node('It opens in May. After repairs.')], [node('It opens in May.'), node('After repairs.')]), [[], ['0-0 - +¶ ']]);
  assert.deepEqual(differences([node('It opens.'), node('After repairs.')], [node('It opens. After repairs.')]), [['9-10 - ¶ + ']]);
});

test('a text of which hardly a word is left is replaced as a whole', () => {
  const before = node('The library opens at nine in the morning on every day of the week except on Monday.');
  const [found] = differences([before], [node('A storm broke two masts at sea, and the boats of the harbour stayed in on that day.')]);
  assert.ok(found.length < 4, found.join(' | '));
});

test('what stands to choose is compared as one sign', () => {
  const choice: Run = { choice: [{ text: [{ text: 'four' }], who: 'Ines', at: '2026-11-22T09:00:00Z' }, { text: [{ text: 'five' }], who: 'Omid', at: '2026-11-22T09:00:00Z' }] };
  assert.deepEqual(differences([node('It costs ', choice, ' euros.')], [node('It costs ', choice, ' pounds.')]), [['11-17 -euros+pounds']]);
  assert.deepEqual(differences([node('It costs ', choice, ' euros.')], [node('It costs four euros.')]), [['9-13 -four / five+four']]);
});
