import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quiet } from '../../src/paste/quiet';
import { readHtml } from '../../src/paste/read-html';
import { outline } from '../support/outline';
import { page } from '../support/browser';

page();
const cases: [html: string, expected: string][] = [
  ['<p style="x" class=y>a style="b"</p>', '<p data-style="x" class=y>a style="b"</p>'],
  ['<p\n STYLE = \'a>b\'onclick="x()"id=1>c', '<p\n data-style = \'a>b\'id=1>c'],
  ['<img src=x onerror=alert(1)/>', '<img src=x >'],
  ['a < b style="c" > d', 'a < b style="c" > d'],
  ['<!-- <p style="x"> --><b>', '<!-- <p style="x"> --><b>'],
  ['<style>p { content: "<p style=x>" }</STYLE><p style=y>', '<xmp>p { content: "<p style=x>" }</xmp><p data-style=y>'],
  ['<p data-x="style=1" title=\'on="2"\'>', '<p data-x="style=1" title=\'on="2"\'>'],
  ['<a href=x style', '<a href=x data-style'],
  ['<p style="never ends', '<p data-style="never ends'],
];
for (const [html, expected] of cases) test(`${JSON.stringify(html)} is read quietly`, () => assert.equal(quiet(html), expected));

test('Words that speak of styles and handlers stay', () => assert.equal(outline(readHtml('<p>Write &lt;p style="x" onclick="y"&gt; or style=z</p>')!), 'Write <p style="x" onclick="y"> or style=z\n'));

test('Very long and broken HTML is read in a moment', () => {
  const started = performance.now();
  for (const html of ['<a "'.repeat(500_000), '<'.repeat(2_000_000), '<p style="'.repeat(300_000), '<!--'.repeat(500_000), '<style>'.repeat(300_000), `<p ${'a=b '.repeat(500_000)}>`]) quiet(html);
  assert.ok(performance.now() - started < 20_000, `${performance.now() - started} ms`);
});
