import type { Block } from '../wire/types';

interface Entry {
  block: Block;
  parent: string;
  index: number;
}

/** The blocks of a draft by identity, in reading order, with where they stand. */
export class DraftIndex {
  private readonly entries = new Map<string, Entry>();

  constructor(readonly root: Block) {
    this.entries.set(root.id, { block: root, parent: '', index: 0 });
    this.add(root);
  }

  get ids(): Iterable<string> {
    return this.entries.keys();
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  block(id: string): Block | undefined {
    return this.entries.get(id)?.block;
  }

  parentOf(id: string): string | undefined {
    return this.entries.get(id)?.parent;
  }

  indexOf(id: string): number {
    return this.entries.get(id)?.index ?? -1;
  }

  private add(parent: Block): void {
    parent.blocks?.forEach((block, index) => {
      this.entries.set(block.id, { block, parent: parent.id, index });
      this.add(block);
    });
  }
}

export function* all(block: Block): Generator<Block> {
  yield block;
  for (const inside of block.blocks ?? []) yield* all(inside);
}
