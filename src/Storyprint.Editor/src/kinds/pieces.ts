import { Fragment, type Node } from 'prosemirror-model';
import { schema } from '../schema/schema';

/** The kinds of blocks of words that can become each other. */
export type Kind = 'paragraph' | 'heading2' | 'heading3' | 'quotation' | 'pullquote' | 'list' | 'numbered' | 'fence' | 'factbox' | 'question';

/** Words with their identity, taken out of whatever they stood in. */
export interface Piece {
  content: Fragment;
  attributes: Record<string, unknown>;
  depth: number;
  speaker: Fragment;
  isItem?: boolean;
}

const identity = ({ attrs: { id, origin, removal, choices } }: Node): Record<string, unknown> => ({ id, origin, removal, choices });

const containers = new Set(['quotation', 'list']);
const boxes = new Set(['factbox', 'question']);
const blocks = new Set(['paragraph', 'heading', 'fence', 'pullquote', ...containers, ...boxes]);

export const isConvertible = (node: Node): boolean => blocks.has(node.type.name);

/** The words of a block of the body, from one of its inner blocks to another. */
export function piecesOf(node: Node, from = 0, to = node.childCount): Piece[] {
  if (node.isTextblock) return [{ content: node.content, attributes: identity(node), depth: 0, speaker: Fragment.empty }];
  if (node.type === schema.nodes.pullquote) return [{ content: node.child(0).content, attributes: identity(node), depth: 0, speaker: node.child(1).content }];
  if (boxes.has(node.type.name)) return node.children.filter((child, index) => index > 0 || child.childCount > 0).map(inBox);
  const pieces: Piece[] = [];
  for (let index = from; index < Math.min(to, partsOf(node)); index++) {
    const child = node.child(index);
    pieces.push({ content: child.content, attributes: identity(child), depth: (child.attrs.depth as number | null) ?? 0, speaker: Fragment.empty, isItem: child.type === schema.nodes.item });
  }
  return pieces;
}

// A title and a question have no identity; the lines and answers behind them have.
const inBox = (child: Node): Piece => ({ content: child.content, attributes: 'id' in child.attrs ? identity(child) : {}, depth: 0, speaker: Fragment.empty, isItem: child.attrs.item === true });

/** How many inner blocks a quotation or a list has: a speaker is none. */
export const partsOf = (node: Node): number => node.childCount - (node.type === schema.nodes.quotation ? 1 : 0);

export const isContainer = (node: Node): boolean => containers.has(node.type.name);

export function speakerOf(node: Node): Fragment {
  return node.lastChild?.type === schema.nodes.speaker ? node.lastChild.content : Fragment.empty;
}

/** Blocks of a kind with these words. Who speaks becomes a paragraph where the kind has no place for it. */
export function built(kind: Kind, pieces: readonly Piece[], speaker: Fragment): Node[] {
  const { nodes } = schema;
  const said = pieces.find(piece => piece.speaker.size > 0)?.speaker ?? speaker;
  const speakers = (): Node => nodes.speaker.create(null, said);
  if (kind === 'quotation') return [nodes.quotation.create(null, [...pieces.map(piece => nodes.passage.create(piece.attributes, piece.content)), speakers()])];
  if (kind === 'pullquote') {
    return pieces.map((piece, index) => nodes.pullquote.create(piece.attributes, [nodes.words.create(null, piece.content), index === pieces.length - 1 ? speakers() : nodes.speaker.create()]));
  }
  if (kind === 'question') return [question(pieces), ...(said.size > 0 ? [nodes.paragraph.create(null, said)] : [])];
  const tail = said.size > 0 ? [nodes.paragraph.create(null, said)] : [];
  if (kind === 'list' || kind === 'numbered') {
    return [nodes.list.create({ ordered: kind === 'numbered' }, pieces.map(piece => nodes.item.create({ ...piece.attributes, depth: piece.depth }, piece.content))), ...tail];
  }
  if (kind === 'factbox') return [nodes.factbox.create(null, [nodes.blocktitle.create(), ...pieces.map(piece => nodes.fact.create({ ...piece.attributes, item: piece.isItem ? true : null }, piece.content))]), ...tail];
  const [type, attributes] = kind === 'paragraph' || kind === 'fence' ? [nodes[kind], {}] : [nodes.heading, { level: kind === 'heading3' ? 3 : 2 }];
  return [...pieces.map(piece => type.create({ ...piece.attributes, ...attributes }, piece.content)), ...tail];
}

// What ends like a question is one; all others are answers, which keep their identities.
function question(pieces: readonly Piece[]): Node {
  const { nodes } = schema;
  const asks = /[?؟？]["”»’]?\s*$/.test(pieces[0]?.content.textBetween(0, pieces[0].content.size) ?? '');
  const answers = (asks ? pieces.slice(1) : pieces).map(piece => nodes.passage.create(piece.attributes, piece.content));
  return nodes.question.create(null, [nodes.questiontext.create(null, asks ? pieces[0].content : null), ...(answers.length > 0 ? answers : [nodes.passage.create()])]);
}
