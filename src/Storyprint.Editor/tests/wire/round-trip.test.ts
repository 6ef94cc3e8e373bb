import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDocument } from '../../src/wire/from-document';
import { toDocument } from '../../src/wire/to-document';
import type { Block } from '../../src/wire/types';
import { RandomDrafts } from '../support/drafts';
import { Random } from '../support/random';

const at = '2026-11-22T09:00:00.0000000+00:00';
const stamp = { who: 'Ines', at };

function comesBack(story: Block): void {
  const doc = toDocument(story);
  doc.check();
  assert.deepEqual(fromDocument(doc), story);
}

const story = (...blocks: Block[]): Block => ({ id: 'story', kind: 'story', texts: { headline: [{ text: 'The bridge opens in May' }] }, values: { language: 'en', section: 'city' }, blocks });

for (const [name, block] of Object.entries<Block>({
  'a byline': { id: 'a', kind: 'byline', texts: { text: [{ text: 'Sara Lind' }] } },
  'a paragraph': { id: 'a', kind: 'paragraph', origin: 'z', texts: { text: [{ text: 'It opens in ' }, { text: 'May', emphasis: ['strong'], link: '/news/1125546' }, { text: '.' }] } },
  'a paragraph of several lines': { id: 'a', kind: 'paragraph', texts: { text: [{ text: 'Rain.\nWind.\tSun.\n' }] } },
  'all emphasis at once': { id: 'a', kind: 'paragraph', texts: { text: [{ text: 'x', emphasis: ['italic', 'strong', 'code', 'superscript', 'subscript'], link: 'tel:12', was: 'ab12' }] } },
  'neighbours that an import told apart': { id: 'a', kind: 'paragraph', texts: { text: [{ text: 'one', was: 'ab' }, { text: 'two', was: 'cd' }] } },
  'a choice of words': { id: 'a', kind: 'paragraph', texts: { text: [{ text: 'in ' }, { choice: [{ text: [{ text: 'June', emphasis: ['italic'] }], ...stamp }, { text: [], ...stamp, who: 'رضا' }] }] } },
  'a heading without a level': { id: 'a', kind: 'heading', texts: { text: [{ text: 'پل' }] } },
  'a heading of the third level': { id: 'a', kind: 'heading', values: { level: '3' }, choices: [{ name: 'level', options: [{ ...stamp }, { value: '2', ...stamp }] }] },
  'a quotation without a speaker': { id: 'a', kind: 'quotation', blocks: [{ id: 'b', kind: 'passage', texts: { text: [{ text: 'We wait.' }] } }] },
  'a quotation whose speaker is empty': { id: 'a', kind: 'quotation', texts: { speaker: [] } },
  'a pull quote': { id: 'a', kind: 'pullquote', texts: { text: [{ text: 'We wait.' }], speaker: [{ text: 'The mayor' }] } },
  'a list in a list': { id: 'a', kind: 'list', values: { ordered: 'true' }, blocks: [{ id: 'b', kind: 'item', values: { depth: '0' } }, { id: 'c', kind: 'item', values: { depth: '1', ordered: 'false', number: '-3' }, texts: { text: [{ text: 'x' }] }, removal: stamp }] },
  'a list without items': { id: 'a', kind: 'list' },
  'a table': {
    id: 'a', kind: 'table', values: { aligned: 'true' }, texts: { caption: [] },
    blocks: [{ id: 'c1', kind: 'column', values: { align: 'End' }, removal: stamp }, { id: 'c2', kind: 'column' }, { id: 'h', kind: 'head', texts: { c1: [{ text: 'Year' }], c2: [] } }, { id: 'r', kind: 'row', origin: 'q', texts: { c2: [{ text: '1900', emphasis: ['strong'] }] } }],
  },
  'a table of nothing': { id: 'a', kind: 'table' },
  'a table with a head and no rows': { id: 'a', kind: 'table', blocks: [{ id: 'c', kind: 'column' }, { id: 'h', kind: 'head', texts: { c: [{ text: 'x' }] } }] },
  'a picture': { id: 'a', kind: 'picture', texts: { caption: [{ text: 'The harbour' }], credit: [{ text: 'L. Berg' }] }, values: { file: 'x 1600x900', address: '/media/a', focus: '0.5 0.25' } },
  'an embed': { id: 'a', kind: 'embed', texts: { title: [] }, values: { address: 'https://example.org/' } },
  'a break': { id: 'a', kind: 'break', removal: stamp },
  'a note to the desk': { id: 'a', kind: 'fence', texts: { text: [{ text: 'Ask the harbour master.' }] } },
  'a topic': { id: 'a', kind: 'topic', texts: { text: [{ text: 'Bridges' }] } },
  'a correction': { id: 'a', kind: 'note', texts: { text: [{ text: 'It opens in June.' }], said: [], says: [{ text: 'June' }] }, values: { at, note: 'Correction' } },
  'a picture with how it was made': { id: 'a', kind: 'picture', values: { file: 'x 1600x900', made: 'digitalCapture' } },
  'a fact box': { id: 'a', kind: 'factbox', texts: { title: [{ text: 'The bridge' }] }, blocks: [{ id: 'b', kind: 'fact', texts: { text: [{ text: '240 metres', emphasis: ['strong'] }] } }, { id: 'c', kind: 'fact', values: { item: 'true' }, origin: 'b' }, { id: 'd', kind: 'fact', values: { item: 'false' } }] },
  'a fact box of nothing': { id: 'a', kind: 'factbox' },
  'a question without an answer': { id: 'a', kind: 'question', texts: { question: [{ text: 'چه زمانی باز می‌شود؟' }] } },
  'a question whose words two people changed': { id: 'a', kind: 'question', texts: { question: [{ choice: [{ text: [{ text: 'When' }], ...stamp }, { text: [], ...stamp }] }] }, blocks: [{ id: 'b', kind: 'passage', texts: { text: [{ text: 'In May.', link: '/news/7' }] } }] },
  'related stories': { id: 'a', kind: 'related', blocks: [{ id: 'b', kind: 'relatedstory', texts: { text: [{ text: 'Rain' }] }, values: { code: '1125546' } }, { id: 'c', kind: 'relatedstory', removal: stamp }] },
  'no related stories yet': { id: 'a', kind: 'related' },
  'a correction of an older story': { id: 'a', kind: 'corrects', texts: { text: [{ text: 'Rain' }] }, values: { code: '1125546' }, choices: [{ name: 'code', options: [{ value: '7', ...stamp }, { ...stamp }] }] },
  'a gallery': { id: 'a', kind: 'gallery', texts: { caption: [{ text: 'The harbour' }] }, blocks: [{ id: 'b', kind: 'picture', texts: { alt: [{ text: 'Boats' }] }, values: { file: 'x 16x9', focus: '0 1', made: 'print' } }, { id: 'c', kind: 'picture', removal: stamp }] },
  'a gallery of nothing': { id: 'a', kind: 'gallery' },
  'a sound': { id: 'a', kind: 'media', texts: { title: [{ text: 'Bells' }], transcript: [{ text: 'One.\nTwo.', emphasis: ['italic'] }] }, values: { type: 'audio', file: 'x 48213 audio/mpeg bells.mp3', seconds: '61', made: 'digitalCapture' } },
  'a document': { id: 'a', kind: 'document', texts: { title: [{ text: 'The plan' }] }, values: { file: 'x 48213 application/pdf plan.pdf', address: 'https://example.org/plan.pdf' } },
  'a gallery of a later version': { id: 'a', kind: 'gallery', blocks: [{ id: 'b', kind: 'picture', blocks: [{ id: 'c', kind: 'hotspot' }] }] },
  'a kind of a later version': { id: 'a', kind: 'chart', texts: { title: [{ text: 'Rain' }] }, blocks: [{ id: 'b', kind: 'series' }] },
  'a list of a later version': { id: 'a', kind: 'list', blocks: [{ id: 'b', kind: 'item' }, { id: 'c', kind: 'task', texts: { text: [{ text: 'Call' }] } }] },
  'a kind with the name of something else': { id: 'a', kind: 'constructor' },
  'an item that stands alone': { id: 'a', kind: 'item', texts: { text: [{ text: 'x' }] } },
})) {
  test(`What goes in comes out: ${name}`, () => comesBack(story(block)));
}

test('A story without words and blocks has a paragraph to write in, and sends none', () => {
  const empty: Block = { id: 'story', kind: 'story' };
  assert.equal(toDocument(empty).lastChild!.type.name, 'paragraph');
  comesBack(empty);
});

test('What stands beside the story comes back', () => comesBack({
  id: 'story', kind: 'story', values: { label: 'analysis', made: 'humanEdits', section: 'city' }, choices: [{ name: 'label', options: [{ value: 'opinion', ...stamp }, { ...stamp }] }],
  texts: { searchHeadline: [{ text: 'Bridge opens' }], socialHeadline: [{ choice: [{ text: [{ text: 'Soon' }], ...stamp }, { text: [], ...stamp }] }], paperHeadline: [{ text: 'پل' }], warning: [{ text: 'Storm' }], sources: [{ text: 'Harbour office\n' }, { text: 'Report', link: 'https://example.org/' }] },
}));

test('Values that have no place are kept', () => comesBack({ id: 'story', kind: 'story', origin: 'x', values: { language: 'fa', later: 'yes' }, texts: { later: [{ text: 'x' }] }, choices: [{ name: 'section', options: [{ value: 'a', ...stamp }, { ...stamp }] }] }));

test('2,000 random drafts come back as they were', () => {
  const drafts = new RandomDrafts(new Random(20261128));
  for (let round = 0; round < 2000; round++) comesBack(drafts.story());
});
