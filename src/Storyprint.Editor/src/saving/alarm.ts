import type { Clock } from './clock';

/** Rings once, at the earliest of the times that it was set to. */
export class Alarm {
  private cancel: (() => void) | null = null;
  private at = Infinity;

  constructor(private readonly clock: Clock, private readonly ring: () => void) {}

  get isSet(): boolean {
    return this.at < Infinity;
  }

  set(after: number): void {
    const at = this.clock.now() + after;
    if (at >= this.at) return;
    this.stop();
    this.at = at;
    this.cancel = this.clock.after(after, () => {
      this.at = Infinity;
      this.ring();
    });
  }

  stop(): void {
    this.cancel?.();
    this.at = Infinity;
  }
}
