import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../src/wire/types';
import { Editing, paragraph, storyOf } from '../support/editing';
import { FakeClock } from '../support/fake-clock';
import { type Fault, FakeServer } from '../support/fake-server';
import { Random } from '../support/random';
import { MemoryJournal, Tab } from '../support/tab';

const faults: (Fault | null)[] = ['no connection', 'answer lost', 'full', 'signed out', 'old token', 'held up', null, null, null];

// Somebody writes, others write, the network comes and goes, tabs are killed: at the end every word stands on the server, once.
async function anHourOf(random: Random): Promise<void> {
  const [server, clock, journal] = [new FakeServer(storyOf(...['One', 'Two', 'Three', 'Four'].map(words => paragraph(words.toLowerCase(), words)))), new FakeClock(), new MemoryJournal()];
  const written: string[] = [];
  const word = (who: string): string => { written.push(`${who}${written.length}x`); return ` ${written.at(-1)!}`; };
  let tab: Tab | null = await Tab.open(server, clock, journal);
  for (let step = 0; step < 40; step++) {
    switch (random.below(8)) {
      case 0: release(server); server.fault = random.pick(faults); break;
      case 1: await clock.pass(150); tab?.kill(); if (server.fault === 'held up') release(server); await clock.pass(1); tab = await Tab.open(server, clock, journal); break;
      case 2: tab?.sync.hurry(); break;
      case 3: server.edit(others(server.draft, random, word('theirs'))); tab?.sync.heard(server.version); break;
      default:
        if (!tab) break;
        cursor(tab.editing, random);
        tab.type(word('mine'));
    }
    await clock.pass(random.pick([0, 10, 500, 2_500, 6_000]));
  }
  release(server);
  await clock.pass(1);
  tab?.sync.hurry();
  await clock.pass(60_000);
  tab ??= (await Tab.open(server, clock, journal))!;
  await clock.pass(5_000);
  // A request of a killed tab may have come to the server late; events tell of it.
  tab.sync.heard(server.version);
  await clock.pass(5_000);
  assert.deepEqual(tab.editing.draft, server.draft);
  const text = JSON.stringify(server.draft);
  for (const each of written) assert.ok(text.includes(each), `${each} is lost`);
}

function release(server: FakeServer): void {
  server.fault = null;
  server.held.splice(0).forEach(go => go());
}

function others(draft: Block, random: Random, words: string): Block {
  const edited = structuredClone(draft);
  const block = random.pick(edited.blocks!.filter(each => each.texts));
  const run = block.texts!.text[0] as { text: string };
  run.text = random.chance(2) ? run.text + words : `${words.trim()} ${run.text}`;
  return edited;
}

function cursor(editing: Editing, random: Random): void {
  const spots: number[] = [];
  editing.state.doc.forEach((node, offset) => { if (node.type.name === 'paragraph') spots.push(offset + 1 + (random.chance(2) ? node.content.size : 0)); });
  editing.put(random.pick(spots));
}

test('In 250 hours of faults no word is lost', async () => {
  for (let seed = 1; seed <= 250; seed++) {
    try {
      await anHourOf(new Random(seed));
    } catch (wrong) {
      throw new Error(`Hour ${seed}`, { cause: wrong });
    }
  }
});
