import type { Block } from '../wire/types';
import type { Clock } from './clock';
import type { Journal, Parts } from './journal';

const pause = 150;

/** Writes the living draft into the journal: the first change at once, and while somebody writes on at most every 150 ms. */
export class JournalWriter {
  private written: Block | null = null;
  private cancel: (() => void) | null = null;
  private isWaiting = false;
  private running: Promise<boolean> = Promise.resolve(true);
  private hasFailed = false;

  constructor(private readonly journal: Journal, private readonly clock: Clock, private readonly living: () => Block, private readonly onWritten: () => void) {}

  /** Whether every word that stands in the editor is in the journal. */
  get isUpToDate(): boolean {
    return this.written === this.living();
  }

  get works(): boolean {
    return this.journal.isAvailable && !this.hasFailed;
  }

  changed(): void {
    if (this.cancel) {
      this.isWaiting = true;
      return;
    }
    this.cancel = this.clock.after(pause, () => {
      this.cancel = null;
      if (this.isWaiting) this.changed();
    });
    this.isWaiting = false;
    void this.write({});
  }

  /** Writes now, with the living draft. True when it is written. */
  write(parts: Parts): Promise<boolean> {
    const living = this.living();
    const before = this.running;
    // Begun at once, not after the one before: a page that is being closed has no later.
    const writing = this.journal.write({ ...parts, living });
    this.running = writing.then(() => {
      this.written = living;
      this.hasFailed = false;
      return true;
    }, () => {
      this.hasFailed = true;
      return false;
    }).then(async result => {
      await before;
      this.onWritten();
      return result;
    });
    return this.running;
  }
}
