import type { Node } from 'prosemirror-model';
import { runsOf } from '../about/words';
import { asides } from '../wire/kinds';
import { plainOf } from '../wire/runs';
import { isChoice } from '../wire/types';

/** The words of the whole story, to be copied. */
export const plainText = (doc: Node): string => [inText(doc), ...asides.map(name => runsOf(doc, name).map(run => (isChoice(run) ? run.choice.map(option => plainOf(option.text)).join(' / ') : run.text)).join(''))].filter(Boolean).join('\n\n');

const inText = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n\n', node => (node.attrs.options as { text: { text: string }[] }[] | undefined)?.map(option => option.text.map(run => run.text).join('')).join(' / ') ?? '');

export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false; // Pages without encryption have no clipboard: the caller shows the words to be copied by hand.
  }
}
