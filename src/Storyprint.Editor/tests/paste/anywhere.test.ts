import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AllSelection, NodeSelection, TextSelection } from 'prosemirror-state';
import { textsOf } from '../../src/paste/flatten';
import { insertPasted } from '../../src/paste/insert';
import { wordsOf } from '../../src/paste/pasted';
import { readHtml } from '../../src/paste/read-html';
import { bodyPlace } from '../../src/pictures/place';
import { page } from '../support/browser';
import { RandomDrafts } from '../support/drafts';
import { Editing } from '../support/editing';
import { assertTaken } from '../support/limits';
import { Random } from '../support/random';

page();
const folder = join(process.cwd(), 'tests', 'paste', 'samples');
const samples = readdirSync(folder).filter(name => name.endsWith('.html')).map(name => readHtml(readFileSync(join(folder, name), 'utf8'))!.blocks);

test('Every sample can be pasted over every selection of every story, and the server takes what comes of it', () => {
  const random = new Random(11);
  let next = 0;
  for (let round = 0; round < 400; round++) {
    const draft = new RandomDrafts(random).story();
    const editing = new Editing(draft);
    const { doc } = editing.state;
    const places = [random.below(doc.content.size), random.below(doc.content.size)];
    const node = doc.nodeAt(places[0]!);
    const selection = random.chance(20) ? new AllSelection(doc)
      : node && NodeSelection.isSelectable(node) && random.chance(3) ? NodeSelection.create(doc, places[0]!) : TextSelection.between(doc.resolve(places[0]!), doc.resolve(random.chance(2) ? places[0]! : places[1]!));
    editing.state = editing.state.apply(editing.state.tr.setSelection(selection));
    const blocks = random.pick(samples);
    const { tr, pictures } = insertPasted(editing.state, blocks, () => `paste${next++}`);
    if (selection.empty && selection.$from.parent.isTextblock) {
      const all = tr.doc.textContent;
      for (const word of blocks.flatMap(textsOf).flatMap(text => wordsOf(text).split(/\s+/))) assert.ok(all.includes(word), `“${word}” is lost`);
      // A table that is pasted into a cell takes the place of what stood in the cells from there on.
      const fillsCells = selection.$from.parent.type.name === 'cell' && blocks.some(block => block.kind === 'table');
      assert.ok(fillsCells || all.length >= doc.textContent.length);
    }
    editing.state = editing.state.apply(tr);
    editing.state.doc.check();
    assertTaken(editing.draft);
    for (const { pos } of pictures) {
      const place = tr.doc.resolve(bodyPlace(tr.doc, pos));
      assert.ok(place.depth === 0 && (place.nodeAfter?.type.isInGroup('body') || place.nodeBefore?.type.isInGroup('body')));
    }
  }
});
