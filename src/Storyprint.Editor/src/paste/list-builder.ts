import type { PastedBlock, PastedItem, Runs } from './pasted';

/** Collects items of a list, of whatever shape they came, and makes sound ones of them. */
export class ListBuilder {
  private readonly items: { text: Runs; depth: number; ordered: boolean; number: number | null }[] = [];

  add(text: Runs, depth: number, ordered: boolean, number: number | null): void {
    if (text.length) this.items.push({ text, depth, ordered, number });
  }

  /** Words that belong to the item before, behind a line break. */
  goOn(text: Runs): void {
    const last = this.items[this.items.length - 1];
    if (last && text.length) last.text = [...last.text, { text: '\n', emphasis: [], link: null }, ...text];
    else this.add(text, 0, false, null);
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  finish(): PastedBlock {
    const ordered = this.items[0]!.ordered;
    const counts: number[] = [];
    let before = -1;
    const items = this.items.map((item): PastedItem => {
      const depth = Math.min(item.depth, before + 1, 8);
      if (depth > before) counts[depth] = 0;
      counts.length = depth + 1;
      before = depth;
      const next = (counts[depth] ?? 0) + 1;
      const number = item.ordered && item.number !== null && Math.abs(item.number) < 100_000 ? item.number : next;
      counts[depth] = number;
      return { text: item.text, depth, ordered: item.ordered === ordered ? null : item.ordered, number: item.ordered && number !== next ? number : null };
    });
    return { kind: 'list', ordered, items };
  }
}
