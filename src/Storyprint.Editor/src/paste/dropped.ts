import type { Text } from '../writing/texts';
import type { Pasted } from './pasted';

/** One line about what was left out, or null when all of it is there. */
export function droppedSentence(pasted: Pick<Pasted, 'dropped' | 'cut'>, text: Text): string | null {
  const sentences: string[] = [];
  if (pasted.cut) sentences.push(text('editor.paste.cut'));
  if (pasted.dropped.size) {
    const parts = [...pasted.dropped].map(([what, count]) => text.count(`editor.paste.${what}`, count));
    const total = [...pasted.dropped.values()].reduce((sum, count) => sum + count, 0);
    sentences.push(text.count('editor.paste.dropped', total, text.list(parts)));
  }
  return sentences.join(' ') || null;
}
