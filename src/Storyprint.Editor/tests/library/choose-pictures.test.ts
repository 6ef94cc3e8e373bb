import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undo } from 'prosemirror-history';
import type { EditorView } from 'prosemirror-view';
import { PictureChooser } from '../../src/library/choose-pictures';
import type { FoundPicture } from '../../src/library/found';
import { KnownRights } from '../../src/pictures/rights';
import { Uploader } from '../../src/pictures/uploader';
import { uploads } from '../../src/pictures/upload-plugin';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { press } from '../support/dom';
import { paragraph, storyOf } from '../support/editing';
import { settled } from '../support/fake-clock';
import { assertTaken } from '../support/limits';
import { cursorBehind, openView } from '../support/open-view';
import { text } from '../support/texts';
import { writingContext } from '../support/writing-context';

const file = (letter: string): string => `${letter.repeat(64)} 1600x900`;
const lamp: FoundPicture = { file: file('a'), address: '/media/a/1600.jpg', thumbnail: '/a', alt: 'A lamp', caption: 'The lamp.\nAt night.', credit: 'Sara Lind', focus: '0.5 0.25', made: 'digitalCapture', rights: { state: 'ending', words: 'Rights end on 3 March 2027' } };
const boats: FoundPicture = { file: file('b'), address: '/media/b/1600.jpg', thumbnail: '/b' };

function opened(...blocks: Block[]) {
  const view = openView(storyOf(...blocks), 'en', [uploads()]);
  const { context, said, announced } = writingContext();
  const rights = new KnownRights();
  const uploader = new Uploader(context, { send: () => new Promise(() => {}) }, null, rights);
  const chooser = new PictureChooser(context, { library: async () => ({ pictures: [lamp, boats], next: 2, hasMore: false }), canSend: true, uploader, rights });
  return { view, said, announced, rights, chooser };
}

const blocksOf = (view: EditorView): Block[] => {
  const draft = fromDocument(view.state.doc);
  assertTaken(draft);
  return draft.blocks!;
};

/** Takes these pictures of the open window, by their places in the list. */
async function choose(...places: number[]): Promise<void> {
  await settled();
  const all = [...document.querySelectorAll<HTMLElement>('.library-dialog [role="option"]')];
  for (const place of places) all[place]!.click();
  press(all[places.at(-1)!]!, 'Enter');
  await settled();
}

test('Chosen pictures stand behind the words of the cursor, with all that is known of them, in one step', async () => {
  const { view, chooser, announced, rights } = opened(paragraph('p', 'Rain'), paragraph('q', 'Wind'));
  cursorBehind(view, 'Rain');
  chooser.forStory(view);
  await choose(1, 0);
  const [, first, second] = blocksOf(view);
  assert.deepEqual([first!.values, first!.texts], [{ file: boats.file, address: boats.address }, undefined]);
  assert.deepEqual(second!.values, { file: lamp.file, address: lamp.address, focus: '0.5 0.25', made: 'digitalCapture' });
  assert.deepEqual(second!.texts, { caption: [{ text: 'The lamp.\nAt night.' }], credit: [{ text: 'Sara Lind' }], alt: [{ text: 'A lamp' }] });
  assert.deepEqual(announced, [text().count('editor.library.put', 2)]);
  assert.deepEqual(rights.of(lamp.file), lamp.rights);
  undo(view.state, view.dispatch);
  assert.deepEqual(blocksOf(view).map(({ id }) => id), ['p', 'q']);
});

test('Another picture in the place of one: the words of the block stay, and empty ones are filled', async () => {
  const { view, chooser } = opened(paragraph('p', 'Rain'), { id: 'pic', kind: 'picture', values: { file: file('c'), address: '/media/c', focus: '0.1 0.1', made: 'humanEdits' }, texts: { credit: [{ text: 'Omid' }] } });
  chooser.forPicture(view, 'pic');
  await choose(0);
  assert.deepEqual(blocksOf(view)[1], {
    id: 'pic', kind: 'picture', values: { file: lamp.file, address: lamp.address, focus: '0.5 0.25', made: 'digitalCapture' },
    texts: { caption: [{ text: 'The lamp.\nAt night.' }], credit: [{ text: 'Omid' }], alt: [{ text: 'A lamp' }] },
  });
  chooser.forPicture(view, 'pic');
  await choose(1);
  assert.deepEqual(blocksOf(view)[1]!.values, { file: boats.file, address: boats.address });
});

test('A picture without a file gets one', async () => {
  const { view, chooser } = opened(paragraph('p', 'Rain'), { id: 'pic', kind: 'picture', texts: { caption: [{ text: 'It stays.' }] } });
  chooser.forPicture(view, 'pic');
  await choose(0);
  assert.equal(blocksOf(view)[1]!.values!.file, lamp.file);
  assert.deepEqual(blocksOf(view)[1]!.texts!.caption, [{ text: 'It stays.' }]);
});

test('Several come into a gallery, behind those that are there', async () => {
  const { view, chooser } = opened({ id: 'g', kind: 'gallery', blocks: [{ id: 'x', kind: 'picture', values: { file: file('d') } }] }, paragraph('p', 'Rain'));
  chooser.forGallery(view, 'g');
  await choose(0, 1);
  assert.deepEqual(blocksOf(view)[0]!.blocks!.map(({ values }) => values!.file), [file('d'), lamp.file, boats.file]);
});

test('A film gets its still picture, which is its file and nothing else', async () => {
  const film: Block = { id: 'm', kind: 'media', values: { type: 'video' }, texts: { title: [{ text: 'The ferry' }] } };
  const { view, chooser, rights } = opened(film);
  chooser.forFilm(view, 'm');
  await choose(0);
  assert.deepEqual(blocksOf(view)[0], { ...film, values: { type: 'video', poster: lamp.file } });
  assert.deepEqual(rights.of(lamp.file), lamp.rights);
});

test('What somebody took away meanwhile is not put in again', async () => {
  for (const [kind, ask] of [['picture', (chooser: PictureChooser, view: EditorView) => chooser.forPicture(view, 'b')], ['gallery', (chooser: PictureChooser, view: EditorView) => chooser.forGallery(view, 'b')], ['media', (chooser: PictureChooser, view: EditorView) => chooser.forFilm(view, 'b')]] as const) {
    const { view, chooser, said } = opened(paragraph('p', 'Rain'), { id: 'b', kind });
    ask(chooser, view);
    let at = 0;
    view.state.doc.forEach((node, pos) => { if (node.attrs.id === 'b') at = pos; });
    view.dispatch(view.state.tr.delete(at, at + view.state.doc.nodeAt(at)!.nodeSize));
    await choose(0);
    assert.deepEqual(said, [text()('editor.story.gone')], kind);
    assert.deepEqual(blocksOf(view).map(block => block.kind), ['paragraph'], kind);
  }
});

test('Words that others write while the window is open move the place along', async () => {
  const { view, chooser } = opened(paragraph('p', 'Rain'), paragraph('q', 'Wind'));
  cursorBehind(view, 'Wind');
  chooser.forStory(view);
  view.dispatch(view.state.tr.insertText('More and more ', 9));
  await choose(1);
  assert.deepEqual(blocksOf(view).map(block => block.kind), ['paragraph', 'paragraph', 'picture']);
});
