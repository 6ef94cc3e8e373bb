import { freshId } from '../identities/fresh-id';
import { clock } from '../saving/clock';
import { openJournal } from '../saving/indexed-journal';
import type { Base, Journal, Pending } from '../saving/journal';
import { type Leftover, recover } from '../saving/recovery';
import type { Loaded, Opening, Server } from '../saving/server';
import { holdTab, withoutTab } from '../saving/tabs';
import type { Block } from '../wire/types';

/** All that an editor begins with. */
export interface Opened {
  loaded: Loaded;
  editor: string;
  journal: Journal;
  base: Base;
  pending: Pending | null;
  draft: Block;
  /** What closed tabs left and the server does not take. */
  leftovers: Leftover[];
}

const wait = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Asks until there is an answer that says yes or no. */
async function load(server: Server, onProblem: (answer: Opening) => void): Promise<Loaded | null> {
  for (let pause = 1_000; ; pause = Math.min(15_000, pause * 2)) {
    const answer = await server.load();
    if (answer.kind === 'loaded') return answer;
    onProblem(answer);
    if (answer.kind === 'stopped') return null;
    await wait(pause);
  }
}

/** Opens a story. What earlier tabs left in the journal is sent first, so that what is shown has all that was written. */
export async function openStory(server: Server, story: string, onProblem: (answer: Opening) => void): Promise<Opened | null> {
  const first = await load(server, onProblem);
  if (!first) return null;
  const editor = freshId();
  const journal = await openJournal(first.person.id, story, editor);
  const records = await journal.all().then(all => withoutTab(all, Date.now()), () => []);
  const leftovers = await recover(journal, records, server, clock, first.person, first.token);
  const loaded = records.length > 0 ? await load(server, onProblem) : first;
  if (!loaded) return null;
  // Where the server cannot be reached now, the newest of them is gone on with, under its own name.
  const later = leftovers.filter(({ status }) => status.kind === 'failing' || status.kind === 'signed-out').at(-1);
  if (later) {
    const { record } = later;
    holdTab(record.editor);
    return { loaded, editor: record.editor, journal: await openJournal(first.person.id, story, record.editor), base: record.base, pending: record.pending, draft: record.living, leftovers: leftovers.filter(other => other !== later) };
  }
  holdTab(editor);
  return { loaded, editor, journal, base: { version: loaded.version, branch: false, draft: loaded.draft }, pending: null, draft: loaded.draft, leftovers };
}
