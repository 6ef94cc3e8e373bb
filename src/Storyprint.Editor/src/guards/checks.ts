import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema';
import { sectionOf } from '../panels/section';
import { openChoices } from '../choices/open-choices';
import { plainOf } from '../wire/runs';
import { linkFault } from './links';
import { placeholderFinder, type Spot } from './placeholders';

/** Something to look at before the story goes out. `what` is the key of its sentence. */
export interface Finding {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

interface LinkSpot extends Spot {
  readonly what: string;
}

/** The checks of a story. What was found in a textblock is kept for as long as it is the same. */
export class Checks {
  private readonly places: (text: string) => Spot[];
  private readonly known = new WeakMap<Node, readonly LinkSpot[]>();

  /** `needed`: what the story has to have before it goes out. */
  constructor(house: readonly string[], private readonly needed: { readonly section?: boolean; readonly headline?: boolean } = {}) {
    this.places = placeholderFinder(house);
  }

  /** All that is to be looked at, in the order of the story. */
  of(doc: Node): Finding[] {
    const found: Finding[] = storyFindings(doc);
    let level = 1;
    if (this.needed.section && !sectionOf(doc)) found.push({ what: 'no-section', from: 0, to: 0, words: '' });
    doc.descendants((node, pos) => {
      if (this.needed.headline && node.type === schema.nodes.headline && !node.textContent.trim()) found.push(finding('no-headline', node, pos));
      if (node.type === schema.nodes.heading) {
        const own = Number(node.attrs.level ?? 2);
        if (own > level + 1) found.push(finding('heading-skips', node, pos));
        level = own;
      }
      if (node.type === schema.nodes.heading && !node.textContent.trim()) found.push(finding('heading-empty', node, pos));
      if (node.type === schema.nodes.picture) found.push(...pictureFindings(node, pos));
      if (node.type === schema.nodes.embed && linkFault(String(node.attrs.address ?? ''), 'x')) found.push(finding('embed-address', node, pos));
      if (boxFault(node)) found.push(finding(boxFault(node)!, node, pos));
      if (!node.isTextblock) return true;
      const text = words(node);
      for (const spot of this.inTextblock(node)) found.push({ what: spot.what, from: pos + 1 + spot.from, to: pos + 1 + spot.to, words: around(text, spot) });
      return false;
    });
    return [...found, ...choices(doc)].sort((one, other) => one.from - other.from);
  }

  /** Placeholders and faulty links of a textblock, by offsets in it. */
  inTextblock(node: Node): readonly LinkSpot[] {
    const known = this.known.get(node);
    if (known) return known;
    // A note to the desk may say what is to come: it is never published.
    const spots = node.type === schema.nodes.fence ? [] : [...this.places(words(node)).map(spot => ({ ...spot, what: 'placeholder' })), ...linkSpots(node)].sort((one, other) => one.from - other.from);
    this.known.set(node, spots);
    return spots;
  }
}

const words = (node: Node): string => node.textBetween(0, node.content.size, '', '\ufffc');

function linkSpots(node: Node): LinkSpot[] {
  const links: { from: number; to: number; href: string }[] = [];
  node.forEach((child, offset) => {
    const href = schema.marks.link.isInSet(child.marks)?.attrs.href as string | undefined;
    const last = links[links.length - 1];
    if (href !== undefined && last?.href === href && last.to === offset) last.to = offset + child.nodeSize;
    else if (href !== undefined) links.push({ from: offset, to: offset + child.nodeSize, href });
  });
  return links.flatMap(({ from, to, href }) => {
    const fault = linkFault(href, node.textBetween(from, to, '', '\ufffc'));
    return fault ? [{ from, to, what: `link-${fault}` }] : [];
  });
}

function storyFindings(doc: Node): Finding[] {
  const found: Finding[] = sectionOf(doc) ? [] : [{ what: 'section', from: 0, to: 0, words: '' }];
  doc.forEach((node, pos) => {
    if (node.type === schema.nodes.headline && !node.textContent.trim()) found.push({ what: 'headline-empty', from: pos + 1, to: pos + 1, words: '' });
  });
  return found;
}

// What a release asks for, in blocks that hold more than words.
function boxFault(node: Node): string | null {
  const { nodes } = schema;
  const isEmpty = !node.textContent.trim();
  if ((node.type === nodes.relatedstory || node.type === nodes.corrects) && node.attrs.code === null) return 'story-code';
  if (node.type === nodes.transcript && isEmpty) return 'media-transcript';
  return node.type === nodes.questiontext && isEmpty ? 'question-empty' : null;
}

function pictureFindings(node: Node, pos: number): Finding[] {
  const found: Finding[] = [];
  node.forEach((child, offset) => {
    const at = pos + 1 + offset + 1;
    if (child.type === schema.nodes.alt && !child.textContent.trim()) found.push({ what: 'picture-alt', from: at, to: at, words: node.firstChild?.textContent ?? '' });
  });
  if (!node.attrs.file) found.push(finding('picture-file', node, pos));
  return found;
}

const choices = (doc: Node): Finding[] => openChoices(doc).map(open => {
  const pos = Math.max(open.position, 0);
  const said = open.kind === 'words' || open.kind === 'aside' ? open.options.map(each => plainOf(each.text)).join(' / ') : doc.nodeAt(pos)?.textContent ?? '';
  return { what: 'choice', from: pos, to: pos, words: said.slice(0, 60) };
});

const finding = (what: string, node: Node, pos: number): Finding => ({ what, from: node.isAtom ? pos : pos + 1, to: node.isAtom ? pos + node.nodeSize : pos + 1, words: node.textContent.slice(0, 60) });

const around = (text: string, { from, to }: Spot): string => `${from > 20 ? '…' : ''}${text.slice(Math.max(0, from - 20), to + 20)}${to + 20 < text.length ? '…' : ''}`.replace(/\s+/g, ' ');
