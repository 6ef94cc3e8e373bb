import { safeAddress, embeddedPage } from './address';
import { readPicture } from './read-picture';
import { isLayout, readTable } from './read-table';
import { readList } from './read-list';
import { readFigure, readQuotation } from './read-quotation';
import type { Dropped } from './pasted';
import { styleAttribute, styleElement } from './quiet';
import type { Reader } from './reader';
import type { Declarations } from './style-sheet';

const nothing = new Set(['script', styleElement, 'template', 'head', 'title', 'meta', 'link', 'base', 'xml', 'noscript', 'noframes', 'area', 'map', 'param', 'source', 'track', 'wbr', 'rp', 'svg', 'annotation', 'annotation-xml', 'button', 'label', 'option', 'datalist', 'progress', 'meter', 'slot', 'col', 'colgroup', 'colgroup']);
const left: Readonly<Record<string, Dropped>> = { video: 'video', audio: 'sound', canvas: 'frame', object: 'frame', embed: 'frame', del: 'deletion' };
const blocks = new Set(['address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'dialog', 'div', 'dt', 'fieldset', 'figcaption', 'footer', 'header', 'hgroup', 'html', 'legend', 'main', 'menu', 'nav', 'p', 'pre', 'search', 'section', 'summary', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption', 'li', 'form']);
const fields = new Set(['input', 'select', 'textarea']);

/** One element of what was pasted, by its name. What is not named here is only a part of a line. */
export function readElement(reader: Reader, element: Element, rules: Declarations): void {
  const name = element.localName;
  const dropped = left[name];
  if (nothing.has(name) || fields.has(name)) return;
  if (dropped) reader.drop(dropped);
  else if (name === 'br') readBreak(reader, rules);
  else if (name === 'hr') readRule(reader, element);
  else if (name === 'img' || name === 'picture' && !element.querySelector('img')) readPicture(reader, element);
  else if (name === 'iframe') readFrame(reader, element);
  else if (name === 'a') readLink(reader, element, rules);
  else if (name === 'ul' || name === 'ol') readList(reader, element);
  else if (name === 'table') readAnyTable(reader, element);
  else if (name === 'blockquote') readQuotation(reader, element);
  else if (name === 'figure') readFigure(reader, element);
  else if (name === 'rt') reader.words(`（${element.textContent ?? ''}）`);
  else if (name === 'math') reader.words(element.querySelector('semantics > *')?.textContent ?? element.textContent ?? '');
  else if (headingLevel(element, rules)) reader.block(element, headingLevel(element, rules));
  else if (isRemark(element, rules)) readRemark(reader, rules);
  else if (/^(MsoQuote|MsoIntenseQuote)/.test(element.className)) readQuotation(reader, element);
  else if (reader.readWordItem(element, rules)) return;
  else if (blocks.has(name)) readBlock(reader, element);
  else reader.walk(element);
}

// Word's title and outline, and roles, count like the elements; the levels that a story has are given at the end.
function headingLevel(element: Element, rules: Declarations): number | null {
  const said = /^h([1-6])$/.exec(element.localName)?.[1]
    ?? (element.getAttribute('role') === 'heading' ? element.getAttribute('aria-level') ?? '2' : undefined)
    ?? (element.localName === 'p' ? /^[1-6]$/.exec(rules.get('mso-outline-level') ?? '')?.[0] : undefined)
    ?? (/(^|\s)MsoTitle/.test(element.className) ? '1' : undefined);
  return said && /^[1-6]$/.test(said) ? Number(said) : null;
}

const isRemark = (element: Element, rules: Declarations): boolean =>
  rules.get('mso-element') === 'comment' || rules.get('mso-special-character') === 'comment' || /(^|\s)(MsoCommentText|MsoCommentReference)/.test(element.className);

function readRemark(reader: Reader, rules: Declarations): void {
  if (rules.get('mso-element') === 'comment') reader.drop('remark');
}

// Word draws a line over footnotes and remarks.
function readRule(reader: Reader, element: Element): void {
  if (!element.closest(`[${styleAttribute}*="mso-element"], .msocomoff`)) reader.push({ kind: 'break' });
}

function readBlock(reader: Reader, element: Element): void {
  if (element.localName === 'form' || element.localName === 'fieldset') {
    const outer = element.parentElement?.closest('form, fieldset');
    // Some pages stand in a form as a whole, so that its words are read all the same.
    if (!outer && element.querySelector('input:not([type=hidden]), select, textarea')) reader.drop('form');
  }
  reader.block(element);
}

function readBreak(reader: Reader, rules: Declarations): void {
  reader.lineBreak();
  if (rules.has('mso-special-character') && rules.get('mso-special-character') !== 'line-break') reader.flush();
}

function readLink(reader: Reader, element: Element, rules: Declarations): void {
  if (rules.has('mso-comment-reference') || /(^|\s)msocom/.test(element.className) || /#_msocom_|_msoanchor_/.test(`${element.getAttribute('href')} ${element.id}`)) return;
  reader.linked(safeAddress(element.getAttribute('href'), reader.origin), () => reader.walk(element));
}

function readFrame(reader: Reader, element: Element): void {
  const address = embeddedPage(element.getAttribute('src'));
  if (address) reader.push({ kind: 'embed', address, title: (element.getAttribute('title') ?? '').slice(0, 300) });
  else reader.drop('frame');
}

function readAnyTable(reader: Reader, element: Element): void {
  reader.flush();
  if (isLayout(element)) reader.block(element);
  else reader.push(...readTable(reader, element));
}
