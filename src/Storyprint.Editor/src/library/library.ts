import type { Text } from '../writing/texts';
import { type FoundPart, readPart } from './found';

export type Found = FoundPart | { readonly problem: string };

/** The pictures of the newsroom, by words. */
export type Library = (words: string, from: number, signal: AbortSignal) => Promise<Found>;

const longestWords = 200;

/** Asks the server for pictures; what comes back is a list or a sentence. */
export function pictureLibrary(address: string, text: Text, ask: typeof fetch = (...parts) => fetch(...parts)): Library {
  return async (words, from, signal) => {
    const query = new URLSearchParams({ q: words.slice(0, longestWords).toWellFormed(), from: String(from) });
    try {
      const response = await ask(`${address}${address.includes('?') ? '&' : '?'}${query.toString()}`, { headers: { accept: 'application/json' }, redirect: 'manual', credentials: 'same-origin', signal });
      if (response.type === 'opaqueredirect' || response.status === 401) return { problem: text('editor.picture.signed-out') };
      const said = await response.json() as unknown;
      const part = response.ok ? readPart(said, from) : null;
      const { problem } = (said ?? {}) as { problem?: unknown };
      return part ?? { problem: typeof problem === 'string' ? problem : text('editor.picture.no-answer') };
    } catch {
      return { problem: text('editor.picture.no-answer') }; // The network, or an answer that was none.
    }
  };
}
