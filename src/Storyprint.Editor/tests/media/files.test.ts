import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undo } from 'prosemirror-history';
import { Plugin } from 'prosemirror-state';
import { guessKind } from '../../src/media/guess-kind';
import { mediaViews } from '../../src/media/media-view';
import { insertFile, replaceFile } from '../../src/media/put-file';
import { asFile, type SentFile, sentFiles, type SendingFile } from '../../src/media/sent-file';
import { Lane } from '../../src/pictures/lane';
import { answer, type Sending } from '../../src/pictures/send';
import { uploads } from '../../src/pictures/upload-plugin';
import { tooLarge } from '../../src/pictures/too-large';
import { UploadRunner } from '../../src/pictures/upload-runner';
import { UploadView } from '../../src/pictures/upload-view';
import { Uploader } from '../../src/pictures/uploader';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { paragraph, storyOf } from '../support/editing';
import { settled } from '../support/fake-clock';
import { assertTaken } from '../support/limits';
import { openView } from '../support/open-view';
import { text } from '../support/texts';
import { writingContext } from '../support/writing-context';

const hash = 'ef'.repeat(32);
const bells: SentFile = { file: `${hash} 48213 audio/mpeg bells.mp3`, kind: 'audio', title: 'Bells of the harbour' };
const film: SentFile = { file: `${hash} 48213 video/mp4 ferry.mp4`, kind: 'video', title: '' };
const plan: SentFile = { file: `${hash} 48213 application/pdf plan.pdf`, kind: 'document', title: 'Plan' };
const file = (name: string, type = '', size = 1): File => Object.defineProperty(new File(['x'], name, { type }), 'size', { value: size });

test('What a file is can be told by its type or its ending', () => {
  const kinds = ([name, type = '']: readonly string[]): string => guessKind({ name: name!, type });
  assert.deepEqual([['a.png', 'image/png'], ['a.JPG'], ['a.mp3', 'audio/mpeg'], ['b.MP4'], ['c.ogg', 'application/ogg'], ['d.pdf', 'application/pdf'], ['e.docx'], ['none'], ['زنگ.wav']].map(kinds), ['picture', 'picture', 'media', 'media', 'media', 'document', 'document', 'document', 'media']);
});

test('The answer to a sent file is read once, and one that a draft would be refused for is none', () => {
  assert.deepEqual(asFile({ ...bells }), bells);
  assert.equal(asFile({ ...bells, title: 'Two\nlines\u0000' })!.title, 'Two lines');
  for (const wrong of [{ kind: 'picture' }, { kind: 7 }, { file: `${hash} 1 audio/mpeg a b.mp3` }, { file: `${hash} 01 audio/mpeg a.mp3` }, { file: `${hash} 1 audio a.mp3` }, { file: `${hash} 1 audio/mpeg 𐐀.mp3` }, { file: null }]) assert.equal(asFile({ ...bells, ...wrong }), null);
  assert.deepEqual(answer(400, '{"problem":"This is no sound."}', '', '/files', text(), asFile), { problem: 'This is no sound.', canRepeat: false });
  assert.ok(sentFiles('/files', () => '', text()).most! > 200_000_000);
});

function sending(...blocks: Block[]) {
  const { context, said, announced } = writingContext();
  const asked: string[] = [];
  const view = openView(storyOf(...blocks), 'en', [uploads(), new Plugin({ props: { nodeViews: mediaViews(text(), { chooseFile: (_, id) => void asked.push(`file ${id}`), chooseStill: (_, id) => void asked.push(`still ${id}`) }) } })]);
  const open = new Map<string, { done: (result: never) => void; progress: (share: number) => void; signal: AbortSignal }>();
  const send = <T>(sent: File, progress: (share: number) => void, signal: AbortSignal): Promise<T> => new Promise(done => open.set(sent.name, { done: done as (result: never) => void, progress, signal }));
  const uploader = new Uploader(context, { send: (...parts) => send<Sending>(...parts) }, { most: 256 * 2 ** 20, send: (...parts) => send<SendingFile>(...parts) });
  const finish = async (name: string, result: Sending | SendingFile): Promise<void> => {
    open.get(name)!.done(result as never);
    open.delete(name);
    await settled();
  };
  const kinds = (): string => { const draft = fromDocument(view.state.doc); assertTaken(draft); return draft.blocks!.map(block => block.values?.type ?? block.kind).join(' '); };
  return { view, uploader, open, finish, said, announced, kinds, asked, shown: () => view.dom.querySelector('.upload')! };
}

const picture: Sending = { picture: { file: `${hash} 16x9`, address: '/media/x' } };

test('Files and pictures come in the order in which they were dropped, whichever is there first', async () => {
  const { view, uploader, open, finish, kinds } = sending(paragraph('a', 'Rain'), paragraph('b', 'Wind'));
  uploader.take(view, ['1.mp3', '2.png', '3.pdf', '4.png', '5.mp4'].map(name => ({ file: file(name), pos: 11, alt: '' })));
  assert.deepEqual([...open.keys()], ['1.mp3', '2.png', '4.png']);
  await finish('4.png', picture);
  await finish('1.mp3', bells);
  await finish('3.pdf', plan);
  await finish('2.png', picture);
  await finish('5.mp4', film);
  assert.equal(kinds(), 'paragraph audio picture document picture video paragraph');
  const [, sound] = fromDocument(view.state.doc).blocks!;
  assert.deepEqual([sound!.values, sound!.texts], [{ type: 'audio', file: bells.file }, { title: [{ text: 'Bells of the harbour' }] }]);
  undo(view.state, view.dispatch);
  assert.equal(kinds(), 'paragraph audio picture document picture paragraph');
});

test('No picture waits for a film', () => {
  const { view, uploader, open } = sending(paragraph('a', 'Rain'));
  uploader.take(view, ['1.mp4', '2.mp4', '3.png'].map(name => ({ file: file(name), pos: 0, alt: '' })));
  assert.deepEqual([...open.keys()], ['1.mp4', '3.png']);
  assert.equal(Lane.name, 'Lane');
});

test('How far a file is can be seen, and it can be stopped', async () => {
  const { view, uploader, open, shown, finish, kinds } = sending(paragraph('a', 'Rain'));
  uploader.take(view, [{ file: file('long.mp4', 'video/mp4', 48_000_000), pos: 0, alt: '' }]);
  const { progress, signal } = open.get('long.mp4')!;
  progress(0.25);
  assert.match(shown().textContent!, /long\.mp4.*12 MB of 48 MB/);
  assert.equal(shown().querySelector('progress')!.value, 0.25);
  progress(1);
  assert.match(shown().textContent!, new RegExp(text()('editor.file.working')));
  assert.equal(shown().querySelector('progress')!.getAttribute('value'), null);
  [...shown().querySelectorAll('button')].find(each => each.textContent === text()('editor.file.stop'))!.click();
  assert.ok(signal.aborted);
  await finish('long.mp4', film);
  assert.equal(kinds(), 'paragraph');
  assert.deepEqual([UploadView.name, UploadRunner.name], ['UploadView', 'UploadRunner']);
});

test('What cannot be taken is said in the words of the server, and what is too large before it is sent', async () => {
  const { view, uploader, finish, said, open, shown } = sending(paragraph('a', 'Rain'));
  uploader.take(view, [{ file: file('a.zip'), pos: 0, alt: '' }, { file: file('b.mp4', '', 300_000_000), pos: 0, alt: '' }]);
  assert.deepEqual([...open.keys()], ['a.zip']);
  assert.equal(tooLarge(text(), { name: 'a', size: 5 }, 5), null);
  assert.match(said[0]!, /b\.mp4 has 287 MB; at most 256 MB/);
  await finish('a.zip', { problem: 'Archives are not taken.', canRepeat: false });
  assert.match(said[1]!, /a\.zip.*Archives are not taken\./);
  assert.match(shown().textContent!, /Archives are not taken\./);
});

test('Another file for a block: its words stay, and what was said of the old file goes', async () => {
  const sound: Block = { id: 'm', kind: 'media', texts: { caption: [{ text: 'At noon' }] }, values: { type: 'audio', file: `${hash} 1 audio/mpeg old.mp3`, address: 'https://example.org/old.mp3', seconds: '61', made: 'digitalCapture' } };
  const { view, uploader, finish } = sending(paragraph('a', 'Rain'), sound);
  uploader.replaceFile(view, 'm', file('new.mp4', 'video/mp4'));
  await finish('new.mp4', film);
  assert.deepEqual(fromDocument(view.state.doc).blocks![1], { ...sound, values: { type: 'video', file: film.file, made: 'digitalCapture' } });
  uploader.replaceFile(view, 'm', file('bells.mp3', 'audio/mpeg'));
  await finish('bells.mp3', bells);
  assert.deepEqual(fromDocument(view.state.doc).blocks![1]!.texts, { title: [{ text: 'Bells of the harbour' }], caption: [{ text: 'At noon' }] });
});

test('One file that comes into a block without one fills it, and several come beside it', async () => {
  const { view, uploader, finish, kinds } = sending(paragraph('a', 'Rain'), { id: 'm', kind: 'media', texts: { title: [{ text: 'Bells' }] } }, { id: 'pic', kind: 'picture' });
  const inside = (id: string): number => { let at = 0; view.state.doc.forEach((node, pos) => { if (node.attrs.id === id) at = pos + 2; }); return at; };
  uploader.take(view, [{ file: file('bells.mp3'), pos: inside('m'), alt: '' }]);
  await finish('bells.mp3', bells);
  uploader.take(view, [{ file: file('pier.png'), pos: inside('pic'), alt: '' }]);
  await finish('pier.png', picture);
  assert.equal(kinds(), 'paragraph audio picture');
  uploader.take(view, [{ file: file('wind.mp3'), pos: inside('m'), alt: '' }]);
  await finish('wind.mp3', bells);
  uploader.take(view, [{ file: file('plan.pdf'), pos: inside('pic'), alt: '' }]);
  await finish('plan.pdf', plan);
  assert.equal(kinds(), 'paragraph audio audio picture document');
});

test('A document does not become a sound', async () => {
  const { view, uploader, open, said, finish } = sending(paragraph('a', 'Rain'), { id: 'd', kind: 'document', values: { file: plan.file } });
  uploader.replaceFile(view, 'd', file('bells.mp3', 'audio/mpeg'));
  assert.equal(open.size, 0);
  uploader.replaceFile(view, 'd', file('odd'));
  await finish('odd', bells);
  assert.deepEqual(said, ['bells.mp3', 'odd'].map(name => text()('editor.picture.failed', name, text()('editor.file.other-kind'))));
  assert.equal(fromDocument(view.state.doc).blocks![1]!.values!.file, plan.file);
  assert.ok('problem' in replaceFile(bells, 'gone', text())(view.state.tr, 0));
  assert.ok('chosen' in insertFile(bells, () => 'x')(view.state.tr, 0));
});

test('A film gets a still picture that is sent', async () => {
  const { view, uploader, finish } = sending({ id: 'm', kind: 'media', values: { type: 'video' } });
  uploader.poster(view, 'm', file('still.png'));
  await finish('still.png', picture);
  assert.deepEqual(fromDocument(view.state.doc).blocks![0]!.values, { type: 'video', poster: `${hash} 16x9` });
});

test('The card of a sound or film offers a file, and that of a film a still picture', () => {
  const { view, asked } = sending({ id: 'a', kind: 'media' }, { id: 'v', kind: 'media', values: { type: 'video', file: film.file, poster: `${hash} 16x9` } }, { id: 'd', kind: 'document', values: { file: plan.file } });
  const offered = [...view.dom.querySelectorAll('.card')].map(card => [...card.querySelectorAll('button')].filter(each => !each.hidden).map(each => each.textContent));
  const say = (key: string): string => text()(`editor.media.${key}`);
  assert.deepEqual(offered, [[say('choose')], [say('replace'), say('still.other'), say('still.none')], [say('replace')]]);
  assert.equal(view.dom.querySelector('video')!.getAttribute('poster'), `/media/${hash}/800.jpg`);
  const [choose, , still, none] = [...view.dom.querySelectorAll('button')].filter(each => !each.hidden);
  choose!.click();
  still!.click();
  none!.click();
  assert.deepEqual(asked, ['file a', 'still v']);
  assert.equal(view.dom.querySelector('video')!.getAttribute('poster'), null);
});
