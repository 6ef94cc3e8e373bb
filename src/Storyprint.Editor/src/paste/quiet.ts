/** The attribute and the element that stand for `style` in what is read. */
export const styleAttribute = 'data-style';
export const styleElement = 'xmp';

const name = /[^\s/>=]*/y;
const space = /[\s/]*/y;
const value = /\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*)/y;

/**
 * HTML in which styles are plain attributes and nothing is a handler of events. The page's policy holds for documents that are only parsed, too, and
 * would have the browser examine and report every style of a long text. Only what stands inside of tags is changed, as the HTML standard reads them.
 */
export function quiet(html: string): string {
  const result: string[] = [];
  let kept = 0;
  const at = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return from + (pattern.exec(html)?.[0].length ?? 0);
  };
  const change = (from: number, to: number, words: string): void => {
    result.push(html.slice(kept, from), words);
    kept = to;
  };
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open)) {
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      open = end < 0 ? html.length : end + 3;
      continue;
    }
    const start = html[open + 1] === '/' ? open + 2 : open + 1;
    if (!/[a-zA-Z]/.test(html[start] ?? '')) {
      open++;
      continue;
    }
    const tag = at(name, start);
    const isStyle = html.slice(start, tag).toLowerCase() === 'style';
    if (isStyle) change(start, tag, styleElement);
    let end = at(space, tag);
    while (end < html.length && html[end] !== '>') {
      const attribute = at(name, end + 1);
      const written = html.slice(end, attribute).toLowerCase();
      const valueEnd = at(value, attribute);
      if (written === 'style') change(end, attribute, styleAttribute);
      else if (written.startsWith('on')) change(end, valueEnd, '');
      end = at(space, valueEnd);
    }
    // What stands in a style element is no HTML, until it ends.
    const close = isStyle && start === open + 1 ? endOfStyle(html, end) : -1;
    open = close >= 0 ? close : end;
  }
  return result.join('') + html.slice(kept);
}

function endOfStyle(html: string, from: number): number {
  const end = /<\/style/gi;
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** The document of some HTML, which runs and loads nothing. */
export const parseQuietly = (html: string): Document => new DOMParser().parseFromString(quiet(html), 'text/html');
