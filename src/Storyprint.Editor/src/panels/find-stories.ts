import { safeAddress } from '../paste/address';
import type { WritingContext } from '../writing/context';
import type { Suggestion } from './combobox';

export interface FoundStory extends Suggestion {
  readonly code: string;
  readonly link: string;
}

const pause = 200;

/** Published stories by words of their headlines, or by code. */
export async function findStories(context: WritingContext, words: string): Promise<FoundStory[]> {
  const address = context.root.dataset.stories;
  if (!address) return [];
  await new Promise(done => setTimeout(done, pause));
  try {
    const answer = await fetch(`${address}${address.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' }, redirect: 'manual' });
    const found: unknown = answer.ok ? await answer.json() : [];
    return (Array.isArray(found) ? found : []).flatMap(each => soundStory(each as Record<string, unknown>)).slice(0, 10);
  } catch {
    return []; // No stories are offered while the server cannot be reached; an address or a code can be typed all the same.
  }
}

const soundStory = ({ code, headline, link }: Record<string, unknown>): FoundStory[] => {
  const address = safeAddress(typeof link === 'string' ? link : null);
  return typeof headline === 'string' && address ? [{ label: headline, hint: String(code ?? ''), code: String(code ?? ''), link: address }] : [];
};

/** A code as drafts have it, from what was typed: figures of any language, or the address of a story. */
export function codeOf(typed: string): string | null {
  const digits = typed.trim().replace(/[۰-۹٠-٩]/g, digit => String(digit.charCodeAt(0) & 15));
  const code = /^\d{1,18}$/.exec(digits)?.[0] ?? /\/news\/(\d{1,18})(?:[/?#]|$)/.exec(digits)?.[1];
  return code ?? null;
}
