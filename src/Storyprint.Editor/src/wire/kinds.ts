/** How a kind of block is a node: the counterpart of Stories/Drafts/BlockShapes.cs. A new kind is a line here and a node in the schema. */
export interface Kind {
  /** The node's own words are the text of this name. */
  own?: string;
  /** Texts that are nodes inside it, in their order: name on the wire, node, whether an empty one differs from none. */
  parts?: readonly { text: string; node: string; keepsEmpty?: boolean }[];
  /** The kind of the blocks inside it, and whether they stand before its parts. */
  inside?: { kind: string; first: boolean; mayBeNone?: boolean };
  /** Values that are attributes, by name. */
  values?: Readonly<Record<string, 'flag' | 'whole' | 'words'>>;
}

const text: Kind = { own: 'text' };

export const fields = ['kicker', 'headline', 'standfirst', 'dateline'] as const;

/** Texts of the story that stand beside it and not in it: attributes of the document, each an array of runs. */
export const asides = ['searchHeadline', 'socialHeadline', 'paperHeadline', 'warning', 'sources'] as const;

export type Aside = (typeof asides)[number];

/** Values of the story that somebody chooses; its language is none. */
export const storyValues = { section: 'words', label: 'words', made: 'words' } as const;

/** Tables are not here but in tables.ts: their columns are no nodes. */
export const kinds: Readonly<Record<string, Kind>> = {
  byline: text,
  topic: text,
  note: {},
  paragraph: text,
  heading: { ...text, values: { level: 'whole' } },
  fence: text,
  quotation: { parts: [{ text: 'speaker', node: 'speaker', keepsEmpty: true }], inside: { kind: 'passage', first: true } },
  passage: text,
  pullquote: { parts: [{ text: 'text', node: 'words' }, { text: 'speaker', node: 'speaker', keepsEmpty: true }] },
  list: { inside: { kind: 'item', first: true }, values: { ordered: 'flag' } },
  item: { ...text, values: { depth: 'whole', ordered: 'flag', number: 'whole' } },
  picture: {
    parts: [{ text: 'caption', node: 'caption' }, { text: 'credit', node: 'credit' }, { text: 'alt', node: 'alt' }],
    values: { file: 'words', address: 'words', focus: 'words', made: 'words' },
  },
  factbox: { parts: [{ text: 'title', node: 'blocktitle' }], inside: { kind: 'fact', first: false } },
  fact: { ...text, values: { item: 'flag' } },
  question: { parts: [{ text: 'question', node: 'questiontext' }], inside: { kind: 'passage', first: false } },
  related: { inside: { kind: 'relatedstory', first: true, mayBeNone: true } },
  relatedstory: { ...text, values: { code: 'words' } },
  corrects: { parts: [{ text: 'text', node: 'storyname' }], values: { code: 'words' } },
  gallery: { parts: [{ text: 'caption', node: 'caption' }], inside: { kind: 'picture', first: true, mayBeNone: true } },
  media: {
    parts: [{ text: 'title', node: 'blocktitle' }, { text: 'caption', node: 'caption' }, { text: 'credit', node: 'credit' }, { text: 'transcript', node: 'transcript' }],
    values: { type: 'words', file: 'words', address: 'words', seconds: 'whole', poster: 'words', made: 'words' },
  },
  document: { parts: [{ text: 'title', node: 'blocktitle' }], values: { file: 'words', address: 'words' } },
  embed: { parts: [{ text: 'title', node: 'title', keepsEmpty: true }], values: { address: 'words' } },
  break: {},
};
