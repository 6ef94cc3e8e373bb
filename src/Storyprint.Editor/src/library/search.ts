import type { Clock } from '../saving/clock';
import type { FoundPicture } from './found';
import type { Library } from './library';

export interface Shown {
  readonly pictures: readonly FoundPicture[];
  readonly hasMore: boolean;
  /** The words to which the pictures belong. */
  readonly words: string;
  readonly state: 'asking' | 'slow' | 'there' | 'failed';
  readonly problem: string;
}

export const pauses = { typing: 250, slow: 5_000, longest: 45_000 } as const;

/** A search through the library while somebody types: the newest words win, whatever is answered first. */
export class Search {
  private shown: Shown = { pictures: [], hasMore: false, words: '', state: 'asking', problem: '' };
  private next = 0;
  private control = new AbortController();
  private wanted: string | null = null;
  private stopTimers: (() => void)[] = [];

  constructor(private readonly library: Library, private readonly clock: Clock, private readonly tell: (shown: Shown) => void) {}

  /** Words as they stand now; asked for when nobody types on, or at once. */
  type(typed: string, isAtOnce = false): void {
    const words = typed.trim().replace(/\s+/g, ' ');
    if (words === this.wanted && this.shown.state !== 'failed') return;
    this.wanted = words;
    this.stop();
    if (isAtOnce) void this.ask(words, 0);
    else this.later(pauses.typing, () => void this.ask(words, 0));
  }

  more(): void {
    const { hasMore, state, words } = this.shown;
    if (hasMore && state === 'there' && words === this.wanted) void this.ask(words, this.next);
  }

  again(): void {
    if (this.shown.state === 'failed') void this.ask(this.wanted ?? '', this.isFurther ? this.next : 0);
  }

  /** Gives up what is on its way. */
  stop(): void {
    this.control.abort();
    for (const each of this.stopTimers.splice(0)) each();
  }

  private get isFurther(): boolean {
    return this.shown.words === this.wanted && this.shown.pictures.length > 0;
  }

  private async ask(words: string, from: number): Promise<void> {
    this.stop();
    const control = this.control = new AbortController();
    this.set({ state: 'asking', problem: '' });
    this.later(pauses.slow, () => this.set({ state: 'slow' }));
    // A server that never answers is one that failed: a window may not wait for ever.
    const given = new Promise<{ problem: string }>(done => this.later(pauses.longest, () => done({ problem: '' })));
    const found = await Promise.race([this.library(words, from, control.signal), given]);
    if (control.signal.aborted) return;
    this.stop();
    // Pictures of other words would look like those that were asked for.
    if ('problem' in found) return this.set({ state: 'failed', problem: found.problem, ...(this.isFurther ? {} : { pictures: [], hasMore: false }) });
    this.next = found.next;
    const before = from > 0 ? this.shown.pictures : [];
    const known = new Set(before.map(({ file }) => file));
    // While somebody adds pictures, parts of the list overlap.
    const fresh = found.pictures.filter(({ file }) => !known.has(file) && known.add(file));
    // A part that brings nothing new is the last: it would be asked for without end.
    this.set({ pictures: [...before, ...fresh], hasMore: found.hasMore && fresh.length > 0, words, state: 'there' });
  }

  private set(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    this.tell(this.shown);
  }

  private later(milliseconds: number, what: () => void): void {
    this.stopTimers.push(this.clock.after(milliseconds, what));
  }
}
