import type { Node } from 'prosemirror-model';
import { type Kind } from './kinds';
import type { Block, Run } from './types';

interface Extra {
  texts?: Record<string, Run[]>;
  values?: Record<string, string>;
}

function read(type: 'flag' | 'whole' | 'words', value: string | undefined): unknown {
  if (value === undefined) return null;
  return type === 'flag' ? value === 'true' : type === 'whole' ? Number(value) : value;
}

const others = <T>(all: Record<string, T> | undefined, isKnown: (name: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => !isKnown(name)));

const filled = (all: object): boolean => Object.keys(all).length > 0;

/** What a node remembers of its block beside its words. */
export function attributesOf(block: Block, kind: Kind, isKnownText: (name: string) => boolean): Record<string, unknown> {
  const types = kind.values ?? {};
  const values = others(block.values, name => name in types);
  const texts = others(block.texts, isKnownText);
  return {
    id: block.id,
    origin: block.origin ?? null,
    removal: block.removal ?? null,
    choices: block.choices ?? [],
    extra: filled(values) || filled(texts) ? { ...(filled(texts) ? { texts } : {}), ...(filled(values) ? { values } : {}) } : null,
    ...Object.fromEntries(Object.entries(types).map(([name, type]) => [name, read(type, block.values?.[name])])),
  };
}

/** A block as its node remembers it; texts and inner blocks come from elsewhere, and what is empty is left out. */
export function blockOf(node: Node, id: string, name: string, kind: Kind, texts: Record<string, Run[]>, blocks: Block[]): Block {
  const extra = (node.attrs.extra ?? {}) as Extra;
  const own = Object.keys(kind.values ?? {}).filter(value => node.attrs[value] !== null).map(value => [value, String(node.attrs[value])]);
  const values = { ...extra.values, ...Object.fromEntries(own) };
  const all = { ...extra.texts, ...texts };
  const { origin, removal, choices } = node.attrs;
  return {
    id,
    kind: name,
    ...(origin ? { origin } : {}),
    ...(filled(all) ? { texts: all } : {}),
    ...(filled(values) ? { values } : {}),
    ...(removal ? { removal } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
  };
}
