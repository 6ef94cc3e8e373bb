import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOf, linesOf } from '../../src/counts/paper';
import { fits, soundPlaces } from '../../src/counts/places';
import { StoryCount } from '../../src/counts/story-count';
import { letters, readingMinutes, wordCounter } from '../../src/counts/words';
import { toDocument } from '../../src/wire/to-document';
import { paragraph, storyOf, text } from '../support/editing';

const words: [language: string, text: string, count: number][] = [
  ['en', 'The harbour isn’t open — yet.', 5], ['en', 'well-known 1,240 km', 3], ['en', '', 0], ['en', ' – … ', 0],
  ['fa', 'کتاب‌خانه باز می‌شود.', 3], ['ar', 'تفتح المكتبةُ، اليوم', 3], ['de', 'Die Brücke ist zu', 4], ['fr', 'l’eau monte\u202f!', 2],
];
for (const [language, content, count] of words) test(`“${content}” has ${count} words`, () => assert.equal(wordCounter(language)(content), count));

test('Chinese words are parted by a dictionary', () => {
  const count = wordCounter('zh')('图书馆九点开放。');
  assert.ok(count > 1 && count < 8);
});

test('Letters are counted as people see them', () => assert.deepEqual(['Rain', 'café', 'cafe\u0301', 'می\u200cشود', '👩‍🚒', 'كِتاب', '图书'].map(letters), [4, 4, 4, 5, 1, 4, 2]));

test('Reading takes minutes by the language, and never none', () => {
  assert.deepEqual([0, 10, 1_190].map(count => readingMinutes({ words: count, ideographs: 0 }, 'en')), [0, 1, 5]);
  assert.equal(readingMinutes({ words: 1_000, ideographs: 1_900 }, 'zh'), 5);
});

const story = toDocument({ ...storyOf(
  { id: 'h', kind: 'heading', texts: text('At sea') }, paragraph('a', 'One two three'), { id: 'f', kind: 'fence', texts: text('a note to the desk') },
  { id: 'p', kind: 'picture', texts: { caption: [{ text: 'The bridge' }], credit: [{ text: 'Ines' }], alt: [{ text: 'a bridge' }] } }, { id: 'topic', kind: 'topic', texts: text('Weather') },
), texts: { headline: [{ text: 'Rain on the bridge' }] } });

test('The words of the body are counted, and neither notes to the desk nor what is not read there', () => assert.equal(new StoryCount('en', null).of(story)!.words, 7));

test('Selected words are counted, in parts of paragraphs too', () => {
  const count = new StoryCount('en', null);
  let start = 0;
  story.descendants((node, pos) => { if (node.textContent === 'One two three') start ||= pos + 1; });
  assert.equal(count.between(story, start, start + 7), 2);
  assert.equal(count.between(story, start - 1, start + 14), 3);
});

test('Twenty thousand words are counted in turns that nobody feels', () => {
  const long = toDocument(storyOf(...Array.from({ length: 400 }, (_, index) => paragraph(`p${index}`, `${'The ferry leaves the harbour, and کتاب‌خانه باز می‌شود. '.repeat(6)}${index}`))));
  const count = new StoryCount('en', columnOf('44mm 9.2pt'));
  let longest = 0;
  let amount = null;
  for (let turns = 0; !amount && turns < 2_000; turns++) {
    const started = performance.now();
    amount = count.of(long, 6);
    longest = Math.max(longest, performance.now() - started);
  }
  assert.equal(amount!.words, 400 * (6 * 9 + 1));
  assert.ok(longest < 300, `${longest} ms`);
  const again = performance.now();
  count.of(long);
  assert.ok(performance.now() - again < 60);
});

test('Headlines are measured against their places', () => {
  const places = soundPlaces([{ name: 'Front', field: 'headline', most: 12 }, { name: 'Push', most: 90 }, { name: 3 }, null, { name: 'x', field: 'body', most: 1 }]);
  assert.deepEqual(fits(story, places).map(fit => [fit.name, fit.letters, fit.most]), [['Front', 18, 12], ['Push', 18, 90]]);
});

test('Lines on paper grow with the words and shrink with the column', () => {
  const column = columnOf('44mm 9.2pt')!;
  assert.ok(Math.abs(column.ems - 13.56) < 0.01);
  const line = 'The ferry leaves the harbour at ten and ';
  assert.ok(linesOf(line, column) >= 1 && linesOf(line, column) <= 2);
  assert.ok(linesOf(line.repeat(10), column) >= 11 && linesOf(line.repeat(10), column) <= 15);
  assert.equal(linesOf('图'.repeat(27), column), 3);
  assert.equal(linesOf('x'.repeat(1_000_00), column) > 100, true);
  assert.equal(linesOf('', column), 0);
  assert.deepEqual([undefined, '', '44mm', '0mm 9pt', '44mm 0pt', 'x'].map(columnOf), [null, null, null, null, null, null]);
});
