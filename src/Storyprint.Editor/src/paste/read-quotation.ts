import { flatten, inOneLine, textsOf } from './flatten';
import type { PastedBlock, Runs } from './pasted';
import type { Reader } from './reader';

/** A quotation: its paragraphs are passages, a `cite` or `footer` at its end is its speaker. Tables and pictures in it part it. */
export function readQuotation(reader: Reader, element: Element, isPulled = false): void {
  const speakerElement = [...element.querySelectorAll(':scope > cite, :scope > footer, :scope > p:last-child > cite:only-child')].pop();
  const speaker = speakerElement ? inOneLine(reader.inside(speakerElement)).replace(/^[\s—–―-]+/, '') : '';
  speakerElement?.remove();
  const inside = reader.inside(element);
  const result: PastedBlock[] = [];
  let passages: Runs[] = [];
  const end = (who: string): void => {
    if (passages.length && isPulled) result.push({ kind: 'pullquote', text: flatten(passages.map(text => ({ kind: 'paragraph', text }))), speaker: who });
    else if (passages.length) result.push({ kind: 'quotation', passages, speaker: who });
    passages = [];
  };
  for (const block of inside) {
    if (/^(paragraph|heading|list|quotation|pullquote)$/.test(block.kind)) {
      passages.push(...textsOf(block));
    } else {
      end('');
      result.push(block);
    }
  }
  end(speaker);
  reader.push(...result);
}

/** A figure: words under a picture or a table are its caption. */
export function readFigure(reader: Reader, element: Element): void {
  const quotation = element.querySelector('blockquote');
  if (quotation && /pullquote/.test(element.className)) {
    reader.flush();
    readQuotation(reader, quotation, true);
    return;
  }
  const words = [...element.querySelectorAll('figcaption')].find(each => each.closest('figure') === element);
  const caption = words ? flatten(reader.inside(words)) : [];
  words?.remove();
  const inside = reader.inside(element);
  const owner = inside.find(block => block.kind === 'picture' || (block.kind === 'table' && !block.caption.length));
  reader.push(...inside.map(block => (block !== owner ? block : block.kind === 'table' ? { ...block, caption: caption.map(run => ({ ...run, emphasis: [], link: null })) } : block.kind === 'picture' ? { ...block, caption } : block)));
  // The caption of a picture that could not be had would be words about nothing.
  if (!owner && caption.length && !element.querySelector('img, picture, video, iframe, canvas')) reader.push({ kind: 'paragraph', text: caption });
}
