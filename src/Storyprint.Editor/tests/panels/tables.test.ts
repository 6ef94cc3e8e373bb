import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from 'prosemirror-state';
import { addColumn, addRow, alignColumn, removeColumn, removeRow, toggleHead } from '../../src/panels/tables';
import type { Block } from '../../src/wire/types';
import { Editing, paragraph, storyOf } from '../support/editing';
import { assertTaken } from '../support/limits';
import { Random } from '../support/random';

let next = 1;
const freshId = () => `f${next++}`;
const cell = (words: string) => [{ text: words }];
const story = () => new Editing(storyOf(paragraph('p', 'x'), { id: 't', kind: 'table', blocks: [
  { id: 'c1', kind: 'column' }, { id: 'c2', kind: 'column' }, { id: 'h', kind: 'head', texts: { c1: cell('Town'), c2: cell('Boats') } }, { id: 'r1', kind: 'row', texts: { c1: cell('Harbour'), c2: cell('12') } }, { id: 'r2', kind: 'row', texts: { c1: cell('Bridge'), c2: cell('3') } },
] }, paragraph('q', 'y')));

function shown(editing: Editing): string {
  const { blocks = [] } = editing.blocks.find(block => block.kind === 'table')!;
  const columns = blocks.filter(block => block.kind === 'column');
  const row = (block: Block) => columns.map(({ id }) => (block.texts?.[id] ?? []).map(run => ('text' in run ? run.text : '')).join('')).join(',');
  return `${columns.map(({ values }) => values?.align ?? '·').join('')} ${blocks.filter(block => block.kind !== 'column').map(block => `${block.kind} ${row(block)}`).join(' / ')}`;
}
const after = (words: string, ...commands: Command[]): string => {
  next = 1;
  const editing = story().at(words).run(...commands);
  assertTaken(editing.draft);
  return shown(editing);
};

test('A row comes above or below', () => {
  assert.equal(after('Harbour', addRow(1, freshId)), '·· head Town,Boats / row Harbour,12 / row , / row Bridge,3');
  assert.equal(after('Harbour', addRow(-1, freshId)), '·· head Town,Boats / row , / row Harbour,12 / row Bridge,3');
  assert.equal(after('Town', addRow(1, freshId)), '·· head Town,Boats / row , / row Harbour,12 / row Bridge,3');
});
test('No row comes above the head', () => assert.equal(addRow(-1, freshId)(story().at('Town').state), false));
test('A row goes, and a head too', () => {
  assert.equal(after('Harbour', removeRow), '·· head Town,Boats / row Bridge,3');
  assert.equal(after('Town', removeRow), '·· row Harbour,12 / row Bridge,3');
});
test('The last row stays', () => assert.equal(removeRow(story().at('Harbour').run(removeRow).state), false));
test('A column comes before or behind', () => {
  assert.equal(after('12', addColumn(1, freshId)), '··· head Town,Boats, / row Harbour,12, / row Bridge,3,');
  assert.equal(after('12', addColumn(-1, freshId)), '··· head Town,,Boats / row Harbour,,12 / row Bridge,,3');
});
test('A column goes, and the last one stays', () => {
  assert.equal(after('12', removeColumn), '· head Town / row Harbour / row Bridge');
  assert.equal(removeColumn(story().at('12').run(removeColumn).state), false);
});
test('The head becomes a row, and the first row the head', () => {
  assert.equal(after('12', toggleHead(freshId)), '·· row Town,Boats / row Harbour,12 / row Bridge,3');
  assert.equal(after('12', toggleHead(freshId), toggleHead(freshId)), '·· head Town,Boats / row Harbour,12 / row Bridge,3');
  assert.equal(after('Town', removeRow, removeRow, toggleHead(freshId)), '·· head Bridge,3 / row ,');
});
test('A column has a side, and has none again', () => {
  assert.equal(after('12', alignColumn('Right')), '·Right head Town,Boats / row Harbour,12 / row Bridge,3');
  assert.deepEqual(story().at('12').run(alignColumn('Right'), alignColumn(null)).blocks[1]!.values, { aligned: 'false' });
});
test('Outside of a table there is nothing to do', () => assert.ok([addRow(1, freshId), removeRow, addColumn(1, freshId), removeColumn, toggleHead(freshId), alignColumn('Left')].every(command => !command(story().at('y').state))));

test('Whatever is done in whatever order, the server takes the table', () => {
  const random = new Random(7);
  const commands = [addRow(1, freshId), addRow(-1, freshId), removeRow, addColumn(1, freshId), addColumn(-1, freshId), removeColumn, toggleHead(freshId), alignColumn('Left'), alignColumn(null)];
  for (let round = 0; round < 60; round++) {
    const editing = story().at('12');
    for (let step = 0; step < 25; step++) {
      random.pick(commands)(editing.state, tr => { editing.state = editing.state.apply(tr); });
      editing.state.doc.check();
    }
    assertTaken(editing.draft);
  }
});
