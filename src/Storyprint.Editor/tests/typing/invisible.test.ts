import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invisibles, toggleInvisibles } from '../../src/typing/invisibles';
import { nonJoinerKeys } from '../../src/typing/zwnj';
import { createText } from '../../src/writing/texts';
import { Live } from '../support/live';

const keys = [{ code: 'Digit2', key: '@', ctrlKey: true, shiftKey: true }, { code: 'Space', key: ' ', shiftKey: true }];
for (const key of keys) {
  test(`${key.code} puts a non-joiner between Persian letters, and never two`, () => {
    const live = new Live('می', [nonJoinerKeys('fa')]);
    assert.ok(live.key(key.key, key) && live.key(key.key, key));
    assert.equal(live.type('شود').words, 'می\u200cشود');
  });
}

test('Shift-Space is a space in English', () => assert.equal(new Live('a', [nonJoinerKeys('en')]).key(' ', keys[1]), false));

for (const words of ['می ', 'می…', '', 'می.']) {
  test(`A non-joiner behind “${words}” is none`, () => {
    const live = new Live(words, [nonJoinerKeys('fa')]);
    live.key('@', keys[0]);
    assert.equal(live.words, words);
  });
}

const shown = (live: Live): string[] => [...live.view.dom.querySelectorAll<HTMLElement>('.invisible')].map(element => `${element.title}:${element.dataset.sign}`);
const text = createText({ 'editor.letter.zwnj': 'zero-width non-joiner', 'editor.letter.nbsp': 'no-break space', 'editor.letter.rlm': 'right-to-left mark' }, 'en');

test('Invisible letters are drawn with their names while one asks for it, also those that are typed then', () => {
  const live = new Live('می\u200cشود 4\u00a0km', invisibles(text));
  assert.deepEqual(shown(live), []);
  toggleInvisibles(live.view.state, live.view.dispatch);
  assert.deepEqual(shown(live), ['zero-width non-joiner:¦', 'no-break space:°']);
  live.type('\u200f');
  live.key('Enter');
  live.type('a\u00a0');
  assert.deepEqual(shown(live).slice(2), ['right-to-left mark:⇤', 'no-break space:°']);
  live.key('Backspace');
  toggleInvisibles(live.view.state, live.view.dispatch);
  assert.deepEqual(shown(live), []);
});
