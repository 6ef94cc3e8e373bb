import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPart } from '../../src/library/found';
import { pictureLibrary } from '../../src/library/library';
import { text } from '../support/texts';

const hash = 'ab'.repeat(32);
const lamp = { file: `${hash} 1600x900`, address: `/media/${hash}/480.jpg`, title: 'Lamp', alt: 'A lamp', caption: 'The lamp.\nAt night.', credit: 'Sara Lind', focus: '0.5 0.25', made: 'digitalCapture', rights: 'ending', rightsWords: 'Rights end on 3 March 2027' };

test('A picture of the list has a small file for the list, and in the story the one that is sent too', () => {
  assert.deepEqual(readPart({ pictures: [lamp], more: true }, 48), {
    next: 49, hasMore: true,
    pictures: [{
      file: lamp.file, thumbnail: lamp.address, address: `/media/${hash}/1600.jpg`, title: 'Lamp', alt: 'A lamp', caption: 'The lamp.\nAt night.', credit: 'Sara Lind', focus: '0.5 0.25', made: 'digitalCapture',
      rights: { state: 'ending', words: 'Rights end on 3 March 2027' },
    }],
  });
});

test('What a draft would be refused for is left out, and a picture that cannot be read leaves the others there', () => {
  const none = [null, 3, 'x', {}, { ...lamp, file: 'x' }, { ...lamp, file: `${hash} 01x9` }, { ...lamp, file: `${hash} 999999x9` }, { ...lamp, address: 'javascript:alert(1)' }, { ...lamp, address: 'mailto:a@example.org' }, { ...lamp, address: '' }, { ...lamp, address: 7 }];
  const odd = { file: lamp.file, address: '/a.jpg', alt: 'A\u0000 lamp\n\tby night ', caption: ['x'], credit: 'a\ud800b', focus: '1e-7 0.5', made: 'madeUp', rights: 'perhaps', title: '\u202ename' };
  const part = readPart({ pictures: [...none, odd], more: 'yes' }, 0)!;
  assert.deepEqual(part.pictures, [{ file: lamp.file, address: '/a.jpg', thumbnail: '/a.jpg', alt: 'A lamp by night', credit: 'ab', title: 'name' }]);
  assert.equal(part.next, none.length + 1);
  assert.equal(part.hasMore, false);
});

test('An endless list ends: a part without pictures has none behind it', () => {
  assert.equal(readPart({ pictures: [], more: true }, 48)!.hasMore, false);
  assert.deepEqual([null, [], { pictures: 'x' }, 'x'].map(said => readPart(said, 0)), [null, null, null, null]);
});

test('The server is asked for words and a place in the list, and its fault is said in words', async () => {
  const calls: string[] = [];
  const ask = (answer: () => Response | Promise<Response>, words = 'old bridge', address = '/choose') =>
    pictureLibrary(address, text(), (async (url: string) => { calls.push(url); return answer(); }) as typeof fetch)(words, 48, new AbortController().signal);
  const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
  assert.deepEqual(await ask(() => json({ pictures: [], more: false })), { pictures: [], next: 48, hasMore: false });
  await ask(() => json({ pictures: [] }), 'پل & \ud800', '/choose?edition=fa');
  assert.deepEqual(calls, ['/choose?q=old+bridge&from=48', `/choose?edition=fa&${new URLSearchParams({ q: 'پل & \ufffd', from: '48' }).toString()}`]);
  const problem = async (answer: () => Response): Promise<string> => ((await ask(answer)) as { problem: string }).problem;
  assert.equal(await problem(() => json({ problem: 'Not now.' }, 503)), 'Not now.');
  assert.equal(await problem(() => json({}, 401)), text()('editor.picture.signed-out'));
  assert.equal(await problem(() => ({ type: 'opaqueredirect', status: 0 }) as Response), text()('editor.picture.signed-out'));
  for (const answer of [() => { throw new TypeError('no network'); }, () => new Response('<html>'), () => json([]), () => json(null), () => json({ pictures: [] }, 500)]) {
    assert.equal(await problem(answer), text()('editor.picture.no-answer'));
  }
});
