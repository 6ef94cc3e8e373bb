import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typingRules } from '../../src/typing/languages';
import { smartTyping } from '../../src/typing/plugin';
import { Live } from '../support/live';

const typed = (language: string, words: string, asks = false): string => new Live('', [smartTyping(typingRules(language, asks))]).type(words).words;

const cases: [language: string, typed: string, expected: string][] = [
  ['en', '"The harbour," she said, "isn\'t \'open\'."', '“The harbour,” she said, “isn’t ‘open’.”'],
  ['en', '("rain")', '(“rain”)'],
  ['en', 'the \'90s and \'tis late', 'the ’90s and ’tis late'],
  ['en', 'rain--and wind -- and snow', 'rain—and wind — and snow'],
  ['en', 'pages 10--12', 'pages 10–12'],
  ['en', 'a --- b', 'a —- b'],
  ['en', 'so...', 'so…'],
  ['en', 'a 5" pipe, 6\'', 'a 5" pipe, 6\''],
  ['en', '"It rose by 5"', '“It rose by 5”'],
  ['en', 'see https://example.org/a--b?x="1"...', 'see https://example.org/a--b?x="1"...'],
  ['en', 'mail a\'b@example.org', 'mail a’b@example.org'],
  ['en', 'up ../..', 'up ../..'],
  ['de', 'Er sagte: "Die \'Brücke\' ist zu" -- gut', 'Er sagte: „Die ‚Brücke‘ ist zu“ – gut'],
  ['de', 'Geht\'s?', 'Geht’s?'],
  ['fr', '"Bonjour", dit-elle : l\'eau monte !', '«\u202fBonjour\u202f», dit-elle\u202f: l’eau monte\u202f!'],
  ['fr', 'Quoi?! A 9:30; http://example.org', 'Quoi\u202f?! A 9:30\u202f; http://example.org'],
  ['fr', '" Bonjour " et « bonsoir »', '«\u202fBonjour\u202f» et «\u202fbonsoir\u202f»'],
  ['fr', '«Oui.», dit-il', '«\u202fOui.\u202f», dit-il'],
  ['ar', '"الجسر"', '«الجسر»'],
  ['fa', 'پل, "باز" است? 1,200', 'پل, "باز" است? 1,200'],
  ['fa', 'شهر...', 'شهر…'],
  ['zh', '图书馆"九点"开放', '图书馆"九点"开放'],
  ['xx', 'a "b"', 'a "b"'],
];
for (const [language, words, expected] of cases) test(`In ${language}, ${words} becomes ${expected}`, () => assert.equal(typed(language, words), expected));

test('In Persian the signs are of its writing where the newsroom asks for them, and never in figures', () =>
  assert.equal(typed('fa', 'پل, "باز" است? بله; 1,200 و ۱,۲۰۰ و BBC, CNN', true), 'پل، «باز» است؟ بله؛ 1,200 و ۱,۲۰۰ و BBC, CNN'));

test('One undo gives back what was typed, and not more', () => {
  const live = new Live('', [smartTyping(typingRules('en', false))]).type('a "b');
  assert.equal(live.words, 'a “b');
  live.key('z', { ctrlKey: true });
  live.key('z', { ctrlKey: true });
  assert.equal(live.words, 'a "');
});

test('Backspace right after gives back what was typed, and the next one deletes it', () => {
  const live = new Live('', [smartTyping(typingRules('en', false))]).type('so...');
  live.key('Backspace');
  assert.equal(live.words, 'so...');
  assert.equal(live.type('x').words, 'so...x');
});

test('Backspace after the caret has moved deletes as ever', () => {
  const live = new Live('', [smartTyping(typingRules('en', false))]).type('so...');
  live.put(live.view.state.selection.from - 1).end();
  assert.equal(live.key('Backspace'), false);
});

test('Code stays as it is typed', () => {
  const live = new Live({ id: 'story', kind: 'story', blocks: [{ id: 'a', kind: 'paragraph', texts: { text: [{ text: 'a=;', emphasis: ['code'] }] } }] }, [smartTyping(typingRules('en', false))]);
  live.put(live.view.state.selection.from - 1).type('"b"--');
  assert.equal(live.words, 'a="b"--;');
});

test('Code that is begun by its key goes on until the key is pressed again', () => {
  const live = new Live('', [smartTyping(typingRules('en', false))]);
  live.key('e', { ctrlKey: true });
  live.type('a="b"');
  live.key('e', { ctrlKey: true });
  live.type(' "c"');
  assert.deepEqual(live.view.state.selection.$from.parent.children.map(node => [node.text, node.marks.length]), [['a="b"', 1], [' “c”', 0]]);
});

test('Emphasis that was just chosen stays chosen', () => {
  const live = new Live('', [smartTyping(typingRules('en', false))]);
  live.key('b', { ctrlKey: true });
  live.type('"a"');
  assert.deepEqual(live.view.state.selection.$from.parent.firstChild!.marks.map(mark => mark.type.name), ['strong']);
  assert.equal(live.view.state.selection.$from.parent.childCount, 1);
});
