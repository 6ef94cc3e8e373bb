import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NodeSelection, Plugin } from 'prosemirror-state';
import { undo } from 'prosemirror-history';
import { makeGallery, moveInGallery, moveTo, picturesAt, takeApart, takeOut } from '../../src/gallery/gallery';
import { GalleryView } from '../../src/gallery/gallery-view';
import { PictureTools } from '../../src/gallery/picture-tools';
import { moveBlock } from '../../src/keys/move-block';
import { PictureView } from '../../src/pictures/picture-view';
import { picturePlace, pictureWith } from '../../src/pictures/place';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { Editing, paragraph, storyOf } from '../support/editing';
import { assertTaken } from '../support/limits';
import { openView } from '../support/open-view';
import { text } from '../support/texts';

const picture = (id: string): Block => ({ id, kind: 'picture', texts: { caption: [{ text: `Caption ${id}` }] }, values: { file: `${'ab'.repeat(32)} 16x9`, made: 'digitalCapture' } });
const gallery = (...ids: string[]): Block => ({ id: 'g', kind: 'gallery', texts: { caption: [{ text: 'All' }] }, blocks: ids.map(picture) });
const kinds = (editing: Editing): string => {
  assertTaken(editing.draft);
  return editing.blocks.map(({ kind, id, blocks }) => (blocks ? `${kind}(${blocks.map(each => each.id).join(' ')})` : kind === 'picture' ? id : kind)).join(' ');
};
const posOf = (editing: Editing, id: string): number => pictureWith(editing.state.doc, id)!.pos;

test('Pictures in a row become one gallery and single pictures again, with all their words', () => {
  const editing = new Editing(storyOf(paragraph('p', 'Rain'), picture('a'), picture('b'), paragraph('z', 'Wind'))).at('Caption a').run(makeGallery);
  assert.equal(kinds(editing), 'paragraph gallery(a b) paragraph');
  assert.deepEqual(editing.blocks[1].blocks, [picture('a'), picture('b')]);
  editing.apply(takeApart(editing.state.tr, editing.state.selection.from));
  assert.equal(kinds(editing), 'paragraph a b paragraph');
  assert.deepEqual(editing.blocks.slice(1, 3), [picture('a'), picture('b')]);
});

test('The caption of a gallery that is taken apart stays as a paragraph', () => {
  const editing = new Editing(storyOf(gallery('a')));
  editing.apply(takeApart(editing.state.tr, 8));
  assert.equal(kinds(editing), 'a paragraph');
  assert.deepEqual(editing.blocks[1].texts, { text: [{ text: 'All' }] });
});

test('Words are no picture: no gallery can be made of them', () => {
  assert.equal(picturesAt(new Editing(storyOf(paragraph('p', 'Rain'))).at('Rain').state), null);
});

test('A picture moves within its gallery by keys and by buttons, and never beyond it', () => {
  const editing = new Editing(storyOf(gallery('a', 'b', 'c'), paragraph('z', 'Wind'))).at('Caption b').run(moveBlock(-1));
  assert.equal(kinds(editing), 'gallery(b a c) paragraph');
  editing.apply(editing.state.tr.setSelection(NodeSelection.create(editing.state.doc, posOf(editing, 'a'))));
  editing.run(moveBlock(1));
  assert.equal(kinds(editing), 'gallery(b c a) paragraph');
  assert.equal(moveBlock(1)(editing.state), false);
  assert.equal(moveInGallery(editing.state.tr, posOf(editing, 'b'), -1), null);
  editing.apply(moveInGallery(editing.state.tr, posOf(editing, 'a'), -1)!);
  assert.equal(kinds(editing), 'gallery(b a c) paragraph');
  editing.run(undo);
  assert.equal(kinds(editing), 'gallery(a b c) paragraph');
});

test('A picture moves to any place of its gallery in one step, and the others keep their order', () => {
  for (const [from, to, expected] of [['a', 2, 'b c a d'], ['d', 0, 'd a b c'], ['b', 3, 'a c d b'], ['c', 1, 'a c b d']] as const) {
    const editing = new Editing(storyOf(gallery('a', 'b', 'c', 'd')));
    editing.apply(moveTo(editing.state.tr, posOf(editing, from), to)!);
    assert.equal(kinds(editing), `gallery(${expected})`);
    assert.equal((editing.state.selection as NodeSelection).node.attrs.id, from);
    editing.run(undo);
    assert.equal(kinds(editing), 'gallery(a b c d)');
  }
  const editing = new Editing(storyOf(gallery('a', 'b'), picture('x')));
  for (const [id, to] of [['a', 0], ['a', 2], ['a', -1], ['x', 0]] as const) assert.equal(moveTo(editing.state.tr, posOf(editing, id), to), null);
});

test('A picture goes out of its gallery, which stays for the others or for its caption', () => {
  const editing = new Editing(storyOf(gallery('a', 'b')));
  editing.apply(takeOut(editing.state.tr, posOf(editing, 'a')));
  assert.equal(kinds(editing), 'gallery(b) a');
  editing.apply(takeOut(editing.state.tr, posOf(editing, 'b')));
  assert.equal(editing.short, 'gallery g All; picture b Caption b; picture a Caption a');
  const { caption: _, ...none } = gallery('c').texts!;
  const alone = new Editing(storyOf({ ...gallery('c'), texts: none }));
  alone.apply(takeOut(alone.state.tr, posOf(alone, 'c')));
  assert.equal(kinds(alone), 'c');
});

test('Pictures that are dropped on a gallery come into it, behind the one under them', () => {
  const { state } = new Editing(storyOf(paragraph('p', 'Rain'), gallery('a', 'b')));
  const place = (pos: number): string => { const $pos = state.doc.resolve(picturePlace(state.doc, pos)); return `${$pos.parent.type.name} ${$pos.index()}`; };
  assert.equal(place(pictureWith(state.doc, 'a')!.pos + 3), 'gallery 1');
  assert.equal(place(state.doc.content.size - 3), 'gallery 2');
  assert.equal(place(10), 'doc 5');
});

test('A gallery says which picture of how many each is, and its buttons order them', () => {
  const words = text('fa');
  const view = openView(storyOf(gallery('a', 'b')), 'fa', [new Plugin({
    props: { nodeViews: { gallery: (node, editor, getPos) => new GalleryView(node, editor, getPos, words, () => {}), picture: (node, editor, getPos) => new PictureView(node, editor, getPos, { text: words, replace: () => {} }) } },
  })]);
  const places = (): (string | null)[] => [...view.dom.querySelectorAll('.block-picture')].map(each => each.getAttribute('data-place'));
  assert.deepEqual(places(), ['تصویر ۱ از ۲', 'تصویر ۲ از ۲']);
  view.dom.querySelectorAll<HTMLButtonElement>('[data-name="later"]')[0].click();
  assert.deepEqual(fromDocument(view.state.doc).blocks![0].blocks!.map(each => each.id), ['b', 'a']);
  assert.deepEqual(places(), ['تصویر ۱ از ۲', 'تصویر ۲ از ۲']);
  assert.equal(view.dom.querySelector('.block-gallery')!.getAttribute('role'), 'group');
});

test('One button makes a gallery of a picture and those beside it', () => {
  const view = openView(storyOf(paragraph('p', 'Rain'), picture('a'), picture('b')));
  const tools = new PictureTools(text(), view, () => pictureWith(view.state.doc, 'b')!.pos);
  tools.element.querySelector<HTMLButtonElement>('.if-alone button')!.click();
  assert.deepEqual(fromDocument(view.state.doc).blocks![1].blocks!.map(each => each.id), ['a', 'b']);
});
