/** Where somebody was reading: the first block in sight and how far it is from the top, and the place in pixels where that is gone. */
export interface ReadingPlace {
  readonly words: string;
  readonly offset: number;
  readonly top: number;
}

const blocks = 'p, h1, h2, h3, li, blockquote, figure, tr';

export function placeIn(frame: Window): ReadingPlace {
  const found = [...frame.document.querySelectorAll<HTMLElement>(blocks)].find(each => each.textContent!.trim() && each.getBoundingClientRect().bottom > 0);
  return { words: found?.textContent ?? '', offset: found?.getBoundingClientRect().top ?? 0, top: frame.scrollY };
}

/** Goes back to it in a newer text. At its top it stays at the top. */
export function goBackTo(frame: Window, { words, offset, top }: ReadingPlace): void {
  if (top <= 0) return;
  const same = [...frame.document.querySelectorAll<HTMLElement>(blocks)].filter(each => each.textContent === words);
  const nearest = same.map(each => frame.scrollY + each.getBoundingClientRect().top - offset).sort((one, other) => Math.abs(one - top) - Math.abs(other - top))[0];
  frame.scrollTo({ top: nearest ?? top, behavior: 'instant' });
}
