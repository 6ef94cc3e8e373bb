import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FollowBase } from '../../src/suggestions/follow-base';
import type { Block } from '../../src/wire/types';
import { paragraph, storyOf } from '../support/editing';

const [one, two] = [storyOf(paragraph('p', 'May')), storyOf(paragraph('p', 'June'))];
const passed = (): Promise<void> => new Promise(done => setTimeout(done, 3));

function follow(version: number) {
  const state = { version, answers: [] as object[], asked: [] as string[], shown: [] as Block[], heard: [] as number[] };
  const ask = (async (address: string) => {
    state.asked.push(address);
    const answer = state.answers.shift();
    if (!answer) throw new TypeError('no network');
    return new Response(JSON.stringify(answer));
  }) as typeof fetch;
  const follower = new FollowBase('/base', { version: () => state.version, heard: now => state.heard.push(now), show: draft => state.shown.push(draft) }, ask);
  return { state, follower };
}

test('the draft is asked for whole once, and then for what changed', async () => {
  const { state, follower } = follow(1);
  state.answers = [{ version: 4, proposal: 1, draft: one }, { version: 5, proposal: 1, change: { blocks: [paragraph('p', 'June')] } }];
  follower.look();
  await passed();
  follower.heard(4);
  follower.heard(5);
  await passed();
  assert.deepEqual(state.asked, ['/base', '/base?version=4']);
  assert.deepEqual(state.shown, [one, two]);
});

test('a later draft is not shown before the proposal has what it has', async () => {
  const { state, follower } = follow(1);
  state.answers = [{ version: 5, proposal: 2, draft: two }];
  follower.look();
  await passed();
  assert.deepEqual([state.shown, state.heard], [[], [2]]);
  state.version = 2;
  follower.settle();
  follower.settle();
  assert.deepEqual(state.shown, [two]);
});

test('a change that does not fit is asked for whole again, and while nobody answers it is asked again later', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const flush = async (): Promise<void> => { for (let round = 0; round < 30; round++) await Promise.resolve(); await new Promise(done => setImmediate(done)); };
  const { state, follower } = follow(1);
  state.answers = [{ version: 4, proposal: 1, draft: one }, { version: 5, proposal: 1, change: { blocks: [paragraph('unknown', 'x')] } }];
  follower.look();
  await flush();
  follower.look();
  await flush();
  state.answers = [{ version: 5, proposal: 1, draft: two }];
  follower.look();
  await flush();
  assert.equal(state.asked.length, 2);
  t.mock.timers.tick(5_000);
  await flush();
  assert.deepEqual(state.asked, ['/base', '/base?version=4', '/base']);
  assert.deepEqual(state.shown, [one, two]);
});
