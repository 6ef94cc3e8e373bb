import type { Node } from 'prosemirror-model';
import { fold, type Folded, type Folding } from './fold';

export interface Query extends Folding {
  readonly words: string;
  readonly wholeWords: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** Matches that are counted and shown; in a longer list nobody looks. */
export const most = 10_000;

// Words are written without spaces there, so that any place may be their border.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const inWord = /[\p{L}\p{N}\p{M}\u200c\u200d_]/u;

/** Finds a query in documents. What was found in a textblock is kept for as long as the textblock is the same. */
export class Search {
  private readonly needle: string;
  private readonly found = new WeakMap<Node, readonly Match[]>();

  constructor(readonly query: Query) {
    this.needle = fold(query.words, query).text;
  }

  in(doc: Node): Match[] {
    const matches: Match[] = [];
    if (!this.needle) return matches;
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return matches.length < most;
      for (const { from, to } of this.inBlock(node)) if (matches.length < most) matches.push({ from: pos + 1 + from, to: pos + 1 + to });
      return false;
    });
    return matches;
  }

  private inBlock(node: Node): readonly Match[] {
    const known = this.found.get(node);
    if (known) return known;
    const text = node.textBetween(0, node.content.size, '', '\ufffc');
    const matches = this.inText(text, fold(text, this.query));
    this.found.set(node, matches);
    return matches;
  }

  private inText(text: string, folded: Folded): Match[] {
    const matches: Match[] = [];
    for (let at = folded.text.indexOf(this.needle); at >= 0 && matches.length < most;) {
      const match = { from: folded.starts[at]!, to: folded.ends[at + this.needle.length - 1]! };
      const fits = !this.query.wholeWords || (isBorder(text, match.from) && isBorder(text, match.to));
      if (fits) matches.push(match);
      at = folded.text.indexOf(this.needle, fits ? at + this.needle.length : at + 1);
    }
    return matches;
  }
}

function isBorder(text: string, at: number): boolean {
  const before = letterBefore(text, at);
  const after = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
  return !inWord.test(before) || !inWord.test(after) || unspaced.test(before) || unspaced.test(after);
}

function letterBefore(text: string, at: number): string {
  const unit = text[at - 1] ?? '';
  return /[\udc00-\udfff]/.test(unit) ? text.slice(at - 2, at) : unit;
}
