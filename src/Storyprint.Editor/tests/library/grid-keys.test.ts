import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf, whereTo } from '../../src/library/grid-keys';
import { page } from '../support/browser';

// 0 1 2 3
// 4 5 6 7
// 8 9
const layout = { count: 10, columns: 4, rows: 2, isRightToLeft: false };
const steps: [key: string, at: number, to: number | null][] = [
  ['ArrowRight', 3, 4], ['ArrowRight', 9, 9], ['ArrowLeft', 4, 3], ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5], ['ArrowDown', 7, 9], ['ArrowDown', 9, 9], ['ArrowUp', 5, 1], ['ArrowUp', 2, 2],
  ['PageDown', 0, 8], ['PageDown', 3, 9], ['PageUp', 9, 1], ['Home', 7, 0], ['End', 0, 9], ['a', 3, null], ['Enter', 3, null],
];
for (const [key, at, to] of steps) test(`${key} leads from picture ${at} to ${to ?? 'nowhere'}`, () => assert.equal(whereTo(key, at, layout), to));

test('In right-to-left writing the left arrow leads on', () => {
  assert.equal(whereTo('ArrowLeft', 3, { ...layout, isRightToLeft: true }), 4);
  assert.equal(whereTo('ArrowRight', 4, { ...layout, isRightToLeft: true }), 3);
});

test('In an empty list no key leads anywhere', () => {
  for (const key of ['ArrowDown', 'End', 'Home']) assert.equal(whereTo(key, 0, { ...layout, count: 0 }), null);
});

test('The layout is what the browser made of it', () => {
  page();
  const list = document.createElement('ul');
  for (const top of [0, 0, 0, 120, 120]) {
    const item = document.createElement('li');
    Object.defineProperties(item, { offsetTop: { value: top }, offsetHeight: { value: 110 } });
    list.append(item);
  }
  const around = document.createElement('div');
  Object.defineProperty(around, 'clientHeight', { value: 400 });
  document.body.append(list);
  assert.deepEqual(layoutOf(list, around), { count: 5, columns: 3, rows: 3, isRightToLeft: false });
});
