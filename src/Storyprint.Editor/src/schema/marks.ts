import type { MarkSpec } from 'prosemirror-model';

const emphasis = (tag: string, ...others: string[]): MarkSpec => ({ parseDOM: [tag, ...others].map(name => ({ tag: name })), toDOM: () => [tag, 0] });

export const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: element => ({ href: element.getAttribute('href') }) }],
    toDOM: mark => ['a', { href: mark.attrs.href as string }, 0],
  },
  strong: emphasis('strong', 'b'),
  italic: emphasis('em', 'i'),
  code: emphasis('code'),
  superscript: emphasis('sup'),
  subscript: emphasis('sub'),
  // What an import knew of these words; it goes back as it came.
  was: { attrs: { hash: {} }, inclusive: false, parseDOM: [{ tag: 'span[data-was]', getAttrs: element => ({ hash: element.dataset.was }) }], toDOM: mark => ['span', { 'data-was': mark.attrs.hash as string }, 0] },
};
