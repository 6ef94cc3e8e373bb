import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Plugin } from 'prosemirror-state';
import { addressOf, lengthOf, sizeOf, storedFile } from '../../src/media/file';
import { MediaView, mediaViews } from '../../src/media/media-view';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { storyOf } from '../support/editing';
import { openView } from '../support/open-view';
import { text } from '../support/texts';

const hash = 'ef'.repeat(32);
const sound: Block = { id: 'm', kind: 'media', texts: { title: [{ text: 'Bells' }] }, values: { type: 'audio', file: `${hash} 48213 audio/mpeg bells.mp3`, seconds: '61' } };

test('A file is one value with its name, type and size', () => {
  assert.deepEqual(storedFile(`${hash} 48213 audio/mpeg bells.mp3`), { hash, bytes: 48_213, type: 'audio/mpeg', name: 'bells.mp3' });
  assert.deepEqual(storedFile(`${hash} 0 - -`), { hash, bytes: 0, type: '', name: '' });
  assert.deepEqual([null, '', 'x', `${hash} x - -`].map(storedFile), [null, null, null, null]);
  assert.equal(addressOf(storedFile(`${hash} 1 audio/mpeg زنگ.mp3`)!), `/media/${hash}/file/%D8%B2%D9%86%DA%AF.mp3`);
});

test('Sizes and lengths are said in the figures of the page', () => {
  assert.deepEqual([sizeOf(900, 'en'), sizeOf(48_213, 'en'), sizeOf(2_500_000, 'en')], ['900 byte', '48 kB', '2.5 MB']);
  assert.deepEqual([lengthOf(61, 'en'), lengthOf(3_849, 'en'), lengthOf(61, 'fa')], ['1:01', '1:04:09', '۱:۰۱']);
});

function opened(block: Block) {
  const view = openView(storyOf(block), 'en', [new Plugin({ props: { nodeViews: mediaViews(text()) } })]);
  return { view, card: view.dom.querySelector<HTMLElement>(`.block-${block.kind}`)! };
}

test('A sound is shown with its player, its file and places for its words', () => {
  const { view, card } = opened(sound);
  assert.match(card.textContent!, /^Sound/);
  assert.match(card.textContent!, /bells\.mp3.*48 kB.*1:01/);
  assert.equal(card.querySelector('audio')!.getAttribute('src'), `/media/${hash}/file/bells.mp3`);
  assert.equal(card.querySelector('audio')!.getAttribute('preload'), 'none');
  assert.deepEqual([...card.querySelectorAll('.card-words > *')].map(each => each.textContent), ['Bells', '', '', '']);
  const made = card.querySelector('select')!;
  made.value = 'digitalCapture';
  made.dispatchEvent(new Event('change'));
  assert.deepEqual(fromDocument(view.state.doc).blocks![0], { ...sound, values: { ...sound.values, made: 'digitalCapture' } });
});

test('A document shows its title and file, and one that is kept elsewhere its address, if it may be followed', () => {
  const at = (address: string): HTMLElement => opened({ id: 'd', kind: 'document', values: { address } }).card;
  assert.equal(at('https://example.org/plan.pdf').querySelector('a')!.getAttribute('href'), 'https://example.org/plan.pdf');
  assert.equal(at('javascript:alert(1)').querySelector('a')!.getAttribute('href'), null);
  assert.ok(at('javascript:alert(1)').querySelector('audio, video') === null);
  assert.equal(MediaView.name, 'MediaView');
});
