import { same } from '../wire/same';
import type { Clock } from './clock';
import type { Journal, JournalRecord } from './journal';
import type { Person, Server } from './server';
import type { Status } from './status';
import { Sync } from './sync';
import { asItsHeir } from './tabs';

/** A record of a closed tab whose words could not be sent. */
export interface Leftover {
  record: JournalRecord;
  status: Status;
}

const attempts = 6;

/** Sends what closed and killed tabs have left in the journal, each with its own base, and removes what the server has. */
export async function recover(journal: Journal, records: JournalRecord[], server: Server, clock: Clock, person: Person, token: string): Promise<Leftover[]> {
  const left: Leftover[] = [];
  for (const record of records.sort((one, other) => one.writtenAt - other.writtenAt)) {
    const status = await send(record, server, clock, person, token);
    if (status) left.push({ record, status });
    else await journal.remove(record.editor);
  }
  return left;
}

/** Sends what tabs have left that were closed since this one was opened. What the server does not take stays, and is shown at the next opening. */
export async function recoverClosed(journal: Journal, own: string, server: Server, clock: Clock, person: Person, token: () => string): Promise<void> {
  for (const { editor } of await journal.all().catch(() => [])) {
    if (editor !== own) await asItsHeir(editor, async () => recover(journal, (await journal.all()).filter(record => record.editor === editor), server, clock, person, token()));
  }
}

// Null when the server has everything. The record is changed with each answer, so that it can be gone on with.
async function send(record: JournalRecord, server: Server, clock: Clock, person: Person, token: string): Promise<Status | null> {
  const living = {
    draft: () => record.living,
    merge(sent: unknown, merged: JournalRecord['living']) {
      if (!same(sent, record.living)) return false;
      record.living = merged;
      return true;
    },
    block: () => null,
  };
  const sync = new Sync({ server, clock, living, editor: record.editor, person, token, base: record.base, pending: record.pending, write: () => Promise.resolve(), onStatus: () => {} });
  for (let attempt = 0; attempt < attempts && sync.isDirty; attempt++) {
    await sync.run();
    const { status } = sync;
    if (status.kind !== 'saved' && status.kind !== 'saving' && (status.kind !== 'failing' || attempt > 0)) break;
  }
  const { status } = sync;
  const isSent = !sync.isDirty;
  [record.base, record.pending] = [sync.base, sync.pending];
  sync.close();
  return isSent ? null : status;
}
