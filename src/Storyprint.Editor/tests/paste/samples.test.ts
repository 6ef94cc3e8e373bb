import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { page } from '../support/browser';
import { outline } from '../support/outline';
import { readHtml } from '../../src/paste/read-html';

const folder = join(process.cwd(), 'tests', 'paste', 'samples');
page();

for (const file of readdirSync(folder).filter(name => name.endsWith('.html'))) {
  test(`What was copied as in ${file} is pasted as ${file.replace('.html', '.txt')} says`, () => {
    const found = outline(readHtml(readFileSync(join(folder, file), 'utf8'), 'https://news.example.org')!);
    const expected = join(folder, file.replace('.html', '.txt'));
    if (process.env.WRITE_SAMPLES && !existsSync(expected)) writeFileSync(expected, found);
    assert.equal(found, readFileSync(expected, 'utf8'));
  });
}
