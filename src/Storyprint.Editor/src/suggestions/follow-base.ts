import { apply } from '../changes/apply';
import type { Block, Change } from '../wire/types';

/** The draft that a proposal stands beside, as the server says it. */
export interface Beside {
  readonly version: number;
  readonly draft: Block;
  /** The version of the proposal that stands beside this one. */
  readonly proposal: number;
}

interface Follower {
  /** The version of the proposal that is written in. */
  version(): number;
  /** There is a later one to be brought in. */
  heard(version: number): void;
  show(draft: Block): void;
}

const again = 5_000;

/** Keeps the draft beside a proposal up to date: what is drawn are differences from the draft of this moment. */
export class FollowBase {
  private known: Beside | null = null;
  private isShown = false;
  private running: Promise<void> | null = null;
  private isAsked = false;
  private isPausing = false;

  constructor(private readonly address: string, private readonly does: Follower, private readonly ask: typeof fetch = (...parts) => fetch(...parts)) {}

  /** The draft has this version now. */
  heard(version: number): void {
    if (version !== this.known?.version) this.look();
  }

  /** Asks what the draft says, once for all who ask meanwhile. */
  look(): void {
    if (this.isPausing) return;
    if (this.running) {
      this.isAsked = true;
      return;
    }
    this.isAsked = false;
    this.running = this.fetch().catch(() => this.pause()).finally(() => {
      this.running = null;
      if (this.isAsked) this.look();
    });
  }

  /** Shows it as soon as the proposal itself has what the draft has: otherwise others' words would look like words of the proposal, or taken out by it. */
  settle(): void {
    if (!this.known || this.isShown || this.does.version() < this.known.proposal) return;
    this.isShown = true;
    this.does.show(this.known.draft);
  }

  // No connection: the sentence about it stands in the line of saving.
  private pause(): void {
    this.isPausing = true;
    setTimeout(() => {
      this.isPausing = false;
      this.look();
    }, again);
  }

  private async fetch(): Promise<void> {
    const query = this.known ? `?version=${this.known.version}` : '';
    const response = await this.ask(`${this.address}${query}`, { redirect: 'manual', cache: 'no-store', credentials: 'same-origin' });
    const said = (await response.json()) as { version: number; proposal: number; draft?: Block; change?: Change };
    if (!response.ok || typeof said.version !== 'number') throw new Error('No answer.');
    const draft = said.draft ?? (this.known && (said.change ? apply(this.known.draft, said.change) : this.known.draft));
    if (!draft) {
      this.known = null;
      throw new Error('The change does not fit.');
    }
    this.known = { version: said.version, draft, proposal: said.proposal };
    this.isShown = false;
    if (this.does.version() < said.proposal) this.does.heard(said.proposal);
    this.settle();
  }
}
