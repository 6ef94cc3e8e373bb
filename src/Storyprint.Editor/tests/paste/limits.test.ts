import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeAddress } from '../../src/paste/address';
import { insertPasted } from '../../src/paste/insert';
import type { Pasted } from '../../src/paste/pasted';
import { readHtml } from '../../src/paste/read-html';
import { readText } from '../../src/paste/read-text';
import { page } from '../support/browser';
import { Editing, paragraph, storyOf } from '../support/editing';
import { outline } from '../support/outline';
import { assertTaken } from '../support/limits';

page();
let next = 1;
function taken(pasted: Pasted): Editing {
  const editing = new Editing(storyOf(paragraph('a', 'x')));
  editing.put(10);
  editing.state = editing.state.apply(insertPasted(editing.state, pasted.blocks, () => `p${next++}`).tr);
  editing.state.doc.check();
  assertTaken(editing.draft);
  return editing;
}

test('Ten thousand empty paragraphs are none', () => assert.equal(readHtml('<p>&nbsp;</p>'.repeat(10_000))!.blocks.length, 0));

test('Of more paragraphs than a story has, the beginning is taken, and that is said', () => {
  const pasted = readHtml('<p>rain</p>'.repeat(8_000))!;
  assert.ok(pasted.cut && pasted.blocks.length === 5_000);
  taken(pasted);
});

test('Five megabytes of text are cut, parted and read in a moment', () => {
  const started = performance.now();
  for (const text of ['rain '.repeat(1_000_000), 'x'.repeat(5_000_000), 'باران '.repeat(900_000), '雨'.repeat(2_000_000), '😀'.repeat(1_000_000)]) {
    const pasted = readText(text);
    assert.ok(pasted.cut && pasted.blocks.length >= 10);
    taken(pasted);
  }
  assert.ok(performance.now() - started < 30_000);
});

test('A long paragraph of HTML is parted', () => {
  const pasted = readHtml(`<p>${'<span>rain </span>'.repeat(60_000)}</p>`)!;
  assert.ok(pasted.blocks.length > 1);
  taken(pasted);
});

test('A paragraph of very many pieces of emphasis keeps its words', () => {
  const pasted = readHtml(`<p>${'<b>a</b>b'.repeat(20_000)}</p>`)!;
  taken(pasted);
  assert.equal(taken(pasted).state.doc.textContent.length, 40_001);
});

test('Elements nested by the thousand are read', () => {
  const pasted = readHtml(`${'<div>'.repeat(2_000)}deep${'<ul>'.repeat(400)}<li>x`)!;
  assert.match(taken(pasted).state.doc.textContent, /deep/);
});

test('A merged cell that claims a million columns claims none that do not exist', () => {
  const pasted = readHtml('<table><tr><td colspan=1000000 rowspan=1000000>a</td></tr><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>')!;
  taken(pasted);
  assert.equal(outline(pasted), 'table · · ·\n  | a |  | \n  |  | b | c\n  |  | d | \n');
});

test('A table wider than a story holds is cut, and that is said', () => {
  const pasted = readHtml(`<table>${`<tr>${'<td>x</td>'.repeat(300)}</tr>`.repeat(3)}</table>`)!;
  assert.equal(pasted.dropped.get('column'), 240);
  taken(pasted);
});

test('Marks by the thousand, even in pieces, are cut to thirty', () => {
  const pasted = readHtml(`<p>e${'<b>\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301</b><i>\u0302\u0303</i>'.repeat(500)}, ok</p>`)!;
  taken(pasted);
});

const addresses: [string, string | null][] = [
  ['https://example.org/a b', 'https://example.org/a%20b'], ['http://example.org', 'http://example.org/'], ['//example.org/x', 'https://example.org/x'], ['/news/1', '/news/1'], ['mailto:a@example.org', 'mailto:a@example.org'],
  ['tel:+49301', 'tel:+49301'], ['javascript:alert(1)', null], ['JaVaScRiPt:alert(1)', null], ['java\nscript:alert(1)', null], ['\u0001javascript:alert(1)', null], ['data:text/html,x', null], ['vbscript:x', null], ['file:///etc', null],
  ['blob:https://example.org/1', null], ['#top', null], ['', null], ['bridge', null], ['/\\example.org', null], ['///example.org', 'https://example.org/'], ['https://', null], ['mailto:', null], [`https://example.org/${'x'.repeat(2_100)}`, null],
  ['http://a..b.org/', null], ['https://.example.org', null], ['http://*.example.org', null], ["http://a'b.org", null], [`https://${'a'.repeat(64)}.org`, null], ['http://[::1]/', 'http://[::1]/'], ['https://بندر.example/پ', 'https://xn--ngbog6f.example/%D9%BE'],
  ['mailto:a@b@c', null], ['mailto:a@example.org,b@example.org', null], ['mailto:<a@example.org>', null], ['mailto:a@', null], ['mailto:%', null], ['mailto:a@example.org?subject=Hi there', 'mailto:a@example.org?subject=Hi%20there'], ['mailto:a@بندر.example', null],
  ['tel:+49 30 1', 'tel:+49301'], ['tel:%', null], ['/news/\ud800', null], ['https://example.org/\ud800', null],
  ['https://news.example.org/news/5', '/news/5'], ['https://news.example.org//evil.example/', '/evil.example/'], ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
];
for (const [address, expected] of addresses) {
  test(`The address ${JSON.stringify(address.slice(0, 60))} ${expected === null ? 'is no link' : 'is one'}`, () => assert.equal(safeAddress(address, 'https://news.example.org'), expected));
}
