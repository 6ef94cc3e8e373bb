import { apply } from '../changes/apply';
import { diff, isEmpty } from '../changes/diff';
import { freshId } from '../identities/fresh-id';
import { same } from '../wire/same';
import type { Block, Change } from '../wire/types';
import { Alarm } from './alarm';
import type { Clock } from './clock';
import type { Base, Parts, Pending } from './journal';
import type { Answer, Failure, News, Person, Sending, Server } from './server';
import { isOver, type Status } from './status';

const every = 2_000;
const longest = 15_000;

/** The document that is kept on the server. */
export interface Living {
  draft(): Block;
  /** Brings in what the server holds, made from what was sent; false where that has to wait. */
  merge(sent: Block, merged: Block): boolean;
  /** The block with the cursor. */
  block(): string | null;
}

export interface SyncStart {
  server: Server;
  clock: Clock;
  living: Living;
  editor: string;
  person: Person;
  token: string;
  base: Base;
  pending?: Pending | null;
  write(parts: Parts): Promise<unknown>;
  onStatus(status: Status): void;
}

/** Keeps a document on the server. One request is on its way and never two; the same one is sent again until it is answered. */
export class Sync {
  status: Status = { kind: 'saved', at: null };
  base: Base;
  pending: Pending | null;
  private token: string;
  private isBusy = false;
  private mayBeSignedOut = false;
  private pause = 0;
  private known = 0;
  private hasGoneBack = false;
  private refused: Block | null = null;
  private readonly alarm: Alarm;

  constructor(private readonly start: SyncStart) {
    this.base = start.base;
    this.pending = start.pending ?? null;
    this.token = start.token;
    this.alarm = new Alarm(start.clock, () => { void this.run(); });
  }

  /** Whether there are words that the server does not have. */
  get isDirty(): boolean {
    return this.pending !== null || this.base.branch || !same(this.start.living.draft(), this.base.draft);
  }

  get accessToken(): string {
    return this.token;
  }

  changed(): void {
    if (!this.isDirty || isOver(this.status)) return;
    if (this.status.kind === 'saved' || (this.status.kind === 'refused' && !this.isRefused())) this.say({ kind: 'saving' });
    if ((this.status.kind === 'failing' || this.status.kind === 'signed-out') && this.status.isClean) this.say({ ...this.status, isClean: false });
    if (this.status.kind === 'saving') this.alarm.set(every);
  }

  /** Sends what there is at once: the cursor left, the network came back, the window was looked at again. */
  hurry(): void {
    this.pause = 0;
    if (!isOver(this.status) && (this.isDirty || this.status.kind !== 'saved' || this.hasNews)) void this.run();
  }

  /** Another version is on the server. */
  heard(version: number): void {
    this.known = Math.max(this.known, version);
    // A backup was restored, or the news is older than the last answer: asking tells which.
    this.hasGoneBack = version < this.base.version;
    if (this.hasNews && !this.isDirty && !isOver(this.status)) void this.run();
  }

  private get hasNews(): boolean {
    return this.known > this.base.version || this.hasGoneBack;
  }

  close(): void {
    this.alarm.stop();
    this.status = { kind: 'stopped', problem: '', isGone: false };
  }

  /** One step: what waits is sent, or what is new is fetched. */
  async run(): Promise<void> {
    if (this.isBusy || isOver(this.status)) return;
    this.isBusy = true;
    this.alarm.stop();
    try {
      if (this.mayBeSignedOut && !(await this.signIn())) return;
      if (await this.prepare()) await this.send();
      else if (this.hasNews) await this.fetch();
      else if (this.status.kind !== 'refused') this.say(this.status.kind === 'saved' ? this.status : { kind: 'saved', at: this.start.clock.now() });
    } catch (wrong) {
      // A fault of this program: the words stay in the journal, and it is tried again.
      console.error(wrong);
      await this.failed({ kind: 'failed' });
    } finally {
      this.isBusy = false;
    }
    if (!this.alarm.isSet && !isOver(this.status) && this.status.kind !== 'refused' && (this.isDirty || this.hasNews)) this.alarm.set(every);
  }

  private async prepare(): Promise<boolean> {
    if (this.pending) return true;
    const sent = this.start.living.draft();
    const change = diff(this.base.draft, sent);
    if ((isEmpty(change) && !this.base.branch) || this.isRefused()) return false;
    const { version, branch } = this.base;
    await this.put({ sent, sending: { ...this.head(), version, branch, change } });
    return true;
  }

  private head(): Pick<Sending, 'editor' | 'request' | 'block'> {
    const block = this.start.living.block();
    return { editor: this.start.editor, request: freshId(), ...(block ? { block } : {}) };
  }

  // It is written down before it is sent: a tab that is killed now asks with the same request again.
  private async put(pending: Pending): Promise<void> {
    this.pending = pending;
    this.say({ kind: 'saving' });
    await this.start.write({ pending, base: this.base });
  }

  private async send(): Promise<void> {
    const pending = this.pending!;
    const answer = await this.start.server.send(pending.sending, this.token);
    if (answer.kind === 'saved') await this.saved(pending, answer);
    else if (answer.kind === 'unknown-base' && !pending.sending.base) await this.sendWhole(pending);
    else await this.failed(answer);
  }

  private async sendWhole({ sent, sending: { change } }: Pending): Promise<void> {
    await this.put({ sent, sending: { ...this.head(), base: this.base.draft, change } });
    await this.send();
  }

  private async saved({ sent, sending }: Pending, answer: Answer & { kind: 'saved' }): Promise<void> {
    const held = await this.held(sent, answer);
    if (!held) return;
    const { version, draft: merged } = held;
    this.known = sending.base ? version : Math.max(this.known, version);
    this.base = this.start.living.merge(sent, merged) ? { version, branch: false, draft: this.shared(merged) } : { version, branch: true, draft: sent };
    this.pending = null;
    this.pause = 0;
    this.refused = null;
    this.say(this.isDirty ? { kind: 'saving' } : { kind: 'saved', at: this.start.clock.now() });
    await this.start.write({ pending: null, base: this.base });
  }

  // What the server holds. Where its change does not fit, which would be a fault of one of the two, it is asked for the whole.
  private async held(from: Block, { version, change }: { version: number; change?: Change }): Promise<{ version: number; draft: Block } | null> {
    const draft = change ? apply(from, change) : from;
    if (draft) return { version, draft };
    const whole = await this.start.server.load();
    if (whole.kind === 'loaded') return whole;
    await this.failed(whole);
    return null;
  }

  private async fetch(): Promise<void> {
    this.hasGoneBack = false;
    const news = await this.start.server.since(this.base.version);
    if (news.kind === 'unknown-base') {
      await this.put({ sent: this.base.draft, sending: { ...this.head(), base: this.base.draft, change: {} } });
      return this.send();
    }
    if (news.kind !== 'news') return this.failed(news);
    if (!this.isSamePerson(news)) return;
    const held = await this.held(this.base.draft, news);
    if (!held) return;
    if (this.start.living.merge(this.base.draft, held.draft)) this.base = { version: held.version, branch: false, draft: this.shared(held.draft) };
    this.known = Math.max(this.known, held.version);
    this.say(this.isDirty ? { kind: 'saving' } : this.status.kind === 'saved' ? this.status : { kind: 'saved', at: this.start.clock.now() });
    await this.start.write({ base: this.base });
  }

  // Blocks that are the same objects need not be compared at every key.
  private shared(draft: Block): Block {
    const living = this.start.living.draft();
    return same(living, draft) ? living : draft;
  }

  // Asked before anything is sent again: somebody else may have signed in meanwhile.
  private async signIn(): Promise<boolean> {
    const news = await this.start.server.since(this.base.version);
    if (news.kind !== 'news' && news.kind !== 'unknown-base') {
      await this.failed(news);
      return false;
    }
    if (news.kind === 'news' && !this.isSamePerson(news)) return false;
    if (news.kind === 'unknown-base') {
      const whole = await this.start.server.load();
      if (whole.kind !== 'loaded') await this.failed(whole);
      if (whole.kind !== 'loaded' || !this.isSamePerson(whole)) return false;
    }
    this.mayBeSignedOut = false;
    return true;
  }

  private isSamePerson({ person, token }: { person: Person; token: string }): boolean {
    if (person.id !== this.start.person.id) {
      this.say({ kind: 'other-person', name: person.name });
      return false;
    }
    this.token = token;
    return true;
  }

  private async failed(answer: Failure | News): Promise<void> {
    if (answer.kind === 'stopped') {
      this.say(answer);
    } else if (answer.kind === 'refused') {
      this.refused = this.pending?.sent ?? null;
      this.pending = null;
      this.say(answer);
      await this.start.write({ pending: null });
    } else {
      const isSignedOut = answer.kind === 'signed-out';
      this.mayBeSignedOut ||= isSignedOut || answer.kind === 'old-token';
      this.pause = isSignedOut ? longest : Math.min(longest, Math.max(1_000, this.pause * 2));
      const isClean = !this.isDirty;
      this.say(isSignedOut ? { kind: 'signed-out', isClean } : { kind: 'failing', isClean, ...('problem' in answer && answer.problem ? { problem: answer.problem } : {}) });
      this.alarm.set(answer.kind === 'old-token' && this.pause === 1_000 ? 0 : this.pause);
    }
  }

  private isRefused(): boolean {
    return this.refused !== null && same(this.refused, this.start.living.draft());
  }

  private say(status: Status): void {
    const isOld = same(this.status, status);
    this.status = status;
    if (!isOld) this.start.onStatus(status);
  }
}
