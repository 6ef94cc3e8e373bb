import type { NodeSpec } from 'prosemirror-model';
import { asides, storyValues } from '../wire/kinds';
import { block, identity, words } from './blocks';

const plain = { marks: '' };
const alone = { ...plain, isolating: true };
// Set where the text stands on the wire although it is empty: there, empty and none are two things.
const kept = { kept: { default: false } };

/** The texts of the story itself: always there, left out on the wire while they are empty. */
const fields: Record<string, NodeSpec> = {
  kicker: words('kicker', 'p', alone),
  headline: words('headline', 'h1', alone),
  standfirst: words('standfirst', 'p', alone),
  dateline: words('dateline', 'p', alone),
  byline: words('byline', 'p', alone, identity),
  topic: words('topic', 'p', alone, identity),
};

const body: Record<string, NodeSpec> = {
  paragraph: words('paragraph', 'p', { group: 'body' }, identity),
  heading: words('heading', attributes => (attributes.level === 3 ? 'h3' : 'h2'), { group: 'body' }, { ...identity, level: { default: 2 } }),
  quotation: block('quotation', 'blockquote', { group: 'body', content: 'passage+ speaker', isolating: true, defining: true }, identity),
  passage: words('passage', 'p', {}, identity),
  speaker: words('speaker', 'p', plain, kept),
  pullquote: block('pullquote', 'blockquote', { group: 'body', content: 'words speaker', isolating: true, defining: true }, identity),
  words: words('words', 'p', {}),
  list: block('list', attributes => (attributes.ordered ? 'ol' : 'ul'), { group: 'body', content: 'item+' }, { ...identity, ordered: { default: false } }),
  item: words('item', 'li', {}, { ...identity, depth: { default: 0 }, ordered: { default: null }, number: { default: null } }),
  break: block('break', 'hr', { group: 'body' }, identity),
  fence: words('fence', 'aside', { group: 'body' }, identity),
};

const table: Record<string, NodeSpec> = {
  table: block('table', 'table', { group: 'body', content: 'tablecaption head? row+', isolating: true }, { ...identity, columns: { default: [] }, aligned: { default: null } }),
  tablecaption: words('tablecaption', 'caption', { ...plain, isolating: true }, kept),
  head: block('head', 'tr', { content: 'cell*' }, identity),
  row: block('row', 'tr', { content: 'cell*' }, identity),
  cell: words('cell', 'td', { isolating: true }, { column: { default: '' }, ...kept }),
};

const none = (...names: string[]): Record<string, { default: null }> => Object.fromEntries(names.map(name => [name, { default: null }]));
const box = { group: 'body', isolating: true, defining: true };

/** Blocks that hold a title, a question or stories beside their lines. */
const boxes: Record<string, NodeSpec> = {
  factbox: block('factbox', 'aside', { ...box, content: 'blocktitle fact+' }, identity),
  blocktitle: words('blocktitle', 'p', alone),
  fact: words('fact', 'p', {}, { ...identity, ...none('item') }),
  question: block('question', 'div', { ...box, content: 'questiontext passage+' }, identity),
  questiontext: words('questiontext', 'p', { isolating: true }),
  related: block('related', 'nav', { ...box, content: 'relatedstory*' }, identity),
  relatedstory: words('relatedstory', 'p', alone, { ...identity, ...none('code') }),
  corrects: block('corrects', 'div', { ...box, content: 'storyname' }, { ...identity, ...none('code') }),
  storyname: words('storyname', 'p', alone),
};

const media: Record<string, NodeSpec> = {
  // Draggable by the handle that its view has in a gallery.
  picture: block('picture', 'figure', { group: 'body', content: 'caption credit alt', isolating: true, draggable: true, disableDropCursor: true }, { ...identity, ...none('file', 'address', 'focus', 'made') }),
  gallery: block('gallery', 'div', { ...box, disableDropCursor: true, content: 'picture* caption' }, identity),
  media: block('media', 'figure', { ...box, content: 'blocktitle caption credit transcript' }, { ...identity, ...none('type', 'file', 'address', 'seconds', 'poster', 'made') }),
  transcript: words('transcript', 'p', { isolating: true }),
  document: block('document', 'div', { ...box, content: 'blocktitle' }, { ...identity, ...none('file', 'address') }),
  caption: words('caption', 'p', { isolating: true }),
  credit: words('credit', 'p', alone),
  alt: words('alt', 'p', alone),
  embed: block('embed', 'div', { group: 'body', content: 'title', isolating: true }, { ...identity, address: { default: null } }),
  title: words('title', 'p', plain, kept),
  note: block('note', 'div', { atom: true, selectable: true }, identity),
  // A kind that a later server knows and this editor does not: kept whole, so that saving takes nothing away.
  foreign: block('foreign', 'div', { group: 'body', atom: true }, { ...identity, block: { default: null } }),
};

const inline: Record<string, NodeSpec> = {
  text: { group: 'inline' },
  choice: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { options: { default: [] } },
    toDOM: node => ['span', { 'data-kind': 'choice', 'data-attrs': JSON.stringify(node.attrs.options) }],
    // Not read back from the clipboard: a copied choice would be one that nobody has to make.
  },
};

export const nodes: Record<string, NodeSpec> = {
  doc: {
    content: 'kicker headline standfirst dateline byline* body+ topic* note*',
    // Each value and each text beside the story is an attribute of its own: to undo one takes nothing of another back.
    attrs: { origin: { default: null }, removal: { default: null }, choices: { default: [] }, extra: { default: null }, ...none(...Object.keys(storyValues), ...asides) },
  },
  ...fields, ...body, ...boxes, ...table, ...media, ...inline,
};
