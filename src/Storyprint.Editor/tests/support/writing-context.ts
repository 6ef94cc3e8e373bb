import type { WritingContext } from '../../src/writing/context';
import { text } from './texts';

/** What parts for writing need, on the page of a test: fresh identities are fresh1, fresh2 and so on, and what is said can be read. */
export function writingContext(language = 'en'): { context: WritingContext; said: string[]; announced: string[] } {
  const [said, announced]: [string[], string[]] = [[], []];
  let next = 1;
  return {
    said, announced,
    context: { root: document.body, language, text: text(language), freshId: () => `fresh${next++}`, token: () => 'today', say: sentence => void said.push(sentence), announce: sentence => void announced.push(sentence) },
  };
}
