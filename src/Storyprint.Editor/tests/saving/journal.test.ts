import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openJournal } from '../../src/saving/indexed-journal';
import type { Journal } from '../../src/saving/journal';
import { JournalWriter } from '../../src/saving/journal-writer';
import type { Block } from '../../src/wire/types';
import { paragraph, storyOf } from '../support/editing';
import { FakeClock, settled } from '../support/fake-clock';

globalThis.IDBKeyRange = IDBKeyRange;
const base = { version: 3, branch: false, draft: storyOf() };
const living = storyOf(paragraph('a', 'باران'));

test('What one tab wrote another finds: of this person and this story only', async () => {
  const factory = new IDBFactory();
  const journal = await openJournal('p1', '1125546', 'tab1', factory);
  await journal.write({ base, pending: null, living });
  await (await openJournal('p2', '1125546', 'tab2', factory)).write({ base, living });
  await (await openJournal('p1', '11255', 'tab3', factory)).write({ base, living });
  const found = await (await openJournal('p1', '1125546', 'tab4', factory)).all();
  assert.deepEqual(found.map(({ writtenAt: _, ...record }) => record), [{ editor: 'tab1', base, pending: null, living }]);
});

test('Parts that are not named stay as they were, and a removed record is gone', async () => {
  const journal = await openJournal('p1', 's', 'tab1', new IDBFactory());
  await journal.write({ base, living: storyOf() });
  await journal.write({ living });
  const [record] = await journal.all();
  assert.deepEqual([record.base, record.living], [base, living]);
  await journal.remove('tab1');
  assert.deepEqual(await journal.all(), []);
});

test('A browser that keeps nothing gets a journal that says so', async () => {
  const refusing = { open: () => { throw new Error('private'); } } as unknown as IDBFactory;
  assert.equal((await openJournal('p', 's', 'e', refusing)).isAvailable, false);
  assert.equal((await openJournal('p', 's', 'e', undefined)).isAvailable, false);
});

function writer(): { writer: JournalWriter; clock: FakeClock; written: Block[]; say: (draft: Block) => void; fail: (isFailing: boolean) => void } {
  let [draft, isFailing] = [storyOf(), false];
  const [clock, written]: [FakeClock, Block[]] = [new FakeClock(), []];
  const journal: Journal = {
    isAvailable: true,
    write: parts => (isFailing ? Promise.reject(new Error('full')) : Promise.resolve(void written.push(parts.living!))),
    remove: () => Promise.resolve(),
    all: () => Promise.resolve([]),
  };
  const made = new JournalWriter(journal, clock, () => draft, () => {});
  return { writer: made, clock, written, say: now => { draft = now; made.changed(); }, fail: now => { isFailing = now; } };
}

test('The first change is written at once, and those behind it at most every 150 ms, the last one too', async () => {
  const { writer: made, clock, written, say } = writer();
  const drafts = Array.from({ length: 10 }, (_, index) => storyOf(paragraph('a', `${index}`)));
  say(drafts[0]);
  await settled();
  assert.equal(written.length, 1);
  for (const draft of drafts.slice(1)) {
    say(draft);
    await clock.pass(40);
  }
  await clock.pass(150);
  assert.equal(written.at(-1), drafts[9]);
  assert.ok(written.length <= 5);
  assert.ok(made.isUpToDate);
});

test('A journal that is full is told, and works again when it can', async () => {
  const { writer: made, clock, say, fail } = writer();
  fail(true);
  say(living);
  await clock.pass(200);
  assert.equal(made.works, false);
  assert.equal(made.isUpToDate, false);
  fail(false);
  say(storyOf());
  await clock.pass(200);
  assert.equal(made.works, true);
});
