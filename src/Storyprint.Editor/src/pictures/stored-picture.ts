import { madeCodes } from '../about/codes';
import { fileOf } from '../crop/area';
import { safeAddress } from '../paste/address';
import { cleanWords, oneLine } from '../paste/words';
import { focusOf, focusText } from './focus';

/** Until when a picture may be used, where that is over or nearly so. */
export interface Rights {
  readonly state: 'ended' | 'ending';
  /** As the server says it; empty where it says nothing. */
  readonly words: string;
}

/** A picture that the server has, and what it knows of it. What is not known is left out. */
export interface StoredPicture {
  /** `HASH 1600x900`, as a block of a draft names it. */
  readonly file: string;
  readonly address: string;
  readonly title?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly focus?: string;
  readonly made?: string;
  readonly rights?: Rights;
}

const longest = 5_000;
const line = (value: unknown): string => (typeof value === 'string' ? oneLine(value.slice(0, longest)) : '');
const lines = (value: unknown): string => (typeof value === 'string' ? cleanWords(value.slice(0, longest)).trim() : '');
const point = /^(0|1|0?\.\d+) (0|1|0?\.\d+)$/;

/** Reads an answer; null where it names no picture. What a draft would be refused for is left out: it may have come out of a stranger's file. */
export function readPicture(said: unknown): StoredPicture | null {
  const { file, address, title, alt, caption, credit, focus, made, rights, rightsWords } = (said ?? {}) as Record<string, unknown>;
  const where = typeof address === 'string' ? safeAddress(address) : null;
  if (typeof file !== 'string' || !fileOf(file) || !where || !/^(\/|https?:)/.test(where)) return null;
  const known = {
    title: line(title), alt: line(alt), caption: lines(caption), credit: line(credit),
    focus: typeof focus === 'string' && point.test(focus) ? focusText(focusOf(focus)) : '',
    made: madeCodes.find(code => code === made) ?? '',
  };
  return {
    file, address: where, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')),
    ...(rights === 'ended' || rights === 'ending' ? { rights: { state: rights, words: line(rightsWords) } } : {}),
  };
}
