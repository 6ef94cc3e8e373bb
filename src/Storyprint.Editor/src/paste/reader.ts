import { type Appearance, appearance, isHidden, ordinary } from './appearance';
import { readElement } from './elements';
import { Budget, limits } from './limits';
import { ListBuilder } from './list-builder';
import type { Dropped, Pasted, PastedBlock, PastedPicture, Run } from './pasted';
import { styleAttribute } from './quiet';
import { type Declarations, declared, type StyleSheet } from './style-sheet';
import { TextBuilder } from './text-builder';
import { parted } from './tidy';
import { isMarker, isWordItem, wordItem } from './word-lists';

export interface Place {
  readonly look: Appearance;
  readonly link: string | null;
  readonly depth: number;
}

/** Walks the elements of what was pasted, from the first to the last, and collects blocks. */
export class Reader {
  readonly budget = new Budget();
  private readonly dropped = new Map<Dropped, number>();
  private blocks: PastedBlock[] = [];
  private text = new TextBuilder(this.budget);
  private level: number | null = null;
  private pictures: PastedPicture[] = [];
  private wordList: { list: string; builder: ListBuilder } | null = null;
  private place: Place = { look: ordinary, link: null, depth: 0 };

  constructor(readonly sheet: StyleSheet, readonly origin: string) {}

  read(root: Element): Pasted {
    this.walk(root);
    this.flush();
    this.endWordList();
    return { blocks: this.blocks, dropped: this.dropped, cut: this.budget.cut };
  }

  drop(what: Dropped, count = 1): void {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + count);
  }

  walk(element: Element): void {
    for (let node = element.firstChild; node && this.budget.take('nodes'); node = node.nextSibling) {
      if (node.nodeType === 3) this.text.add(node.nodeValue ?? '', this.place.look, this.place.link);
      else if (node.nodeType === 1) this.enter(node as Element);
      if (this.text.isLong) this.flush();
    }
  }

  private enter(element: Element): void {
    const rules = declared(element, this.sheet);
    if (isHidden(element, rules)) return;
    if (this.place.depth >= limits.depth) {
      this.text.add(element.textContent ?? '', this.place.look, this.place.link);
      return;
    }
    const outer = this.place;
    this.place = { look: appearance(element, outer.look, rules), link: outer.link, depth: outer.depth + 1 };
    if (!isMarker(rules)) readElement(this, element, rules);
    this.place = outer;
  }

  linked(address: string | null, read: () => void): void {
    const outer = this.place;
    this.place = { ...outer, link: address ?? outer.link };
    read();
    this.place = outer;
  }

  lineBreak(): void {
    this.text.lineBreak(this.place.look, this.place.link);
  }

  words(text: string): void {
    this.text.add(text, this.place.look, this.place.link);
  }

  /** An element that is a block of its own: what stands before it ends, and it ends with itself. */
  block(element: Element, level: number | null = null): void {
    this.flush();
    const outer = this.level;
    this.level = level ?? outer;
    this.walk(element);
    this.flush();
    this.level = outer;
  }

  push(...blocks: readonly PastedBlock[]): void {
    this.flush();
    this.endWordList();
    for (const block of blocks) if (this.budget.take('blocks')) this.blocks.push(block);
  }

  picture(picture: PastedPicture): void {
    if (this.budget.pictures > 0) {
      this.budget.pictures--;
      this.pictures.push(picture);
    } else {
      this.drop('picture');
    }
  }

  /** The blocks inside an element, which something else is to be made of. */
  inside(element: Element): PastedBlock[] {
    const { blocks, text, level, pictures, wordList } = this;
    this.blocks = [];
    this.text = new TextBuilder(this.budget);
    this.level = null;
    this.pictures = [];
    this.wordList = null;
    const outer = this.place;
    this.place = { ...outer, look: appearance(element, outer.look, declared(element, this.sheet)) };
    this.walk(element);
    this.flush();
    this.endWordList();
    const found = this.blocks;
    Object.assign(this, { blocks, text, level, pictures, wordList, place: outer });
    return found;
  }

  flush(): void {
    for (const runs of parted(this.text.take())) {
      this.endWordList();
      if (!this.budget.take('blocks')) break;
      this.blocks.push(this.level === null ? { kind: 'paragraph', text: runs } : { kind: 'heading', level: this.level, text: plainHeading(runs) });
    }
    if (this.pictures.length) {
      const pictures = this.pictures;
      this.pictures = [];
      this.push(...pictures);
    }
  }

  /** A paragraph of Word that is an item of a list; false where it is none. */
  readWordItem(element: Element, rules: Declarations): boolean {
    if (!isWordItem(rules) || this.level !== null) return false;
    this.flush();
    const marker = [...element.querySelectorAll(`[${styleAttribute}]`)].find(each => isMarker(declared(each, this.sheet)))?.textContent ?? '';
    const item = wordItem(rules, marker, this.sheet)!;
    const inside = this.inside(element);
    const list = this.openList(item.list, item.depth === 0);
    if (this.budget.take('blocks')) list.add(inside.flatMap(block => (block.kind === 'paragraph' ? block.text : [])), item.depth, item.ordered, item.number);
    return true;
  }

  /** The list to which paragraphs go that say themselves to be items, or a new one where they name another. */
  openList(name: string, isOuter: boolean): ListBuilder {
    this.flush();
    if (this.wordList && this.wordList.list !== name && isOuter) this.endWordList();
    this.wordList ??= { list: name, builder: new ListBuilder() };
    return this.wordList.builder;
  }

  private endWordList(): void {
    const list = this.wordList;
    this.wordList = null;
    if (list && !list.builder.isEmpty) this.blocks.push(list.builder.finish());
  }
}

// A heading that is bold as a whole is only a heading.
function plainHeading(runs: readonly Run[]): Run[] {
  const isBold = runs.every(run => run.emphasis.includes('strong') || !run.text.trim());
  return runs.map(run => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' '), emphasis: isBold ? run.emphasis.filter(name => name !== 'strong') : run.emphasis }));
}
