import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownEntries } from '../../src/menu/entries';
import { schema } from '../../src/schema/schema';
import { ownTools } from '../../src/toolbar/tools';
import { asides, kinds, storyValues } from '../../src/wire/kinds';
import { textsOf } from '../support/texts';

const sources = join(process.env.STORYPRINT_TEXTS!, '..', '..', 'Storyprint.Editor', 'src');
const named = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  .flatMap(file => [...readFileSync(join(sources, file), 'utf8').matchAll(/'(editor\.[a-z][\w.-]*\w)'/g)].map(match => match[1]));
const made = [
  ...ownEntries().map(entry => `editor.block.${entry.key}`), ...['picture', 'embed', 'about', 'gallery', 'gallery-of', 'file', 'related', 'corrects'].map(key => `editor.block.${key}`), ...asides.map(name => `editor.place.${name}`), ...['about', 'blocks', 'picture', 'link', 'invisibles', 'find', 'zwnj', ...ownTools().map(tool => tool.key)].map(key => `editor.tool.${key}`),
  ...Object.keys(schema.nodes).filter(name => !['doc', 'text', 'choice', 'words', 'cell'].includes(name)).map(name => `editor.part.${name}`),
  ...['ended', 'ending'].map(state => `editor.rights.${state}`),
  ...[...new Set([...Object.values(kinds), { values: storyValues }].flatMap(kind => Object.keys(kind.values ?? {})))].map(name => `editor.value.${name}`),
];

test('Every text that the editor names is there, in every language', () => {
  for (const language of ['en', 'fa']) {
    const texts = textsOf(language);
    assert.deepEqual([...new Set([...named, ...made])].filter(key => !(key in texts)), [], language);
  }
});
