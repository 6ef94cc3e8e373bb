import assert from 'node:assert/strict';
import { isSound } from '../../src/changes/sound';
import { isChoice, type Block } from '../../src/wire/types';

const rich = new Set(['paragraph/text', 'heading/text', 'passage/text', 'pullquote/text', 'item/text', 'picture/caption', 'fence/text', 'fact/text', 'gallery/caption', 'media/caption', 'media/transcript', 'question/question', 'story/sources']);

/** Asserts that a draft is one that the server takes: docs/drafts.md, "What is refused". */
export function assertTaken(story: Block): void {
  const all: Block[] = [];
  const collect = (block: Block): void => {
    all.push(block);
    block.blocks?.forEach(collect);
  };
  collect(story);
  assert.ok(isSound(story), 'blocks stand where they may');
  assert.ok(JSON.stringify(story).length < 8_000_000, 'it is not too large');
  assert.ok(all.length <= 20_000, `${all.length} blocks`);
  assert.equal(new Set(all.map(block => block.id)).size, all.length, 'no identity stands twice');
  for (const block of all) {
    assert.match(block.id, /^[A-Za-z0-9_-]{1,24}$/);
    for (const value of Object.values(block.values ?? {})) assert.ok(value.length <= 2_048 && !/[\u0000-\u001f\u007f-\u009f]/.test(value), value);
    for (const [name, runs] of Object.entries(block.texts ?? {})) {
      assert.ok(runs.length <= 20_000);
      const words = runs.flatMap(run => (isChoice(run) ? [] : [run]));
      const text = words.map(run => run.text).join('');
      assert.ok(text.length <= 400_000, `${text.length} letters`);
      assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffc\ufffe\uffff]/);
      assert.ok(text.isWellFormed(), 'no half characters');
      assert.doesNotMatch(text, /(\p{Mn}|\p{Me}){31}/u);
      for (const run of words) {
        assert.ok(!run.link || /^(https?:\/\/[^/]|mailto:.|tel:.|\/(?![/\\]))/.test(run.link), run.link);
        const isCell = block.kind === 'row' || block.kind === 'head';
        assert.ok(isCell || rich.has(`${block.kind}/${name}`) || (!run.link && !run.emphasis), `${block.kind}/${name} has marks`);
      }
    }
  }
}
