import { limits } from './limits';
import { styleAttribute, styleElement } from './quiet';

export type Declarations = ReadonlyMap<string, string>;

/** The rules of a `style` element by simple selectors (`p`, `.s1`, `p.p1`) and Word's `@list l0:level1`. Programs say there what is bold; nothing of it reaches the story. */
export type StyleSheet = ReadonlyMap<string, Declarations>;

const read = /^(font|font-weight|font-style|vertical-align|display|white-space|text-align|mso-|font-variant)/;

export function declarations(text: string): Declarations {
  const result = new Map<string, string>();
  for (const part of text.slice(0, 20_000).split(';')) {
    const colon = part.indexOf(':');
    const name = part.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && read.test(name)) result.set(name, part.slice(colon + 1).trim().toLowerCase().replace(/\s*!important$/, ''));
  }
  return result;
}

export function styleSheet(root: ParentNode): StyleSheet {
  const rules = new Map<string, Declarations>();
  let left: number = limits.sheet;
  for (const style of root.querySelectorAll(styleElement)) {
    const text = (style.textContent ?? '').slice(0, left).replace(/<!--|-->|\/\*[^*]*\*\//g, ' ');
    left -= text.length;
    for (const [, selectors, body] of text.matchAll(/([^{}]{1,400})\{([^{}]*)\}/g)) {
      const declared = declarations(body!);
      if (!declared.size) continue;
      for (const selector of selectors!.split(',')) {
        const name = selector.trim().toLowerCase().replace(/\s+/g, ' ');
        if (/^(@list l\d+:level\d|[a-z][a-z0-9]*|[a-z0-9]*\.[\w-]+)$/.test(name)) rules.set(name, new Map([...(rules.get(name) ?? []), ...declared]));
      }
    }
  }
  return rules;
}

/** What is declared for an element: by its name, its classes, and itself, the later before the earlier. */
export function declared(element: Element, sheet: StyleSheet): Declarations {
  const own = element.getAttribute(styleAttribute);
  const name = element.localName;
  if (!sheet.size) return own ? declarations(own) : none;
  const classes = (element.getAttribute('class') ?? '').toLowerCase().split(/\s+/).slice(0, 20).filter(Boolean);
  const found = [name, ...classes.map(each => `.${each}`), ...classes.map(each => `${name}.${each}`)].map(key => sheet.get(key)).filter(rule => rule !== undefined);
  if (!found.length) return own ? declarations(own) : none;
  return new Map([...found.flatMap(rule => [...rule]), ...(own ? declarations(own) : [])]);
}

const none: Declarations = new Map();
