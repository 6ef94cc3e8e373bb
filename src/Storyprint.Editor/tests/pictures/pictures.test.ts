import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOf } from '../../src/pictures/data-file';
import { focusAt, focusMoved, focusOf, focusText } from '../../src/pictures/focus';
import { PictureView } from '../../src/pictures/picture-view';
import { answer, type Sending } from '../../src/pictures/send';
import { uploads } from '../../src/pictures/upload-plugin';
import { Uploader } from '../../src/pictures/uploader';
import { createText } from '../../src/writing/texts';
import { fromDocument } from '../../src/wire/from-document';
import { paragraph, storyOf, text } from '../support/editing';
import { assertTaken } from '../support/limits';
import { Live } from '../support/live';

const words = createText({ 'editor.picture.focus': '{0} and {1}', 'editor.picture.refused': '{0} is no picture', 'editor.picture.signed-out': 'signed out', 'editor.picture.too-large': 'too large', 'editor.picture.no-answer': 'no answer' }, 'en');
const hash = 'ab'.repeat(32);

test('A focal point is written as drafts have it', () => {
  assert.equal(focusText(focusAt({ left: 100, top: 50, width: 400, height: 200 }, 233, 100)), '0.333 0.25');
  assert.equal(focusText(focusAt({ left: 0, top: 0, width: 10, height: 10 }, -5, 50)), '0 1');
  assert.deepEqual(['0.25 0.5', '2 0', '', null].map(focusOf), [{ x: 0.25, y: 0.5 }, { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }]);
  assert.equal(focusText(focusMoved({ x: 0.5, y: 0.01 }, 'ArrowUp', true)!), '0.5 0');
  assert.equal(focusMoved({ x: 0.5, y: 0.5 }, 'a', false), null);
});

test('A picture that stands in the HTML becomes a file', () => {
  assert.deepEqual([fileOf('data:image/jpeg;base64,aGFyYm91cg==', 'bridge')!.name, fileOf('data:image/jpeg;base64,aGFyYm91cg==', 'bridge')!.size], ['bridge.jpg', 7]);
  assert.deepEqual(['data:image/svg+xml;base64,AA', 'data:text/html;base64,AA', 'data:image/png;base64,%%%', 'x'].map(source => fileOf(source, 'x')), [null, null, null, null]);
});

const address = '/newsroom/drafts/1/pictures';
const answers: [status: number, body: string, from: string, expected: Sending][] = [
  [200, JSON.stringify({ file: `${hash} 16x9`, address: '/media/a.jpg' }), address, { picture: { file: `${hash} 16x9`, address: '/media/a.jpg' } }],
  [400, '{"problem":"The file is damaged."}', address, { problem: 'The file is damaged.', canRepeat: false }],
  [507, '{"problem":"The disk is full."}', address, { problem: 'The disk is full.', canRepeat: true }],
  [413, '', address, { problem: 'too large', canRepeat: false }],
  [401, '', address, { problem: 'signed out', canRepeat: true }],
  [200, '<!doctype html>', 'https://news.example.org/newsroom/sign-in', { problem: 'signed out', canRepeat: true }],
  [502, '<html>', address, { problem: 'no answer', canRepeat: true }],
  [200, '{}', address, { problem: 'no answer', canRepeat: true }],
];
for (const [status, body, from, expected] of answers) test(`The answer ${status} ${body.slice(0, 20)} is ${'problem' in expected ? expected.problem : 'a picture'}`, () => assert.deepEqual(answer(status, body, from, address, words), expected));

/** A sender whose answers the test gives, by the name of the file. */
function sending() {
  const open = new Map<string, (result: Sending) => void>();
  const said: string[] = [];
  let next = 1;
  const context = { root: document.createElement('div'), language: 'en', text: words, freshId: () => `up${next++}`, token: () => 'x', say: (sentence: string) => void said.push(sentence), announce: () => {} };
  const uploader = new Uploader(context, { send: file => new Promise(resolve => open.set(file.name, resolve)) });
  const finish = async (name: string, result?: Sending) => {
    open.get(name)!(result ?? { picture: { file: `${hash} 16x9`, address: `/media/${name}` } });
    open.delete(name);
    await new Promise(done => setTimeout(done, 5));
  };
  return { uploader, open, said, finish };
}

const file = (name: string, type = 'image/png') => new File(['x'], name, { type });
const kinds = (live: Live): string => (fromDocument(live.view.state.doc).blocks ?? []).map(block => block.values?.address ?? block.kind).join(' ');

test('Pictures come to their place in the order in which they were taken, whichever is there first', async () => {
  const live = new Live(storyOf(paragraph('a', 'One'), paragraph('b', 'Two')), [uploads()]).at('One');
  const { uploader, open, finish } = sending();
  uploader.take(live.view, ['1', '2', '3'].map(name => ({ file: file(name), pos: live.view.state.selection.to, alt: `Picture ${name}` })));
  assert.equal(live.view.dom.querySelectorAll('.upload').length, 3);
  assert.deepEqual([...open.keys()], ['1', '2']);
  live.at('One').type(' more');
  await finish('2');
  await finish('3');
  await finish('1');
  assert.equal(kinds(live), 'paragraph /media/1 /media/2 /media/3 paragraph');
  assert.equal(live.view.dom.querySelectorAll('.upload').length, 0);
  assertTaken(fromDocument(live.view.state.doc));
  live.key('z', { ctrlKey: true });
  assert.equal(kinds(live), 'paragraph /media/2 /media/3 paragraph');
});

test('A picture that failed says why, and can be sent again or left out', async () => {
  const live = new Live(storyOf(paragraph('a', 'One')), [uploads()]);
  const { uploader, finish, open } = sending();
  uploader.take(live.view, [{ file: file('1'), pos: 0, alt: '' }]);
  await finish('1', { problem: 'The line broke.', canRepeat: true });
  const shown = live.view.dom.querySelector('.upload')!;
  assert.match(shown.textContent!, /The line broke/);
  const [again, leave] = shown.querySelectorAll('button');
  again!.click();
  assert.ok(open.has('1'));
  await finish('1', { problem: 'The line broke.', canRepeat: false });
  assert.ok(again!.hidden);
  leave!.click();
  assert.equal(live.view.dom.querySelector('.upload'), null);
});

test('A picture that was left out while it was sent does not come', async () => {
  const live = new Live(storyOf(paragraph('a', 'One')), [uploads()]);
  const { uploader, finish } = sending();
  uploader.take(live.view, [{ file: file('1'), pos: 0, alt: '' }]);
  live.view.dom.querySelectorAll<HTMLButtonElement>('.upload button')[1]!.click();
  await finish('1');
  assert.equal(kinds(live), 'paragraph');
});

test('What is no picture is refused in one sentence', () => {
  const { uploader, said } = sending();
  uploader.take(new Live('One', [uploads()]).view, [{ file: file('a.pdf', 'application/pdf'), pos: 0, alt: '' }, { file: file('b.zip', ''), pos: 0, alt: '' }]);
  assert.deepEqual(said, ['a.pdf and b.zip is no picture']);
});

test('A picture never stands among the fields of the story', async () => {
  const live = new Live({ ...storyOf({ id: 'by', kind: 'byline', texts: text('Ines') }, paragraph('a', 'One'), { id: 't', kind: 'topic', texts: text('Port') }), texts: { headline: [{ text: 'Rain' }] } }, [uploads()]);
  const { uploader, finish } = sending();
  for (const pos of [0, 3, live.view.state.doc.content.size]) {
    uploader.take(live.view, [{ file: file(`${pos}`), pos, alt: '' }]);
    await finish(`${pos}`);
  }
  assert.match(kinds(live), /^byline (?:\/media\/\S+ |paragraph ){4}topic$/);
});

test('Another file takes the place of one, and its words stay', async () => {
  const live = new Live(storyOf({ id: 'p', kind: 'picture', texts: { caption: [{ text: 'The bridge' }] }, values: { file: `${hash} 1x1`, address: '/media/old', focus: '0 0' } }), [uploads()]);
  const { uploader, finish } = sending();
  uploader.replace(live.view, 'p', file('new'));
  await finish('new');
  assert.deepEqual(fromDocument(live.view.state.doc).blocks![0], { id: 'p', kind: 'picture', texts: { caption: [{ text: 'The bridge' }] }, values: { file: `${hash} 16x9`, address: '/media/new' } });
});

test('The focal point follows a click and the arrow keys', () => {
  const live = new Live(storyOf({ id: 'p', kind: 'picture', values: { file: `${hash} 1x1`, address: '/media/a' } }));
  live.view.setProps({ nodeViews: { picture: (node, view, getPos) => new PictureView(node, view, getPos, { text: words, replace: () => {} }) } });
  const area = live.view.dom.querySelector<HTMLButtonElement>('.focus-area')!;
  area.querySelector('img')!.getBoundingClientRect = () => ({ left: 0, top: 0, width: 200, height: 100 }) as DOMRect;
  area.dispatchEvent(new MouseEvent('click', { detail: 1, clientX: 50, clientY: 75, bubbles: true }));
  assert.equal(live.view.state.doc.child(4).attrs.focus, '0.25 0.75');
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
  assert.equal(live.view.state.doc.child(4).attrs.focus, '0.27 0.75');
  assert.equal(area.getAttribute('aria-label'), '27 and 75');
});
