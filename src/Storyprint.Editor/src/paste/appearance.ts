import type { Emphasis } from './pasted';
import type { Declarations } from './style-sheet.js';

/** How words stand in what was copied, as far as a story can say it. */
export interface Appearance {
  readonly strong: boolean;
  readonly italic: boolean;
  readonly code: boolean;
  readonly level: 'superscript' | 'subscript' | null;
  readonly asTyped: boolean;
}

export const ordinary: Appearance = { strong: false, italic: false, code: false, level: null, asTyped: false };

const strong = new Set(['b', 'strong']);
const italic = new Set(['i', 'em', 'dfn', 'var', 'cite']);
const code = new Set(['code', 'kbd', 'samp', 'tt']);

/** The appearance inside an element: its name first, then what is declared, so that Google's `<b style="font-weight:normal">` is not bold. */
export function appearance(element: Element, outer: Appearance, declared: Declarations): Appearance {
  const name = element.localName;
  const font = declared.get('font') ?? '';
  const weight = declared.get('font-weight') ?? (/(^|\s)(bold|bolder|[6-9]00)\s/.test(font) ? 'bold' : font ? 'normal' : undefined);
  const slope = declared.get('font-style') ?? (/(^|\s)(italic|oblique)\s/.test(font) ? 'italic' : font ? 'normal' : undefined);
  const raised = declared.get('vertical-align');
  const spaces = declared.get('white-space');
  return {
    strong: weight === undefined || weight === 'inherit' ? outer.strong || strong.has(name) : isBold(weight, outer.strong) || (font !== '' && strong.has(name)),
    italic: slope === undefined || slope === 'inherit' ? outer.italic || italic.has(name) : /italic|oblique/.test(slope) || (font !== '' && italic.has(name)),
    code: outer.code || code.has(name),
    level: name === 'sup' || raised === 'super' || /Mso(Footnote|Endnote)Reference/.test(element.className) ? 'superscript' : name === 'sub' || raised === 'sub' ? 'subscript' : raised === 'baseline' ? null : outer.level,
    asTyped: name === 'pre' || name === 'textarea' || (spaces === undefined ? outer.asTyped : /^pre/.test(spaces) && (name === 'pre' || outer.asTyped)),
  };
}

const isBold = (weight: string, outer: boolean): boolean => /^bold/.test(weight) || Number(weight) >= 600 || (weight === 'lighter' ? false : !/^(normal|\d+)$/.test(weight) && outer);

export function emphasis(look: Appearance): Emphasis[] {
  const names: Emphasis[] = [];
  if (look.italic) names.push('italic');
  if (look.strong) names.push('strong');
  if (look.code) names.push('code');
  if (look.level) names.push(look.level);
  return names;
}

export function isHidden(element: Element, declared: Declarations): boolean {
  return element.hasAttribute('hidden') || declared.get('display') === 'none' || declared.get('mso-hide') === 'all';
}
