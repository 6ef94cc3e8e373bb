import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserPage } from '../support/browser-page';
import { inBrowser } from '../support/chromium';
import { withPage } from '../support/with-page';

const order = (page: BrowserPage): Promise<string[]> => page.value('[...document.querySelectorAll(".block-gallery .block-picture .block-caption")].map(each => each.textContent)');
const first = '.block-gallery .block-picture:first-child';

const tall = ['kinds', 'en', { width: 1280, height: 2400 }] as const;

test('With a mouse a picture is dragged to another place of its gallery, whatever is selected in the text', inBrowser, () => withPage([...tall], async page => {
  assert.deepEqual(await order(page), ['The old pier', 'The new one']);
  await page.drag(await page.place(`${first} .drag-handle`), await page.place('.block-gallery .block-picture:nth-child(2)', 0.8));
  assert.deepEqual(await order(page), ['The new one', 'The old pier']);
  // What browsers drag by themselves are the words that are selected: they would leave their caption.
  await page.value('(() => { const range = document.createRange(); range.setStart(document.querySelector(".block-paragraph").firstChild, 2); range.setEnd(document.querySelector(".block-gallery .block-caption").firstChild, 3); document.querySelector(".ProseMirror").focus(); getSelection().removeAllRanges(); getSelection().addRange(range); })()');
  await page.drag(await page.place(`${first} .drag-handle`), await page.place('.block-gallery .block-picture:nth-child(2)', 0.8));
  assert.deepEqual(await order(page), ['The old pier', 'The new one']);
}));

test('Escape leaves the order as it was', inBrowser, () => withPage([...tall], async page => {
  await page.drag(await page.place(`${first} .drag-handle`), await page.place('.block-gallery .block-picture:nth-child(2)', 0.8), () => page.press('Escape', 27));
  assert.deepEqual(await order(page), ['The old pier', 'The new one']);
  assert.equal(await page.value('document.querySelectorAll(".is-dragged, .drop-before, .drop-behind").length'), 0);
}));

test('With a finger too, and the page does not scroll away under it', inBrowser, () => withPage(['kinds', 'en', { width: 360, height: 2400, hasTouch: true }], async page => {
  await page.dragByFinger(await page.place(`${first} .drag-handle`), await page.place('.block-gallery .block-picture:nth-child(2)', 0.8));
  assert.deepEqual(await order(page), ['The new one', 'The old pier']);
  assert.ok(await page.value('document.documentElement.scrollWidth <= innerWidth'), 'nothing is wider than the phone');
}));

test('Held at the edge of the window, it comes to pictures that were out of sight', inBrowser, () => withPage(['kinds', 'en', { width: 1280, height: 760 }], async page => {
  await page.value(`document.querySelector('${first} .drag-handle').scrollIntoView({ block: 'center' })`);
  const from = await page.place(`${first} .drag-handle`);
  await page.drag(from, { x: from.x, y: 752 }, () => page.until('document.querySelector(".drop-behind")'));
  assert.deepEqual(await order(page), ['The new one', 'The old pier']);
}));
