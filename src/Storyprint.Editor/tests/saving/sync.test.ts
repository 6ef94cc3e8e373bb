import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../src/wire/types';
import { Sync } from '../../src/saving/sync';
import { Editing, paragraph, storyOf } from '../support/editing';
import { FakeClock, settled } from '../support/fake-clock';
import { type Fault, FakeServer } from '../support/fake-server';
import { MemoryJournal, Tab } from '../support/tab';

const start = storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind'));

async function opened(draft: Block = start): Promise<{ tab: Tab; server: FakeServer; clock: FakeClock; journal: MemoryJournal }> {
  const [server, clock, journal] = [new FakeServer(draft), new FakeClock(), new MemoryJournal()];
  const tab = (await Tab.open(server, clock, journal))!;
  tab.editing.at('Rain');
  return { tab, server, clock, journal };
}

test('What is written is on the server after two seconds, and the line says when', async () => {
  const { tab, server, clock } = await opened();
  tab.type(' today');
  await clock.pass(1_900);
  assert.equal(server.sent.length, 0);
  await clock.pass(200);
  assert.deepEqual(server.draft, tab.editing.draft);
  assert.deepEqual(tab.sync.status, { kind: 'saved', at: 2_000 });
});

test('While nothing is written nothing is sent', async () => {
  const { server, clock } = await opened();
  await clock.pass(60_000);
  assert.equal(server.sent.length, 0);
});

test('It is sent at once when the cursor leaves', async () => {
  const { tab, server } = await opened();
  tab.type(' today').sync.hurry();
  await settled();
  assert.equal(server.sent.length, 1);
});

test('One request is on its way and never two, also when it takes long', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'held up';
  for (let round = 0; round < 20; round++) {
    tab.type(` ${round}`).sync.hurry();
    await clock.pass(3_000);
  }
  assert.equal(server.sent.length, 1);
  server.fault = null;
  server.held.forEach(release => release());
  await clock.pass(5_000);
  assert.equal(server.mostOnWire, 1);
  assert.deepEqual(server.draft, tab.editing.draft);
});

test('After a lost answer the same request is sent again, and the words stand once', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'answer lost';
  tab.type(' today');
  await clock.pass(2_000);
  tab.type(' and tomorrow');
  server.fault = null;
  await clock.pass(10_000);
  assert.equal(server.sent[0], server.sent[1]);
  assert.deepEqual(server.draft, storyOf(paragraph('a', 'Rain today and tomorrow'), paragraph('b', 'Wind')));
});

test('Pauses grow up to 15 seconds while there is no connection, and it goes on at once when there is one', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'no connection';
  tab.type(' today');
  await clock.pass(2_000 + 1_000 + 2_000 + 4_000 + 8_000 + 15_000 + 15_000);
  assert.equal(server.sent.length, 7);
  assert.deepEqual(tab.sync.status, { kind: 'failing', isClean: false });
  server.fault = null;
  tab.sync.hurry();
  await settled();
  assert.equal(tab.sync.status.kind, 'saved');
});

test('A server that cannot store says why, and gets the words later', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'full';
  tab.type(' today');
  await clock.pass(3_000);
  assert.deepEqual(tab.sync.status, { kind: 'failing', problem: 'The disk is full.', isClean: false });
  server.fault = null;
  await clock.pass(15_000);
  assert.deepEqual(server.draft, tab.editing.draft);
});

test('Somebody who was signed out writes on, and what was written is sent after the next sign-in', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'signed out';
  tab.type(' today');
  await clock.pass(3_000);
  tab.type(' and tomorrow');
  assert.equal(tab.sync.status.kind, 'signed-out');
  [server.fault, server.token] = [null, 'token2'];
  tab.sync.hurry();
  await clock.pass(5_000);
  assert.deepEqual(server.draft, tab.editing.draft);
});

test('When somebody else signed in nothing is sent in his name, and the words stay in the journal', async () => {
  const { tab, server, clock, journal } = await opened();
  server.fault = 'signed out';
  tab.type(' today');
  await clock.pass(3_000);
  [server.fault, server.token, server.person] = [null, 'token2', { id: 'p2', name: 'Omid' }];
  tab.sync.hurry();
  await clock.pass(60_000);
  assert.deepEqual(tab.sync.status, { kind: 'other-person', name: 'Omid' });
  assert.deepEqual(server.draft, start);
  assert.deepEqual([...journal.records.values()][0].living, tab.editing.draft);
});

test('A token that is too old is fetched anew without a word to anybody', async () => {
  const { tab, server, clock } = await opened();
  server.token = 'token2';
  tab.type(' today');
  await clock.pass(2_500);
  assert.deepEqual(server.draft, tab.editing.draft);
  assert.equal(tab.sync.status.kind, 'saved');
});

test('A withdrawn story stops the sending, and the words stay', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'gone';
  tab.type(' today');
  await clock.pass(60_000);
  assert.deepEqual(tab.sync.status, { kind: 'stopped', problem: 'The story was withdrawn.', isGone: true });
  assert.equal(server.sent.length, 1);
  assert.match(tab.editing.short, /Rain today/);
});

test('What is refused is not sent again until it is changed', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'refused';
  tab.type(' today');
  await clock.pass(60_000);
  assert.equal(server.sent.length, 1);
  assert.equal(tab.sync.status.kind, 'refused');
  server.fault = null;
  tab.type('!');
  await clock.pass(3_000);
  assert.deepEqual(server.draft, tab.editing.draft);
});

test('After a restored backup the words are sent with all that they were made from', async () => {
  const { tab, server, clock } = await opened();
  server.restore(storyOf(paragraph('b', 'Wind'), paragraph('c', 'Old')));
  tab.type(' today');
  await clock.pass(3_000);
  assert.ok(server.sent[1].base);
  assert.notEqual(server.sent[1].request, server.sent[0].request);
  await clock.pass(3_000);
  assert.deepEqual(server.draft, tab.editing.draft);
  assert.match(tab.editing.short, /Rain today/);
  assert.match(tab.editing.short, /Old/);
});

test('An editor in which nothing is written hears of a restored backup, and asks once', async () => {
  const { tab, server, clock } = await opened();
  server.edit(storyOf(paragraph('a', 'Rain')));
  tab.sync.heard(2);
  await clock.pass(100);
  server.restore(storyOf(paragraph('a', 'Older')));
  server.version = 1;
  tab.sync.heard(1);
  await clock.pass(30_000);
  assert.equal(tab.editing.short, 'paragraph a Older');
  assert.equal(server.sent.length, 1);
});

test('Without a connection a story that is saved says so, and one that is changed says that too', async () => {
  const { tab, server, clock } = await opened();
  server.fault = 'no connection';
  tab.sync.heard(2);
  await clock.pass(500);
  assert.deepEqual(tab.sync.status, { kind: 'failing', isClean: true });
  tab.type(' today');
  assert.deepEqual(tab.sync.status, { kind: 'failing', isClean: false });
});

test('A fault of the editor itself does not stop the sending', async () => {
  const { tab, server, clock } = await opened();
  const { since } = server;
  server.since = () => { throw new Error('a fault'); };
  const { error } = console;
  console.error = () => {};
  tab.sync.heard(9);
  await clock.pass(500);
  console.error = error;
  server.since = since;
  tab.type(' today');
  await clock.pass(20_000);
  assert.deepEqual(server.draft, tab.editing.draft);
});

test('What others wrote comes in while nothing is written here', async () => {
  const { tab, server, clock } = await opened();
  server.edit(storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind and sun')));
  tab.sync.heard(2);
  await clock.pass(100);
  assert.match(tab.editing.short, /Wind and sun/);
  assert.equal(tab.sync.base.version, 2);
  assert.equal(server.sent.length, 0);
});

test('An answer that touches what was typed since waits, and the next sending names the branch', async () => {
  const { tab, server, clock } = await opened();
  server.edit(storyOf(paragraph('a', 'Rain perhaps'), paragraph('b', 'Wind')));
  server.fault = 'held up';
  tab.type(' today');
  await clock.pass(2_000);
  server.fault = null;
  tab.type(' later');
  server.held.forEach(release => release());
  await clock.pass(10_000);
  assert.deepEqual(server.sent.map(sending => sending.branch), server.sent.map((_, index) => index > 0 && server.sent[index].branch));
  assert.deepEqual(server.draft, tab.editing.draft);
  for (const word of ['perhaps', 'today', 'later']) assert.match(tab.editing.short, new RegExp(word));
});

test('Words of a closed tab that are gone on with are not called saved before they are', async () => {
  const { server, clock } = await opened();
  const editing = new Editing(storyOf(paragraph('a', 'Rain today'), paragraph('b', 'Wind')));
  const living = { draft: () => editing.draft, merge: () => true, block: () => null };
  const sync = new Sync({ server, clock, living, editor: 'old', person: server.person, token: server.token, base: { version: 1, branch: false, draft: start }, write: () => Promise.resolve(), onStatus: () => {} });
  sync.changed();
  assert.equal(sync.status.kind, 'saving');
  await clock.pass(3_000);
  assert.deepEqual(server.draft, editing.draft);
});

for (const fault of ['no connection', 'answer lost', 'full', 'signed out'] satisfies Fault[]) {
  test(`A tab that is killed while there is this fault, ${fault}, loses nothing`, async () => {
    const { tab, server, clock, journal } = await opened();
    server.fault = fault;
    tab.type(' today');
    await clock.pass(2_500);
    tab.type(' and tomorrow');
    await clock.pass(10);
    tab.kill();
    server.fault = null;
    const again = (await Tab.open(server, clock, journal))!;
    assert.match(again.editing.short, /Rain today and tomorrow/);
    assert.deepEqual(server.draft, again.editing.draft);
    assert.equal(journal.records.size, 1);
  });
}
