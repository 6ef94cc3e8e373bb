import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { schema } from '../schema/schema';
import type { Text } from '../writing/texts';
import { type Direction, directionOfText } from './first-letter';
import { listLabels } from './list-numbers';

interface Dressed {
  direction: Direction;
  turned: ReadonlyMap<string, Direction>;
  set: DecorationSet;
}

const key = new PluginKey<Dressed>('dress');
const named = new Set(['kicker', 'headline', 'standfirst', 'dateline', 'byline', 'topic', 'speaker', 'tablecaption', 'caption', 'credit', 'alt', 'title', 'fence', 'blocktitle', 'fact', 'questiontext', 'relatedstory', 'storyname', 'transcript']);
// Told to those who hear the page: to the eye it is the look of the block.
const groups = new Set(['factbox', 'question', 'related', 'corrects', 'gallery', 'media', 'document']);

/** What blocks look like beside their words: direction, labels of items, and names of places that are empty. None of it is in the draft. */
export function dress(text: Text, language: string, direction: Direction): Plugin<Dressed> {
  const numbers = new Intl.NumberFormat(language, { useGrouping: false });
  const make = (doc: Node, turned: ReadonlyMap<string, Direction>): Dressed => ({ direction, turned, set: DecorationSet.create(doc, decorations(doc, turned, text, value => numbers.format(value), direction)) });
  return new Plugin<Dressed>({
    key,
    state: {
      init: (_, state) => make(state.doc, new Map()),
      apply(tr, old) {
        const turned = tr.getMeta(key) as Dressed['turned'] | undefined;
        return tr.docChanged || turned ? make(tr.doc, turned ?? old.turned) : old;
      },
    },
    props: { decorations: state => key.getState(state)?.set },
  });
}

function decorations(doc: Node, turned: ReadonlyMap<string, Direction>, text: Text, number: (value: number) => string, direction: Direction): Decoration[] {
  const found: Decoration[] = [];
  let labels: string[] = [];
  const isOnly = (node: Node): boolean => node.type === schema.nodes.paragraph && doc.children.filter(child => child.type.isInGroup('body')).length === 1;
  const placeInGallery = (node: Node, parent: Node | null, index: number): Record<string, string> =>
    (node.type === schema.nodes.picture && parent?.type === schema.nodes.gallery ? { 'data-place': text('editor.gallery.of', index + 1, parent.childCount - 1) } : {});
  doc.descendants((node, position, parent, index) => {
    const end = position + node.nodeSize;
    if (node.type === schema.nodes.list) labels = listLabels(node, number);
    if (!node.isTextblock) {
      if (node.isBlock && !node.isLeaf) found.push(Decoration.node(position, end, { dir: directionOfBlock(node, turned, direction), ...placeInGallery(node, parent, index), ...(groups.has(node.type.name) ? { role: 'group', 'aria-label': text(`editor.part.${node.type.name}`) } : {}) }));
      return true;
    }
    const attributes: Record<string, string> = { dir: turned.get(nameOf(node)) ?? directionOfText(node) ?? direction };
    if (node.childCount === 0) {
      const hint = named.has(node.type.name) ? `editor.place.${node.type.name}` : isOnly(node) ? 'editor.place.body' : null;
      attributes.class = 'empty';
      if (hint) attributes['data-hint'] = text(hint);
    }
    if (node.type === schema.nodes.item) Object.assign(attributes, { 'data-label': labels[index], 'data-depth': String(node.attrs.depth ?? 0) });
    if (node.type === schema.nodes.fact && node.attrs.item === true) attributes.class = `${attributes.class ?? ''} is-item`.trim();
    if (node.type === schema.nodes.cell && parent!.type === schema.nodes.head) attributes.role = 'columnheader';
    found.push(Decoration.node(position, end, attributes));
    return false;
  });
  return found;
}

// A block of several texts runs as its first one does.
function directionOfBlock(node: Node, turned: ReadonlyMap<string, Direction>, direction: Direction): Direction {
  let found: Direction | null = null;
  node.descendants(child => {
    if (child.isTextblock) found ??= turned.get(nameOf(child)) ?? directionOfText(child);
    return found === null;
  });
  return found ?? direction;
}

const nameOf = (node: Node): string => (node.attrs.id as string | null) ?? node.type.name;

/** Turns the direction of the block of the cursor, as it is shown here: words that begin with a name of another script need it. */
export const turnDirection: Command = (state: EditorState, dispatch) => {
  const { parent } = state.selection.$from;
  const dressed = key.getState(state);
  if (!parent.isTextblock || !dressed) return false;
  const now = dressed.turned.get(nameOf(parent)) ?? directionOfText(parent) ?? dressed.direction;
  dispatch?.(state.tr.setMeta(key, new Map(dressed.turned).set(nameOf(parent), now === 'ltr' ? 'rtl' : 'ltr')));
  return true;
};
