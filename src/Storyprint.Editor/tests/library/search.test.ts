import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundPicture } from '../../src/library/found';
import type { Found } from '../../src/library/library';
import { pauses, Search, type Shown } from '../../src/library/search';
import { FakeClock, settled } from '../support/fake-clock';

const picture = (name: string): FoundPicture => ({ file: name, address: name, thumbnail: name });

function searching() {
  const clock = new FakeClock();
  const asked: { words: string; from: number; signal: AbortSignal; answer: (found: Found) => Promise<void> }[] = [];
  let shown: Shown | null = null;
  const search = new Search((words, from, signal) => new Promise(done => asked.push({ words, from, signal, answer: found => { done(found); return settled(); } })), clock, now => { shown = now; });
  const there = (from: number, ...names: string[]): Found => ({ pictures: names.map(picture), next: from + names.length, hasMore: true });
  return { clock, asked, search, there, shown: () => ({ state: shown!.state, names: shown!.pictures.map(({ file }) => file).join(' '), problem: shown!.problem }) };
}

test('While somebody types nothing is asked, and then once', async () => {
  const { clock, asked, search } = searching();
  for (const typed of ['h', 'ha', 'harbour ']) {
    search.type(typed);
    await clock.pass(pauses.typing - 1);
  }
  assert.equal(asked.length, 0);
  await clock.pass(1);
  assert.deepEqual(asked.map(({ words }) => words), ['harbour']);
  search.type(' harbour');
  await clock.pass(pauses.typing);
  assert.equal(asked.length, 1);
});

test('The newest words win, whichever answer comes first', async () => {
  const { asked, search, there, shown } = searching();
  search.type('old', true);
  search.type('new', true);
  assert.ok(asked[0]!.signal.aborted);
  await asked[1]!.answer(there(0, 'n'));
  await asked[0]!.answer(there(0, 'o'));
  assert.deepEqual(shown(), { state: 'there', names: 'n', problem: '' });
});

test('What was found stays in sight until something else is', async () => {
  const { asked, search, there, shown } = searching();
  search.type('a', true);
  await asked[0]!.answer(there(0, 'x'));
  search.type('b', true);
  assert.deepEqual(shown(), { state: 'asking', names: 'x', problem: '' });
});

test('More comes behind what is there, without those that are there already, and ends where nothing new comes', async () => {
  const { asked, search, there, shown } = searching();
  search.type('', true);
  search.more();
  await asked[0]!.answer(there(0, 'a', 'b'));
  search.more();
  search.more();
  assert.deepEqual(asked.map(({ from }) => from), [0, 2]);
  await asked[1]!.answer(there(2, 'b', 'c'));
  assert.equal(shown().names, 'a b c');
  search.more();
  assert.equal(asked[2]!.from, 4);
  await asked[2]!.answer(there(4, 'a', 'c'));
  search.more();
  assert.equal(asked.length, 3);
});

test('A slow answer is said to be slow, one that never comes has failed, and can be asked for again', async () => {
  const { clock, asked, search, there, shown } = searching();
  search.type('a', true);
  await clock.pass(pauses.slow);
  assert.equal(shown().state, 'slow');
  await clock.pass(pauses.longest);
  assert.equal(shown().state, 'failed');
  assert.ok(asked[0]!.signal.aborted);
  search.again();
  await asked[1]!.answer(there(0, 'x'));
  assert.deepEqual(shown(), { state: 'there', names: 'x', problem: '' });
});

test('When more fails, what was there stays, and the same part is asked for again', async () => {
  const { asked, search, there, shown } = searching();
  search.type('a', true);
  await asked[0]!.answer(there(0, 'x'));
  search.more();
  await asked[1]!.answer({ problem: 'Not now.' });
  assert.deepEqual(shown(), { state: 'failed', names: 'x', problem: 'Not now.' });
  search.again();
  assert.equal(asked[2]!.from, 1);
});

test('When other words fail, the pictures of the words before do not stand for them', async () => {
  const { asked, search, there, shown } = searching();
  search.type('a', true);
  await asked[0]!.answer(there(0, 'x'));
  search.type('b', true);
  await asked[1]!.answer({ problem: 'Not now.' });
  assert.equal(shown().names, '');
  search.type('b', true);
  assert.equal(asked.length, 3);
});

test('A search that was given up tells nothing any more', async () => {
  const { asked, search, there, shown, clock } = searching();
  search.type('a', true);
  search.stop();
  await asked[0]!.answer(there(0, 'x'));
  await clock.pass(pauses.longest);
  assert.equal(shown().state, 'asking');
});
