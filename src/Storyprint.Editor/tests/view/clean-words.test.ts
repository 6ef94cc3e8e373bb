import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDocument } from '../../src/wire/from-document';
import { unwantedIn } from '../../src/view/clean-words';
import { paragraph, storyOf, text } from '../support/editing';
import { cursorBehind, openView } from '../support/open-view';

const cleaned = (words: string): string => {
  let result = words;
  for (const { from, to } of unwantedIn(words).reverse()) result = result.slice(0, from) + result.slice(to);
  return result;
};

test('Signs that the server refuses are taken out, and all others stay', () => {
  for (const kept of ['Rain\nand\twind', 'می‌شود', 'e\u0301', '👩‍🚒', '\u00ad\u200e\u2069', 'व्यक्ति', 'שָׁלוֹם', '\ufeff']) assert.equal(cleaned(kept), kept);
  for (const bad of ['\u0000', '\u0007', '\r', '\u007f', '\u0085', '\ufffc', '\ufdd1', '\ufffe', '\ud83d', '\ude00']) assert.equal(cleaned(`a${bad}b`), 'ab', JSON.stringify(bad));
  assert.equal(cleaned(`a${'\u0301'.repeat(500)}b`), `a${'\u0301'.repeat(30)}b`);
});

test('Written between words they go, and the words stay; one undo takes back both', () => {
  const view = openView(storyOf(paragraph('a', 'Rain')));
  cursorBehind(view, 'Rain');
  view.dispatch(view.state.tr.insertText(' and\u0007 wind\ufffc'));
  assert.deepEqual(fromDocument(view.state.doc).blocks, [{ id: 'a', kind: 'paragraph', texts: text('Rain and wind') }]);
});
