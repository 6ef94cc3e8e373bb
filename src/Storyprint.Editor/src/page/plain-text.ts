import type { Node } from 'prosemirror-model';

/** The words of the whole story, to be copied. */
export const plainText = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n\n', node => (node.attrs.options as { text: { text: string }[] }[] | undefined)?.map(option => option.text.map(run => run.text).join('')).join(' / ') ?? '');

export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false; // Pages without encryption have no clipboard: the caller shows the words to be copied by hand.
  }
}
