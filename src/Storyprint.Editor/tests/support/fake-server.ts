import { apply } from '../../src/changes/apply';
import { diff, isEmpty } from '../../src/changes/diff';
import { all } from '../../src/changes/draft-index';
import { rebase } from '../../src/merge/rebase';
import type { Answer, Failure, News, Opening, Sending, Server } from '../../src/saving/server';
import type { Block, Change } from '../../src/wire/types';

export type Fault = 'no connection' | 'answer lost' | 'full' | 'signed out' | 'old token' | 'refused' | 'gone' | 'too large' | 'held up';

/** A server as the editor knows it, with the faults that a network has. It merges as the real one where nothing touches; else it keeps both texts. */
export class FakeServer implements Server {
  version = 1;
  person = { id: 'p1', name: 'Ines' };
  token = 'token1';
  fault: Fault | null = null;
  onWire = 0;
  mostOnWire = 0;
  sent: Sending[] = [];
  readonly held: (() => void)[] = [];
  private readonly states = new Map<number, Block>();
  private readonly branches = new Map<number, Block>();
  private readonly answers = new Map<string, Answer>();
  private next = 0;

  constructor(public draft: Block) {
    this.states.set(1, draft);
  }

  /** Somebody else changes the draft. */
  edit(draft: Block): void {
    this.draft = draft;
    this.states.set(++this.version, draft);
  }

  /** A backup from before is put in place: no version of the editor's is known any more. */
  restore(draft: Block): void {
    this.states.clear();
    this.branches.clear();
    this.version = 1;
    this.edit(draft);
    this.states.delete(1);
  }

  load(): Promise<Opening> {
    return this.wire<Opening>(() => ({ kind: 'loaded', version: this.version, draft: this.draft, token: this.token, person: this.person, canEdit: true }));
  }

  since(version: number): Promise<News> {
    return this.wire<News>(() => {
      const base = this.states.get(version);
      return base ? { kind: 'news', version: this.version, ...named(diff(base, this.draft)), token: this.token, person: this.person } : { kind: 'unknown-base' };
    });
  }

  send(sending: Sending, token: string): Promise<Answer> {
    this.sent.push(sending);
    return this.wire<Answer>(() => {
      if (token !== this.token || this.fault === 'old token') return { kind: 'old-token' };
      if (this.fault === 'refused' || this.fault === 'too large') return { kind: 'refused', problem: 'There is a control character.' };
      const known = this.answers.get(sending.request);
      if (known) return known;
      const base = sending.base ?? (sending.branch ? this.branches : this.states).get(sending.version!);
      if (!base) return { kind: 'unknown-base' };
      const ours = apply(base, sending.change);
      if (!ours) return { kind: 'refused', problem: 'It does not fit.' };
      this.edit(rebase(base, ours, this.draft) ?? this.both(this.draft, ours));
      this.branches.set(this.version, ours);
      const answer: Answer = { kind: 'saved', version: this.version, ...named(diff(ours, this.draft)) };
      this.answers.set(sending.request, answer);
      return answer;
    });
  }

  private async wire<T>(act: () => T): Promise<T | Failure> {
    this.mostOnWire = Math.max(this.mostOnWire, ++this.onWire);
    try {
      if (this.fault === 'held up') await new Promise<void>(resolve => this.held.push(resolve));
      await null;
      switch (this.fault) {
        case 'no connection': return { kind: 'failed' };
        case 'full': return { kind: 'failed', problem: 'The disk is full.' };
        case 'signed out': return { kind: 'signed-out' };
        case 'gone': return { kind: 'stopped', problem: 'The story was withdrawn.', isGone: true };
        case 'answer lost': act(); return { kind: 'failed' };
        default: return act();
      }
    } finally {
      this.onWire--;
    }
  }

  private both(theirs: Block, ours: Block): Block {
    const known = new Set([...all(theirs)].map(block => block.id));
    const words = JSON.stringify(theirs);
    const extra = [...all(ours)].filter(block => block.kind === 'paragraph' && !words.includes(JSON.stringify(block.texts ?? {})))
      .map(block => (known.has(block.id) ? { ...block, id: `both${this.next++}` } : block));
    return { ...theirs, blocks: [...(theirs.blocks ?? []), ...extra] };
  }
}

const named = (change: Change): { change?: Change } => (isEmpty(change) ? {} : { change });
