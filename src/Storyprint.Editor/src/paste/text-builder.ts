import { type Appearance, emphasis } from './appearance';
import { type Budget, limits } from './limits';
import type { Run } from './pasted';

/** Collects the words of a block as they are met. */
export class TextBuilder {
  private runs: Run[] = [];
  private length = 0;

  constructor(private readonly budget: Budget) {}

  /** Words, or as many of them as the whole paste may still have. */
  add(text: string, look: Appearance, link: string | null): void {
    const left = Math.min(text.length, this.budget.words);
    this.budget.take('words', text.length);
    if (left < text.length) this.budget.words = 0;
    if (!left) return;
    this.length += left;
    this.runs.push({ text: look.asTyped ? text.slice(0, left) : text.slice(0, left).replace(/[ \t\r\n\f]+/g, ' '), emphasis: emphasis(look), link, ...(look.asTyped ? { asTyped: true } : {}) });
  }

  lineBreak(look: Appearance, link: string | null): void {
    this.runs.push({ text: '\n', emphasis: look.asTyped ? emphasis(look) : [], link: look.asTyped ? link : null, ...(look.asTyped ? { asTyped: true } : {}) });
  }

  get isLong(): boolean {
    return this.length > limits.blockWords;
  }

  take(): Run[] {
    const runs = this.runs;
    this.runs = [];
    this.length = 0;
    return runs;
  }
}
