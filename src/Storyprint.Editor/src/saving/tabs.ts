import type { JournalRecord } from './journal';

const name = (editor: string): string => `storyprint-editor-${editor}`;
const quiet = 20_000;

/** Says to other tabs that this one lives, for as long as it does: the browser lets go when the tab is closed or killed. */
export function holdTab(editor: string): void {
  void navigator.locks?.request(name(editor), () => new Promise(() => {}));
}

/** Of the records in the journal, those whose tab is no more. */
export async function withoutTab(records: JournalRecord[], now: number): Promise<JournalRecord[]> {
  // Pages without encryption have no locks: there, a tab that wrote nothing for a while counts as closed.
  if (!navigator.locks) return records.filter(record => now - record.writtenAt > quiet);
  const held = new Set(((await navigator.locks.query()).held ?? []).map(lock => lock.name));
  return records.filter(record => !held.has(name(record.editor)));
}

/** Does something with the record of a tab that is no more, in one tab and not in two. Without locks nobody knows that it is no more before a story is opened. */
export async function asItsHeir(editor: string, what: () => Promise<unknown>): Promise<void> {
  await navigator.locks?.request(name(editor), { ifAvailable: true }, async lock => { if (lock) await what(); });
}
