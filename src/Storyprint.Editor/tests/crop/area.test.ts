import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Area, fileOf, focusIn, type Handle, handles, isCroppable, least, moved, ratios, resized, shaped, stepOf } from '../../src/crop/area';
import { Random } from '../support/random';

const size = { width: 1600, height: 900 };
const area: Area = { x: 400, y: 200, width: 600, height: 400 };

test('a picture says its size in its name, and what does not is not cropped', () => {
  assert.deepEqual(fileOf(`${'ab'.repeat(32)} 1600x900`), { hash: 'ab'.repeat(32), width: 1600, height: 900 });
  assert.deepEqual(['', null, 'ab 16x9', `${'AB'.repeat(32)} 16x9`, `${'ab'.repeat(32)} 16x9x3`].map(fileOf), [null, null, null, null, null]);
  assert.deepEqual([[1600, 900], [least, least], [least - 1, 900]].map(([width, height]) => isCroppable({ width, height })), [true, false, false]);
});

test('a part is moved and stays in the picture', () => {
  assert.deepEqual(moved(area, 50, -30, size), { ...area, x: 450, y: 170 });
  assert.deepEqual(moved(area, 5_000, 5_000, size), { ...area, x: 1_000, y: 500 });
  assert.deepEqual(moved(area, -5_000, -5_000, size), { ...area, x: 0, y: 0 });
});

const pulls: [Handle, number, number, number | null, Area][] = [
  ['se', 100, 50, null, { x: 400, y: 200, width: 700, height: 450 }],
  ['nw', 100, 50, null, { x: 500, y: 250, width: 500, height: 350 }],
  ['e', 100, 999, null, { x: 400, y: 200, width: 700, height: 400 }],
  ['n', 999, -50, null, { x: 400, y: 150, width: 600, height: 450 }],
  ['se', -5_000, -5_000, null, { x: 400, y: 200, width: least, height: least }],
  ['w', -5_000, 0, null, { x: 0, y: 200, width: 1_000, height: 400 }],
  ['se', 200, 0, 1, { x: 400, y: 200, width: 700, height: 700 }],
  ['s', 0, 100, 1, { x: 450, y: 200, width: 500, height: 500 }],
];
for (const [handle, right, down, ratio, expected] of pulls) {
  test(`the ${handle} of a part, pulled by ${right} and ${down}${ratio ? ' in a shape' : ''}`, () => assert.deepEqual(resized(area, handle, right, down, size, ratio), expected));
}

test('whatever is pulled, all of the part lies in the picture, is large enough and keeps its shape', () => {
  const random = new Random(7);
  for (let round = 0; round < 4_000; round++) {
    const of = { width: 200 + random.below(3_000), height: 200 + random.below(3_000) };
    const { ratio } = random.pick(ratios);
    let now: Area = shaped({ x: 0, y: 0, ...of }, of, ratio);
    const holds = ratio !== null && Math.abs(now.width / now.height - ratio) < 0.02;
    for (let pull = 0; pull < 5; pull++) now = resized(now, random.pick(handles), random.below(4_000) - 2_000, random.below(4_000) - 2_000, of, holds ? ratio : null);
    const said = `${round}: ${JSON.stringify(now)} of ${JSON.stringify(of)} as ${ratio}`;
    assert.ok([now.x, now.y, now.width, now.height].every(Number.isInteger), said);
    assert.ok(now.x >= 0 && now.y >= 0 && now.x + now.width <= of.width && now.y + now.height <= of.height, said);
    assert.ok(now.width >= least && now.height >= least, said);
    if (holds) assert.ok(Math.abs(now.width - now.height * ratio!) <= 2, said);
  }
});

test('arrow keys go far, and pixel by pixel with Alt', () => {
  assert.deepEqual([stepOf('ArrowLeft', false, size), stepOf('ArrowDown', true, size), stepOf('a', false, size)], [[-16, 0], [0, 1], null]);
});

test('a focal point goes along, and one outside of the part comes to its border', () => {
  assert.deepEqual(focusIn({ x: 0.5, y: 0.5 }, { x: 400, y: 0, width: 800, height: 900 }, size), { x: 0.5, y: 0.5 });
  assert.deepEqual(focusIn({ x: 0.1, y: 1 }, { x: 800, y: 0, width: 800, height: 450 }, size), { x: 0, y: 1 });
});
