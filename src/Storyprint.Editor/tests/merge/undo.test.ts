import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redo, undo } from 'prosemirror-history';
import { type Command, TextSelection } from 'prosemirror-state';
import { keys } from '../../src/keys/keymap';
import { changeKind } from '../../src/kinds/change-kind';
import { isSound } from '../../src/changes/sound';
import { all } from '../../src/changes/draft-index';
import { mergeAnswer } from '../../src/merge/merge-answer';
import type { Block } from '../../src/wire/types';
import { RandomDrafts } from '../support/drafts';
import { Editing } from '../support/editing';
import { RandomEdits } from '../support/edits';
import { Random } from '../support/random';

const commands = [...Object.values(keys).filter(command => command !== undo && command !== redo), changeKind('paragraph'), changeKind('quotation'), changeKind('pullquote'), changeKind('list'), changeKind('fence')] as Command[];

function anywhere(editing: Editing, random: Random): void {
  const spots: number[] = [];
  editing.state.doc.descendants((node, position) => { if (node.isTextblock) spots.push(position + 1 + random.below(node.content.size + 1)); return !node.isTextblock; });
  const anchor = random.pick(spots);
  const head = random.chance(4) ? random.pick(spots) : anchor;
  editing.state = editing.state.apply(editing.state.tr.setSelection(TextSelection.between(editing.state.doc.resolve(anchor), editing.state.doc.resolve(head))));
}

const identities = (draft: Block): string[] => [...all(draft)].map(block => block.id);

function sound(editing: Editing, what: string): void {
  editing.state.doc.check();
  const { draft } = editing;
  assert.ok(isSound(draft), what);
  assert.ok(identities(draft).every(Boolean), what);
  assert.equal(new Set(identities(draft)).size, identities(draft).length, what);
}

test('Over 400 random sittings every key leaves a draft that the server takes, with identities of its own', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = new Random(seed);
    const editing = new Editing(new RandomDrafts(random).story());
    for (let step = 0; step < 25; step++) {
      anywhere(editing, random);
      const command = random.pick(commands);
      if (random.chance(3)) editing.type('x y');
      else command(editing.state, tr => editing.apply(tr));
      if (random.chance(6)) undo(editing.state, tr => editing.apply(tr));
      sound(editing, `${seed} ${step}`);
    }
  }
});

test('Over 400 random sittings with others, undo takes back what was typed here and no word of theirs', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = new Random(seed);
    const drafts = new RandomDrafts(random);
    const theirs = new RandomEdits(random, drafts, 'theirs');
    const editing = new Editing(drafts.story());
    const theirWords = (): string => [...new Set(editing.state.doc.textBetween(0, editing.state.doc.content.size, '|').match(/theirs\d+e/g) ?? [])].sort().join();
    for (let step = 0; step < 20; step++) {
      if (random.chance(2)) {
        anywhere(editing, random);
        // At the end of a text, so that it stands within no word of theirs.
        editing.put(editing.state.selection.$head.end()).type(` mine${step} `);
      } else if (random.chance(3)) {
        const sent = editing.draft;
        editing.state = editing.state.apply(mergeAnswer(editing.state, sent, theirs.edit(sent, 1 + random.below(3)))!);
      } else {
        const before = theirWords();
        (random.chance(3) ? redo : undo)(editing.state, tr => editing.apply(tr));
        assert.equal(theirWords(), before, `${seed} ${step}`);
      }
      sound(editing, `${seed} ${step}`);
    }
    const before = theirWords();
    for (let times = 0; times < 40; times++) undo(editing.state, tr => editing.apply(tr));
    assert.equal(theirWords(), before, `${seed}`);
    sound(editing, `${seed}`);
  }
});
