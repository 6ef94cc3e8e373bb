import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undo } from 'prosemirror-history';
import { Plugin } from 'prosemirror-state';
import { DragHandle } from '../../src/gallery/drag';
import { GalleryView } from '../../src/gallery/gallery-view';
import { sayOrder } from '../../src/gallery/say-order';
import { scrollAtEdges, speedAt } from '../../src/gallery/scroll-at-edges';
import { moveBlock } from '../../src/keys/move-block';
import { PictureView } from '../../src/pictures/picture-view';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { press } from '../support/dom';
import { paragraph, storyOf } from '../support/editing';
import { cursorBehind, openView } from '../support/open-view';
import { text } from '../support/texts';

const picture = (id: string): Block => ({ id, kind: 'picture', texts: { caption: [{ text: `Caption ${id}` }] }, values: { file: `${'ab'.repeat(32)} 16x9`, address: '/a' } });

/** A gallery whose pictures lie under each other, 100 pixels each. */
function opened() {
  const [words, said] = [text(), [] as string[]];
  const views = { gallery: (...[node, view, getPos]: ConstructorParameters<typeof GalleryView>) => new GalleryView(node, view, getPos, words, null), picture: (...[node, view, getPos]: ConstructorParameters<typeof PictureView>) => new PictureView(node, view, getPos, { text: words }) };
  const view = openView(storyOf({ id: 'g', kind: 'gallery', blocks: ['a', 'b', 'c', 'd'].map(picture) }, paragraph('p', 'Rain')), 'en', [sayOrder(words, sentence => void said.push(sentence)), new Plugin({ props: { nodeViews: views as never } })]);
  const figures = (): HTMLElement[] => [...view.dom.querySelectorAll<HTMLElement>('.block-picture')];
  const lay = (): void => figures().forEach((figure, index) => { figure.getBoundingClientRect = () => ({ top: 200 + index * 100, height: 100 }) as DOMRect; });
  const handle = (index: number): HTMLElement => figures()[index]!.querySelector<HTMLElement>('.drag-handle')!;
  const point = (target: HTMLElement, type: string, clientY = 0, more: object = {}): boolean =>
    target.dispatchEvent(Object.assign(new MouseEvent(`pointer${type}`, { bubbles: true, cancelable: true, clientY, button: 0 }), { isPrimary: true, pointerId: 1, ...more }));
  const drag = (index: number, ...ys: number[]): HTMLElement => {
    lay();
    const held = handle(index);
    point(held, 'down', 250 + index * 100);
    for (const y of ys) point(held, 'move', y);
    return held;
  };
  const order = (): string => fromDocument(view.state.doc).blocks![0]!.blocks!.map(({ id }) => id).join('');
  return { view, said, figures, handle, point, drag, order };
}

for (const [name, index, y, expected, said] of [
  ['down over one', 0, 360, 'bacd', 'Picture 2 of 4'], ['down to the end', 0, 900, 'bcda', 'Picture 4 of 4'], ['up to the beginning', 3, 210, 'dabc', 'Picture 1 of 4'], ['up over one', 2, 320, 'acbd', 'Picture 2 of 4'],
] as const) {
  test(`A picture that is dragged ${name} stands there, and its place is said`, () => {
    const { view, drag, point, order, said: heard } = opened();
    const held = drag(index, 240, y);
    assert.equal(order(), 'abcd');
    point(held, 'up', y);
    assert.equal(order(), expected);
    assert.deepEqual(heard, [said]);
    undo(view.state, view.dispatch);
    assert.equal(order(), 'abcd');
  });
}

test('Where it would stand is marked while it is held, and not after', () => {
  const { drag, figures, point } = opened();
  const held = drag(0, 240, 420);
  const marks = (): string => figures().map(({ classList }) => ['is-dragged', 'drop-before', 'drop-behind'].map(each => Number(classList.contains(each))).join('')).join(' ');
  assert.equal(marks(), '100 000 010 000');
  point(held, 'move', 900);
  assert.equal(marks(), '100 000 000 001');
  point(held, 'move', 260);
  assert.equal(marks(), '100 000 000 000');
  point(held, 'cancel');
  assert.equal(marks(), '000 000 000 000');
});

test('A trembling hand, Escape, another button and a second finger move nothing', () => {
  const { drag, point, order, handle } = opened();
  point(drag(0, 252), 'up', 252);
  const held = drag(0, 240, 900);
  press(document, 'Escape');
  point(held, 'up', 900);
  for (const more of [{ button: 2, isPrimary: true }, { button: 0, isPrimary: false }]) {
    const other = handle(1);
    other.dispatchEvent(Object.assign(new MouseEvent('pointerdown', { bubbles: true, clientY: 350, button: more.button }), { isPrimary: more.isPrimary }));
    point(other, 'move', 900);
    point(other, 'up', 900);
  }
  assert.equal(order(), 'abcd');
  assert.equal(DragHandle.name, 'DragHandle');
});

test('A picture that somebody took away while it was held is not put in again', () => {
  const { view, drag, point, order } = opened();
  const held = drag(0, 240, 900);
  view.dispatch(view.state.tr.delete(view.posAtDOM(held, 0) - 1, view.posAtDOM(held, 0) - 1 + view.state.doc.child(4).child(0).nodeSize));
  point(held, 'up', 900);
  assert.equal(order(), 'bcd');
});

test('Keys and buttons say the new place too, and words that are written say nothing', () => {
  const { view, said, figures } = opened();
  cursorBehind(view, 'Caption b');
  moveBlock(1)(view.state, view.dispatch);
  assert.deepEqual(said, ['Picture 3 of 4']);
  figures()[0]!.querySelector<HTMLButtonElement>('[data-name="later"]')!.click();
  assert.deepEqual(said, ['Picture 3 of 4', 'Picture 2 of 4']);
  view.dispatch(view.state.tr.insertText('More', 8));
  cursorBehind(view, 'Caption a');
  view.dispatch(view.state.tr.insertText(' and more'));
  assert.equal(said.length, 2);
});

test('Near the edges of the window it scrolls, faster the nearer', () => {
  assert.deepEqual([400, 800, 799, 765, 0, -50, 100].map(y => Math.sign(speedAt(y, 800))), [0, 1, 1, 1, -1, -1, -1]);
  assert.ok(Math.abs(speedAt(0, 800)) > Math.abs(speedAt(120, 800)));
  assert.equal(typeof scrollAtEdges(() => {}).stop, 'function');
});
