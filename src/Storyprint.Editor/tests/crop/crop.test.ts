import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undo } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';
import type { Area } from '../../src/crop/area';
import { askForCrop } from '../../src/crop/crop-dialog';
import { Cropped } from '../../src/crop/cropped';
import { cutter } from '../../src/crop/send-crop';
import type { Sending } from '../../src/pictures/send';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { press } from '../support/dom';
import { paragraph, storyOf } from '../support/editing';
import { openView } from '../support/open-view';
import { text } from '../support/texts';

const [hash, other] = ['ab'.repeat(32), 'cd'.repeat(32)];
const picture: Block = { id: 'pic', kind: 'picture', values: { file: `${hash} 1600x900`, address: '/media/a.jpg', focus: '0.75 0.5' }, texts: { caption: [{ text: 'The lamp.' }], credit: [{ text: 'Sara Lind' }], alt: [{ text: 'A lamp' }] } };

function open(answer: (area: Area) => Sending) {
  const view = openView(storyOf(paragraph('p', 'Rain'), picture), 'en');
  const said: string[] = [];
  const asked: [string, Area][] = [];
  const cropped = new Cropped();
  const context = { root: document.body, language: 'en', text: text(), freshId: () => 'x', token: () => 't', say: (sentence: string) => void said.push(sentence), announce: (sentence: string) => void said.push(sentence) };
  const ask = (): boolean => askForCrop(context, view, 'pic', async (of, area) => { asked.push([of, area]); return answer(area); }, cropped);
  const submit = async (): Promise<void> => {
    document.querySelector<HTMLFormElement>('.crop-dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise(done => setTimeout(done, 5));
  };
  return { view, said, asked, cropped, ask, submit };
}

const of = (view: EditorView): Block => fromDocument(view.state.doc).blocks!.find(block => block.id === 'pic')!;
const cut = ({ width, height }: Area): Sending => ({ picture: { file: `${other} ${width}x${height}`, address: '/media/b.jpg' } });

test('a picture is cropped by keys: the block gets the new file and keeps its words, the focal point goes along, and undo brings it back', async () => {
  const { view, ask, submit, asked, cropped } = open(cut);
  assert.ok(ask());
  const part = document.querySelector<HTMLElement>('.crop-part')!;
  for (let time = 0; time < 10; time++) press(part, 'ArrowLeft', { shiftKey: true });
  press(part, 'ArrowRight');
  await submit();
  assert.deepEqual(asked, [[hash, { x: 16, y: 0, width: 1440, height: 900 }]]);
  assert.deepEqual(of(view).texts, picture.texts);
  assert.deepEqual(of(view).values, { file: `${other} 1440x900`, address: '/media/b.jpg', focus: '0.822 0.5' });
  assert.equal(document.querySelector('.crop-dialog'), null);
  assert.equal(cropped.of(of(view).values!.file)!.original.file, picture.values!.file);
  undo(view.state, view.dispatch);
  assert.deepEqual(of(view), picture);
});

test('another part is cut from the whole, not from what was cut', async () => {
  const { ask, submit, asked } = open(cut);
  ask();
  press(document.querySelector('.crop-se')!, 'ArrowUp');
  await submit();
  ask();
  press(document.querySelector('.crop-part')!, 'ArrowDown');
  await submit();
  assert.deepEqual(asked.map(([from]) => from), [hash, hash]);
  assert.deepEqual(asked[1][1], { x: 0, y: 16, width: 1600, height: 884 });
});

test('a shape is chosen, and all of the picture again', async () => {
  const { ask, submit, asked } = open(cut);
  ask();
  const square = [...document.querySelectorAll<HTMLInputElement>('.crop-shapes input')][4];
  square.checked = true;
  square.dispatchEvent(new Event('change'));
  await submit();
  assert.deepEqual(asked[0][1], { x: 350, y: 0, width: 900, height: 900 });
});

test('what the server refuses is said, and the part can be chosen again', async () => {
  const { view, ask, submit } = open(() => ({ problem: 'Too little would be left.', canRepeat: false }));
  ask();
  await submit();
  const dialog = document.querySelector('.crop-dialog')!;
  assert.match(dialog.querySelector('[role="alert"]')!.textContent!, /Too little/);
  assert.deepEqual(of(view), picture);
});

test('a picture that somebody took away or replaced meanwhile is left as it is', async () => {
  const { view, ask, submit, said } = open(cut);
  ask();
  view.state.doc.forEach((node, at) => { if (node.attrs.id === 'pic') view.dispatch(view.state.tr.setNodeAttribute(at, 'file', `${'ef'.repeat(32)} 800x600`)); });
  await submit();
  assert.match(of(view).values!.file, /^ef/);
  assert.ok(said.includes(text()('editor.crop.gone')));
});

test('the server is asked with the token of today, and what it does not answer is said in words', async () => {
  const calls: [string, RequestInit][] = [];
  const ask = (answer: () => Response) => cutter('/crop', () => 'today', text(), (async (address: string, options: RequestInit) => { calls.push([address, options]); return answer(); }) as typeof fetch);
  const area = { x: 1, y: 2, width: 300, height: 200 };
  const good = await ask(() => new Response(JSON.stringify({ file: `${other} 300x200`, address: '/media/b.jpg' })))(hash, area);
  assert.deepEqual(good, cut(area));
  assert.deepEqual(JSON.parse(calls[0][1].body as string), { hash, ...area });
  assert.equal((calls[0][1].headers as Record<string, string>).RequestVerificationToken, 'today');
  assert.ok('problem' in await ask(() => { throw new TypeError('no network'); })(hash, area));
  assert.ok('problem' in await ask(() => new Response('<html>', { status: 502 }))(hash, area));
});
