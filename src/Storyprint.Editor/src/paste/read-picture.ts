import type { Reader } from './reader';
import { oneLine } from './words';

// What stands for a letter in mail and messages.
const emoji = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]{0,12}$/u;

/** A picture whose file stands in the HTML is kept for sending. Others cannot be fetched from here, and are counted. */
export function readPicture(reader: Reader, element: Element): void {
  const alt = oneLine((element.getAttribute('alt') ?? '').slice(0, 2_000));
  const source = element.getAttribute('src') ?? '';
  if (emoji.test(alt)) {
    reader.words(alt);
  } else if (/^data:image\/(png|jpe?g|gif|webp|avif);base64,/i.test(source)) {
    if (!isTiny(element) && source.length > 400) reader.picture({ kind: 'picture', source, alt: isFileName(alt) ? '' : alt, caption: [] });
  } else if (source && !isTiny(element) && !/^data:/i.test(source)) {
    reader.drop('picture');
  }
}

// Mail and pages count their readers with pictures of one point.
const isTiny = (element: Element): boolean => ['width', 'height'].some(name => /^[0-3](px)?$/.test(element.getAttribute(name) ?? ''));

const isFileName = (alt: string): boolean => /^\S+\.(png|jpe?g|gif|webp|avif)$/i.test(alt);
