import { rightsLine } from '../pictures/rights';
import { fileOf } from '../crop/area';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import type { FoundPicture } from './found';

/** A picture in the list of the library: itself, what it shows, whose it is, and what is to be minded. */
export function pictureItem(text: Text, picture: FoundPicture, id: string): HTMLElement {
  const { width, height } = fileOf(picture.file)!;
  const words = picture.caption ?? picture.title ?? picture.alt;
  const image = element('img', { src: picture.thumbnail, alt: words === picture.alt ? '' : picture.alt ?? '', loading: 'lazy', decoding: 'async', draggable: 'false', width, height });
  const lost = element('span', { class: 'library-lost', hidden: true }, text('editor.library.lost'));
  // A file that was taken away leaves its words.
  image.addEventListener('error', () => { image.hidden = true; lost.hidden = false; });
  return element(
    'li', { role: 'option', id, 'aria-selected': 'false', tabindex: '-1' },
    element('span', { class: 'library-picture' }, image, lost),
    element('span', { class: 'library-words', dir: 'auto' }, words ?? text('editor.library.untitled')),
    picture.credit ? element('span', { class: 'library-credit', dir: 'auto' }, picture.credit) : null,
    element('span', { class: 'library-size' }, text('editor.crop.size', width, height)),
    picture.rights ? rightsLine(text, picture.rights) : null,
  );
}
