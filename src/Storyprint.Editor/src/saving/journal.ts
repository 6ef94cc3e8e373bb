import type { Block } from '../wire/types';
import type { Sending } from './server';

/** The state that the next change is made from. */
export interface Base {
  version: number;
  /** Whether it is what this editor sent, and not what the server holds: an answer waits to be brought in. */
  branch: boolean;
  draft: Block;
}

/** What is on its way to the server, or was when the page was closed. */
export interface Pending {
  sending: Sending;
  sent: Block;
}

/** What one tab knows of a story: enough to go on after it was closed or killed. */
export interface JournalRecord {
  editor: string;
  base: Base;
  pending: Pending | null;
  living: Block;
  writtenAt: number;
}

export type Parts = Partial<Pick<JournalRecord, 'base' | 'pending' | 'living'>>;

/** Where a tab writes down what it holds, at once and without a network. */
export interface Journal {
  readonly isAvailable: boolean;
  write(parts: Parts): Promise<void>;
  remove(editor: string): Promise<void>;
  /** The records of all tabs, those that still write among them. */
  all(): Promise<JournalRecord[]>;
}

/** A browser without a place to write: all else works, and the page says so. */
export const noJournal: Journal = {
  isAvailable: false,
  write: () => Promise.reject(new Error('This browser keeps nothing.')),
  remove: () => Promise.resolve(),
  all: () => Promise.resolve([]),
};
