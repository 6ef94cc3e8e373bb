import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { droppedSentence } from '../../src/paste/dropped';
import { createText } from '../../src/writing/texts';

const read = (language: string) => JSON.parse(readFileSync(join(process.cwd(), '..', 'Storyprint.NewsroomPages', 'Texts', `${language}.json`), 'utf8')) as Record<string, string | Record<string, string>>;

test('A text has its values, the figures of its language, and the plural form of a number', () => {
  const texts = { 'a': '{0} in {1}', 'b#one': '{0} boat', 'b#other': '{0} boats', 'c': { one: '{0} قایق', other: '{0} قایق‌ها' } };
  assert.equal(createText(texts, 'en')('a', 'Rain', 'May'), 'Rain in May');
  assert.equal(createText(texts, 'en').count('b', 1), '1 boat');
  assert.equal(createText(texts, 'en').count('b', 1_200), '1,200 boats');
  assert.equal(createText(texts, 'fa').count('c', 3), '۳ قایق‌ها');
});

test('A name of the other direction of writing is kept apart, and a value with braces is only a value', () => {
  assert.equal(createText({ a: '{0} هست' }, 'fa')('a', 'Ines'), '\u2068Ines\u2069 هست');
  assert.equal(createText({ a: '{0}, {1}' }, 'en')('a', '{1}', 'x'), '{1}, x');
});

test('What was left out of a paste is one sentence', () => {
  const dropped = { dropped: new Map([['video', 2], ['form', 1]] as const), cut: false };
  assert.equal(droppedSentence(dropped, createText(read('en'), 'en')), '2 videos and 1 form were left out.');
  assert.equal(droppedSentence({ dropped: new Map([['column', 1]] as const), cut: true }, createText(read('en'), 'en')), 'It was too long for one story: only its beginning was taken. 1 column was left out.');
  assert.equal(droppedSentence({ dropped: new Map(), cut: false }, createText(read('en'), 'en')), null);
});

// A key without words is otherwise seen by whoever opens the panel.
test('Every text that the editor names is there, in English and Persian', () => {
  const folder = join(process.cwd(), 'src');
  const source = readdirSync(folder, { recursive: true }).map(String).filter(file => file.endsWith('.ts')).map(file => readFileSync(join(folder, file), 'utf8')).join('\n');
  const named = [...source.matchAll(/['"`](editor\.[a-z][\w.-]*)['"]/g)].map(([, key]) => key!);
  const families: Record<string, readonly string[]> = {
    'editor.check.': [...readFileSync(join(folder, 'guards', 'checks.ts'), 'utf8').matchAll(/(?:what: '|finding\(')([a-z-]+)'/g)].map(([, kind]) => kind!).concat(['link-unsafe', 'link-inside', 'link-other-place', 'link-no-words']),
    'editor.letter.': [...source.matchAll(/'\\u[0-9a-f]{4}': \['([a-z-]+)'/g)].map(([, name]) => name!),
    'editor.table.': [...source.matchAll(/tool\('([a-z-]+)'/g)].map(([, name]) => name!).concat(['align-unset', 'align-left', 'align-centre', 'align-right']),
    'editor.': ['bylines', 'bylines.add', 'topics', 'topics.add'],
    'editor.paste.': ['video', 'sound', 'form', 'picture', 'frame', 'remark', 'deletion', 'column'],
  };
  const all = new Set([...named, ...Object.entries(families).flatMap(([family, names]) => names.map(name => family + name))].filter(key => !key.endsWith('.')));
  assert.ok(all.size > 100);
  for (const language of ['en', 'fa']) {
    const texts = read(language);
    assert.deepEqual([...all].filter(key => !(key in texts)), [], language);
  }
});
