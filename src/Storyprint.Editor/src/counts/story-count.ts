import type { Node } from 'prosemirror-model';
import { type Column, linesOf } from './paper';
import { type Amount, ideographs, wordCounter } from './words';

// Neither published words nor words that are read in the story.
const apart = new Set(['fence', 'alt', 'credit', 'topic', 'byline', 'kicker', 'headline', 'standfirst', 'dateline', 'note', 'foreign', 'relatedstory', 'storyname']);

/** Counts stories. What a textblock holds is kept for as long as it is the same, so that a key costs the count of one paragraph. */
export class StoryCount {
  private readonly known = new WeakMap<Node, Amount>();
  private readonly words: (text: string) => number;

  constructor(language: string, private readonly column: Column | null) {
    this.words = wordCounter(language);
  }

  /** The amounts of the body, or null when it took longer than the time that there is; the next call goes on. */
  of(doc: Node, milliseconds = Infinity): Amount | null {
    const end = performance.now() + milliseconds;
    const total = { words: 0, ideographs: 0, lines: 0 };
    let isLate = false;
    doc.descendants(node => {
      if (isLate || apart.has(node.type.name)) return false;
      if (!node.isTextblock) return true;
      if (!this.known.has(node) && performance.now() > end) {
        isLate = true;
        return false;
      }
      const amount = this.ofTextblock(node);
      total.words += amount.words;
      total.ideographs += amount.ideographs;
      total.lines += amount.lines;
      return false;
    });
    return isLate ? null : total;
  }

  /** Words among those that are selected. */
  between(doc: Node, from: number, to: number): number {
    let words = 0;
    doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isTextblock) return !apart.has(node.type.name);
      const [start, end] = [Math.max(from - pos - 1, 0), Math.min(to - pos - 1, node.content.size)];
      words += start === 0 && end === node.content.size ? this.ofTextblock(node).words : this.words(node.textBetween(start, Math.max(start, end), '', ' '));
      return false;
    });
    return words;
  }

  private ofTextblock(node: Node): Amount {
    const known = this.known.get(node);
    if (known) return known;
    const text = node.textBetween(0, node.content.size, '', ' ');
    const amount = { words: this.words(text), ideographs: ideographs(text), lines: this.column ? linesOf(text, this.column, node.type.name === 'heading') : 0 };
    this.known.set(node, amount);
    return amount;
  }
}
