import type { Journal, JournalRecord, Parts } from '../../src/saving/journal';
import { JournalWriter } from '../../src/saving/journal-writer';
import { recover } from '../../src/saving/recovery';
import { isOver, type Status } from '../../src/saving/status';
import { Sync } from '../../src/saving/sync';
import { mergeAnswer } from '../../src/merge/merge-answer';
import type { Block } from '../../src/wire/types';
import { Editing } from './editing';
import type { FakeClock } from './fake-clock';
import type { FakeServer } from './fake-server';

/** A journal that a test can look into. */
export class MemoryJournal implements Journal {
  isAvailable = true;
  records = new Map<string, JournalRecord>();
  editor = '';

  write(parts: Parts): Promise<void> {
    const { editor } = this;
    this.records.set(editor, structuredClone({ ...this.records.get(editor), editor, pending: null, writtenAt: this.records.size, ...this.records.get(editor), ...parts }) as JournalRecord);
    return Promise.resolve();
  }

  remove(editor: string): Promise<void> {
    this.records.delete(editor);
    return Promise.resolve();
  }

  all(): Promise<JournalRecord[]> {
    return Promise.resolve([...this.records.values()]);
  }
}

let tabs = 0;

/** A tab with an editor, its journal and its connection, as the page puts them together. */
export class Tab {
  readonly statuses: Status[] = [];
  readonly sync: Sync;
  readonly journal: JournalWriter;
  private isKilled = false;

  private constructor(readonly editing: Editing, server: FakeServer, clock: FakeClock, journal: MemoryJournal, version: number, token: string, person: { id: string; name: string }) {
    const editor = `tab${tabs++}`;
    const own: Journal = {
      isAvailable: true,
      write: parts => { if (this.isKilled) return Promise.reject(new Error('killed')); journal.editor = editor; return journal.write(parts); },
      remove: id => journal.remove(id),
      all: () => journal.all(),
    };
    this.journal = new JournalWriter(own, clock, () => editing.draft, () => {});
    const living = {
      draft: () => editing.draft,
      merge(sent: Block, merged: Block) {
        const tr = mergeAnswer(editing.state, sent, merged);
        if (tr) editing.state = editing.state.apply(tr);
        return tr !== null;
      },
      block: () => null,
    };
    this.sync = new Sync({ server, clock, living, editor, person, token, base: { version, branch: false, draft: editing.draft }, write: parts => this.journal.write(parts), onStatus: status => this.statuses.push(status) });
    void this.journal.write({ base: this.sync.base, pending: null });
  }

  static async open(server: FakeServer, clock: FakeClock, journal: MemoryJournal): Promise<Tab | null> {
    const first = await server.load();
    if (first.kind !== 'loaded') return null;
    const left = await recover(journal, await journal.all(), server, clock, first.person, first.token);
    const whole = await server.load();
    if (left.length > 0 || whole.kind !== 'loaded') return null;
    return new Tab(new Editing(whole.draft), server, clock, journal, whole.version, whole.token, whole.person);
  }

  type(words: string): this {
    this.editing.type(words);
    this.journal.changed();
    this.sync.changed();
    return this;
  }

  kill(): void {
    this.isKilled = true;
    this.sync.close();
  }

  get isOver(): boolean {
    return isOver(this.sync.status);
  }
}
