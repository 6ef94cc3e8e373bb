import type { Emphasis } from '../wire/types';

export type { Emphasis };

/** Words that stand alike. What a paste is read into are blocks of the draft's kinds, before they have identities. */
export interface Run {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  readonly link: string | null;
  /** Spaces and line breaks count as they stand. */
  readonly asTyped?: boolean;
}

export type Runs = readonly Run[];

export interface PastedItem {
  readonly text: Runs;
  readonly depth: number;
  readonly ordered: boolean | null;
  readonly number: number | null;
}

export type Alignment = '' | 'Left' | 'Centre' | 'Right';

export interface PastedTable {
  readonly kind: 'table';
  readonly caption: Runs;
  readonly columns: readonly Alignment[];
  readonly head: readonly Runs[] | null;
  readonly rows: readonly (readonly Runs[])[];
}

export interface PastedPicture {
  readonly kind: 'picture';
  /** A `data:` address, of which a file is made. */
  readonly source: string;
  readonly alt: string;
  readonly caption: Runs;
}

export type PastedBlock =
  | { readonly kind: 'paragraph'; readonly text: Runs }
  | { readonly kind: 'heading'; readonly level: number; readonly text: Runs }
  | { readonly kind: 'quotation'; readonly passages: readonly Runs[]; readonly speaker: string }
  | { readonly kind: 'pullquote'; readonly text: Runs; readonly speaker: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PastedItem[] }
  | PastedTable
  | PastedPicture
  | { readonly kind: 'embed'; readonly address: string; readonly title: string }
  | { readonly kind: 'break' };

/** What a story cannot hold, by the key of its name in the texts. */
export type Dropped = 'video' | 'sound' | 'form' | 'picture' | 'frame' | 'remark' | 'deletion' | 'column';

export interface Pasted {
  readonly blocks: readonly PastedBlock[];
  readonly dropped: ReadonlyMap<Dropped, number>;
  /** Whether it was too long and only its beginning was taken. */
  readonly cut: boolean;
}

export const plain = (text: string): Run => ({ text, emphasis: [], link: null });

export const wordsOf = (runs: Runs): string => runs.map(run => run.text).join('');

export const sameStyle = (one: Run, other: Run): boolean =>
  one.link === other.link && !one.asTyped === !other.asTyped && one.emphasis.length === other.emphasis.length && one.emphasis.every((name, index) => name === other.emphasis[index]);
