/** How much of what somebody pastes is read: a tab that stands still helps nobody. */
export const limits = {
  /** UTF-16 units of HTML; beyond it only the plain text is taken. Pictures stand in the HTML of some programs. */
  html: 30_000_000,
  /** UTF-16 units of words of the whole paste. */
  words: 1_000_000,
  /** Words of one block; a longer paragraph is parted. */
  blockWords: 100_000,
  /** Blocks, with items and rows. */
  blocks: 5_000,
  nodes: 400_000,
  depth: 150,
  runs: 5_000,
  columns: 60,
  combiningMarks: 30,
  address: 2_048,
  /** Of style rules, in UTF-16 units. */
  sheet: 400_000,
  pictures: 50,
} as const;

/** What is left of the limits while one paste is read. */
export class Budget {
  nodes: number = limits.nodes;
  blocks: number = limits.blocks;
  words: number = limits.words;
  pictures: number = limits.pictures;
  cut = false;

  /** Takes of one of the amounts; false when there is not so much left, and from then on. */
  take(what: 'nodes' | 'blocks' | 'words' | 'pictures', amount = 1): boolean {
    if (this.cut || this[what] < amount) {
      this.cut = true;
      return false;
    }
    this[what] -= amount;
    return true;
  }
}
