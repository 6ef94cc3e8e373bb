import { all } from '../../src/changes/draft-index';
import { isSound } from '../../src/changes/sound';
import { isChoice, type Block, type Run } from '../../src/wire/types';
import type { RandomDrafts } from './drafts';
import type { Random } from './random';

/** Changes drafts as people do: words, kinds, order, blocks that come and go. Every word that is put in is one that no other text has. */
export class RandomEdits {
  private next = 0;

  constructor(private readonly random: Random, private readonly drafts: RandomDrafts, private readonly who: string) {}

  edit(draft: Block, times: number): Block {
    let story = draft;
    for (let round = 0; round < times; round++) {
      const edited = structuredClone(story);
      this.one(edited);
      if (isSound(edited)) story = edited;
    }
    return story;
  }

  word(): string {
    return `${this.who}${this.next++}e`;
  }

  private one(story: Block): void {
    const { random } = this;
    const blocks = (story.blocks ??= []);
    const texts = [...all(story)].flatMap(block => Object.values(block.texts ?? {})).filter(runs => runs.length > 0);
    switch (random.below(9)) {
      case 0: blocks.splice(random.below(blocks.length + 1), 0, this.drafts.body()); break;
      case 1: if (blocks.length > 0) blocks.splice(random.below(blocks.length), 1); break;
      case 2: if (blocks.length > 1) blocks.splice(random.below(blocks.length), 0, ...blocks.splice(random.below(blocks.length), 1)); break;
      case 3: this.kind(random.pick([...all(story)])); break;
      case 4: this.split(blocks); break;
      default: if (texts.length > 0) this.words(random.pick(texts));
    }
    if (blocks.length === 0) delete story.blocks;
  }

  private words(runs: Run[]): void {
    const run = this.random.pick(runs);
    if (isChoice(run)) return;
    const words = run.text.split(' ');
    const at = this.random.below(words.length);
    words.splice(at, this.random.chance(3) ? 1 : 0, ...(this.random.chance(5) ? [] : [this.word()]));
    run.text = words.join(' ') || this.word();
  }

  private kind(block: Block): void {
    if (block.kind === 'paragraph') block.kind = 'heading';
    else if (block.kind === 'heading') { block.kind = 'fence'; delete block.values; delete block.choices; }
    else if (block.kind === 'list') block.values = { ordered: 'true' };
  }

  private split(blocks: Block[]): void {
    const index = blocks.findIndex(block => block.kind === 'paragraph' && (block.texts?.text ?? []).length > 1);
    if (index < 0) return;
    const block = blocks[index];
    const tail = block.texts!.text.splice(1);
    blocks.splice(index + 1, 0, { id: this.word(), kind: 'paragraph', origin: block.id, texts: { text: tail } });
  }
}
