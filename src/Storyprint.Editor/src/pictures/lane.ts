/** Runs so many things at the same time; the others wait in their order. */
export class Lane {
  private running = 0;
  private readonly queue: (() => Promise<void>)[] = [];

  constructor(private readonly atOnce: number) {}

  add(run: () => Promise<void>): void {
    this.queue.push(run);
    this.next();
  }

  private next(): void {
    if (this.running >= this.atOnce) return;
    const run = this.queue.shift();
    if (!run) return;
    this.running++;
    void run().finally(() => {
      this.running--;
      this.next();
    });
  }
}
