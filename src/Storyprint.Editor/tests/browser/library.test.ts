import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserPage } from '../support/browser-page';
import { inBrowser } from '../support/chromium';
import { withPage } from '../support/with-page';

const there = 'document.querySelectorAll(".library-list li").length >= 48';
const inList = (page: BrowserPage): Promise<string | null> => page.value('document.activeElement.getAttribute("aria-posinset")');
const blocks = (page: BrowserPage): Promise<string[]> => page.value('[...document.querySelectorAll(".ProseMirror > *")].map(each => each.dataset.kind ?? "").filter(kind => /paragraph|picture|media|document/.test(kind))');
const captions = (page: BrowserPage): Promise<string[]> => page.value('[...document.querySelectorAll(".ProseMirror > .block-picture .block-caption")].map(each => each.textContent)');

async function open(page: BrowserPage): Promise<void> {
  await page.click('.ProseMirror > .block-paragraph');
  await page.click('.tool-picture');
  await page.until(there);
}

for (const [language, forwards, code] of [['en', 'ArrowRight', 39], ['fa', 'ArrowLeft', 37]] as const) {
  test(`By keys alone pictures are chosen, in the direction of the page: ${language}`, inBrowser, () => withPage(['kinds', language, { width: 1280, height: 860 }], async page => {
    await open(page);
    await page.press('ArrowDown', 40);
    await page.press(forwards, code);
    assert.equal(await inList(page), '2');
    await page.press(' ', 32, ' ');
    await page.press('ArrowDown', 40);
    const below = Number(await inList(page));
    assert.ok(below > 3, `${below} is in the second row`);
    assert.ok(await page.value('(() => { const [item, list] = [document.activeElement, document.querySelector(".library-scroll")].map(each => each.getBoundingClientRect()); return item.top >= list.top - 1 && item.bottom <= list.bottom + 1; })()'), 'it is in sight');
    await page.press(' ', 32, ' ');
    await page.press('Enter', 13, '\r');
    await page.until('document.querySelectorAll(".ProseMirror > .block-picture").length === 2');
    assert.deepEqual((await blocks(page)).slice(0, 3), ['paragraph', 'picture', 'picture']);
    assert.match((await captions(page))[0], /^Boats in the inner harbour/);
    assert.equal(await page.value('document.querySelector(".library-dialog")'), null);
    await page.until('document.activeElement.matches(".ProseMirror")');
  }));
}

test('More pictures come while somebody scrolls, and what is typed is searched', inBrowser, () => withPage(['kinds', 'en', { width: 360, height: 740, hasTouch: true }], async page => {
  await open(page);
  assert.notEqual(await page.value('document.activeElement.type'), 'search', 'no keyboard covers the pictures of a phone');
  assert.ok(await page.value('[...document.querySelectorAll(".library-dialog button:not([hidden])")].every(each => { const { right, bottom, left } = each.getBoundingClientRect(); return left >= 0 && right <= 360 && bottom <= 740 || each.matches(".library-more"); })'), 'every button is on the screen');
  await page.value('document.querySelector(".library-scroll").scrollTo(0, 1e6)');
  await page.until('document.querySelectorAll(".library-list li").length === 96');
  await page.click('.library-dialog input');
  await page.type('Leuchtturm');
  await page.until('document.querySelector(".library-list li .library-words")?.textContent.startsWith("Der alte")');
}));

test('Files and pictures that are dropped together come in their order, and one that is refused says why', inBrowser, () => withPage(['empty', 'en', { width: 1280, height: 860 }], async page => {
  await page.click('.ProseMirror > .block-paragraph');
  await page.type('Rain');
  await page.value(`(() => {
    const data = new DataTransfer();
    for (const [name, type] of [['bells.mp3', 'audio/mpeg'], ['pier.png', 'image/png'], ['odd.zip', 'application/zip'], ['plan.pdf', 'application/pdf']]) data.items.add(new File(['x'], name, { type }));
    const words = document.querySelector('.ProseMirror > .block-paragraph');
    const { right, bottom } = words.getBoundingClientRect();
    words.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data, clientX: right - 5, clientY: bottom - 5 }));
  })()`);
  await page.until('document.querySelectorAll(".ProseMirror > :is(.block-media, .block-picture, .block-document)").length === 3 && document.querySelector(".upload.is-failed")');
  assert.deepEqual(await blocks(page), ['paragraph', 'media', 'picture', 'document']);
  assert.match(await page.value('document.querySelector(".upload").textContent'), /odd\.zip.*is no sound, film or document/);
  assert.deepEqual(await page.value('[...document.querySelectorAll(".block-blocktitle")].map(each => each.textContent)'), ['bells', 'plan']);
}));
