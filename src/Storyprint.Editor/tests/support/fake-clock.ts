import type { Clock } from '../../src/saving/clock';

/** Time that stands still until a test turns it. */
export class FakeClock implements Clock {
  private time = 0;
  private waiting: { at: number; what: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, what: () => void): () => void {
    const entry = { at: this.time + milliseconds, what };
    this.waiting.push(entry);
    return () => { this.waiting = this.waiting.filter(other => other !== entry); };
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settled();
    for (;;) {
      const next = this.waiting.filter(entry => entry.at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter(entry => entry !== next);
      this.time = Math.max(this.time, next.at);
      next.what();
      await settled();
    }
    this.time = end;
  }
}

export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
