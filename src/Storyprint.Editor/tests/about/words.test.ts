import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spliceOf, typedInto, typedSince, withLinks } from '../../src/about/words';
import type { WordsRun } from '../../src/wire/types';

const sources: WordsRun[] = [{ text: 'Harbour office\n' }, { text: 'Report', link: 'https://example.org/report' }, { text: ', ' }, { text: 'May', emphasis: ['italic'], was: 'ab' }];

test('What is typed into a plain field leaves links and emphasis of all other words', () => {
  assert.deepEqual(typedInto(sources, 'The harbour office\nReport, May'), [{ text: 'The harbour office\n' }, ...sources.slice(1)]);
  assert.deepEqual(typedInto(sources, 'Harbour office\nReport, May, June'), [...sources, { text: ', June' }]);
  assert.deepEqual(typedInto(sources, 'Harbour office\nReply, May')[1], { text: 'Reply', link: 'https://example.org/report' });
  assert.deepEqual(typedInto(sources, ''), []);
  assert.deepEqual(typedInto(sources, 'Harbour office\nReport, May'), sources);
});

test('A letter of two halves is never parted', () => {
  assert.deepEqual(spliceOf('a😀b', 'a😁b'), { from: 1, to: 3, words: '😁' });
  assert.deepEqual(typedInto([{ text: 'a' }, { text: '😀', emphasis: ['strong'] }], 'a😁'), [{ text: 'a' }, { text: '😁', emphasis: ['strong'] }]);
});

test('Lines that another person added stand beside what is typed', () => {
  const theirs = [...sources, { text: '\nLibrary' }];
  assert.deepEqual(typedSince(sources, theirs, 'The harbour office\nReport, May'), [{ text: 'The harbour office\n' }, ...sources.slice(1), { text: '\nLibrary' }]);
});

test('Addresses that were typed become links, without the sign behind them, and only where they may be followed', () => {
  assert.deepEqual(withLinks([{ text: 'See https://example.org/a.\nکتابخانه (https://example.org/ب)، then' }]), [
    { text: 'See ' }, { text: 'https://example.org/a', link: 'https://example.org/a' }, { text: '.\nکتابخانه (' }, { text: 'https://example.org/ب', link: 'https://example.org/ب' }, { text: ')، then' },
  ].map(run => (run.link ? { ...run, link: new URL(run.link).href } : run)));
  assert.deepEqual(withLinks(sources), sources);
});
