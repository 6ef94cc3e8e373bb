import type { Block, Change } from '../wire/types';

export interface Person {
  id: string;
  name: string;
}

export interface Loaded {
  version: number;
  draft: Block;
  token: string;
  person: Person;
  canEdit: boolean;
}

/** What is sent; the same request is sent again, letter for letter, until there is an answer. */
export interface Sending {
  editor: string;
  request: string;
  version?: number;
  branch?: boolean;
  base?: Block;
  change: Change;
  block?: string;
}

export type Failure =
  | { kind: 'unknown-base' }
  | { kind: 'refused'; problem: string }
  | { kind: 'stopped'; problem: string; isGone: boolean }
  | { kind: 'signed-out' }
  | { kind: 'old-token' }
  | { kind: 'failed'; problem?: string };

export type Answer = Failure | { kind: 'saved'; version: number; change?: Change; by?: string[] };
export type News = Failure | { kind: 'news'; version: number; change?: Change; token: string; person: Person };
export type Opening = Failure | ({ kind: 'loaded' } & Loaded);

/** The server as the editor sees it. No call throws: what goes wrong is an answer. */
export interface Server {
  load(): Promise<Opening>;
  send(sending: Sending, token: string): Promise<Answer>;
  since(version: number): Promise<News>;
}
