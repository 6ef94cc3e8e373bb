import { inOneLine } from './flatten';
import type { Pasted } from './pasted';
import { parseQuietly } from './quiet';
import { readHtml } from './read-html';
import { readText } from './read-text';

/** What one paste or drop holds: blocks of a story, or files. */
export interface Clip {
  readonly pasted: Pasted | null;
  readonly files: readonly File[];
  /** Names of folders among them, which are no files. */
  readonly folders: readonly string[];
  /** Words that stand for a lone picture. */
  readonly alt: string;
}

export const isOwn = (data: DataTransfer): boolean => /<[^>]+\bdata-pm-slice\b/.test(data.getData('text/html').slice(0, 5_000));

/** Reads what programs put on the clipboard, the richest form that says what was meant. */
export function readClip(data: DataTransfer, asText: boolean, origin: string): Clip {
  const folders = [...data.items ?? []].flatMap(item => { const entry = item.kind === 'file' ? item.webkitGetAsEntry?.() : null; return entry?.isDirectory ? [entry.name] : []; });
  const files = [...data.files].filter(({ name }) => !folders.includes(name));
  const said = data.getData('text/plain');
  // File managers put the names of files, or where they are, beside the files.
  const text = data.files.length && isNames(said, [...data.files]) ? '' : said;
  const html = asText || isCode(data) ? '' : data.getData('text/html');
  const pasted = html ? readHtml(html, origin) : null;
  const hasWords = pasted?.blocks.some(block => block.kind !== 'picture') ?? false;
  // Word and Excel also put a picture of the words on the clipboard; a browser an element beside the picture itself.
  if (files.length && !hasWords && (html || !text)) return { pasted: null, files, folders, alt: altOf(html) };
  if (pasted && (pasted.blocks.length || pasted.dropped.size)) return { pasted, files: [], folders: [], alt: '' };
  return { pasted: text ? readText(text) : null, files: text ? [] : files, folders: text ? [] : folders, alt: '' };
}

const isNames = (text: string, files: readonly { readonly name: string }[]): boolean =>
  text.trim().split(/\r?\n|\r/).every(line => files.some(({ name }) => [name, encodeURIComponent(name), encodeURI(name)].some(each => line === each || line.endsWith(`/${each}`) || line.endsWith(`\\${each}`))));

// Editors for code colour what they copy, and mean the text.
const isCode = (data: DataTransfer): boolean => data.types.includes('vscode-editor-data');

const altOf = (html: string): string => (html ? parseQuietly(html).querySelector('img')?.getAttribute('alt') ?? '' : '');

/** An address that stands alone, for putting it on the words that are selected. */
export function loneAddress(pasted: Pasted): string | null {
  if (pasted.blocks.length !== 1 || pasted.blocks[0]!.kind !== 'paragraph') return null;
  const words = inOneLine(pasted.blocks);
  return /^(https?:\/\/|mailto:)\S+$/.test(words) ? words : null;
}
