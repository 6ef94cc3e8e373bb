import type { ResolvedPos } from 'prosemirror-model';

/** What the place of the caret can hold: words on one line, words, items, passages, or blocks. */
export type PlaceKind = 'line' | 'cell' | 'words' | 'item' | 'passage' | 'fact' | 'body';

const kinds: Readonly<Record<string, PlaceKind>> = { caption: 'words', words: 'words', cell: 'cell', item: 'item', passage: 'passage', fact: 'fact', questiontext: 'words', transcript: 'words', paragraph: 'body', heading: 'body', fence: 'body' };

export function placeKind($pos: ResolvedPos): PlaceKind {
  const { parent } = $pos;
  if (!parent.isTextblock) return 'body';
  return kinds[parent.type.name] ?? 'line';
}

export const isStoryField = ($pos: ResolvedPos): boolean => $pos.depth === 1 && /^(kicker|headline|standfirst|dateline)$/.test($pos.parent.type.name);
