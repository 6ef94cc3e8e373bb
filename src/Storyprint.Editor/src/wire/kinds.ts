/** How a kind of block is a node: the counterpart of Stories/Drafts/BlockShapes.cs. A new kind is a line here and a node in the schema. */
export interface Kind {
  /** The node's own words are the text of this name. */
  own?: string;
  /** Texts that are nodes inside it, in their order: name on the wire, node, whether an empty one differs from none. */
  parts?: readonly { text: string; node: string; keepsEmpty?: boolean }[];
  /** The kind of the blocks inside it, and whether they stand before its parts. */
  inside?: { kind: string; first: boolean };
  /** Values that are attributes, by name. */
  values?: Readonly<Record<string, 'flag' | 'whole' | 'words'>>;
}

const text: Kind = { own: 'text' };

export const fields = ['kicker', 'headline', 'standfirst', 'dateline'] as const;

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
    values: { file: 'words', address: 'words', focus: 'words' },
  },
  embed: { parts: [{ text: 'title', node: 'title', keepsEmpty: true }], values: { address: 'words' } },
  break: {},
};
