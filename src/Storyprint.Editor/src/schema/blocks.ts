import type { AttributeSpec, NodeSpec } from 'prosemirror-model';

type Attributes = Record<string, AttributeSpec>;

/** What every node has that is a block on the wire; `extra` holds texts and values that the node has no place for. */
export const identity: Attributes = { id: { default: null }, origin: { default: null }, removal: { default: null }, choices: { default: [] }, extra: { default: null } };

// The names of attributes that go into the clipboard: what a copy is, and not which one it is.
const carried = (attributes: Attributes) => Object.keys(attributes).filter(name => !(name in identity) && name !== 'kept');

function data(kind: string, attributes: Attributes, values: Record<string, unknown>): Record<string, string> {
  const shown: Record<string, string> = { 'data-kind': kind };
  const known = carried(attributes).filter(name => values[name] !== null);
  if (known.length > 0) shown['data-attrs'] = JSON.stringify(Object.fromEntries(known.map(name => [name, values[name]])));
  return shown;
}

function parse(kind: string, attributes: Attributes) {
  return [{
    tag: `[data-kind="${kind}"]`,
    getAttrs: (element: HTMLElement) => {
      const names = new Set(carried(attributes));
      try {
        const found = JSON.parse(element.dataset.attrs ?? '{}') as Record<string, unknown>;
        return Object.fromEntries(Object.entries(found).filter(([name]) => names.has(name)));
      } catch {
        return false as const;
      }
    },
  }];
}

/** A node of a kind, drawn as an element that says the kind. */
export function block(kind: string, tag: string | ((attributes: Record<string, unknown>) => string), spec: NodeSpec, attributes: Attributes = {}): NodeSpec {
  return {
    ...spec,
    attrs: attributes,
    toDOM: node => [typeof tag === 'string' ? tag : tag(node.attrs), { ...data(kind, attributes, node.attrs), class: `block-${kind}` }, ...(node.isLeaf ? [] : [0 as const])] as const,
    parseDOM: parse(kind, attributes),
  };
}

/** A text of words. Line breaks in it are characters, as on the wire. */
export function words(kind: string, tag: string | ((attributes: Record<string, unknown>) => string), spec: NodeSpec, attributes: Attributes = {}): NodeSpec {
  return block(kind, tag, { content: 'inline*', whitespace: 'pre', defining: true, ...spec }, attributes);
}
