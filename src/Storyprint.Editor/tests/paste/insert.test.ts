import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertPasted } from '../../src/paste/insert';
import { readHtml } from '../../src/paste/read-html';
import { readText } from '../../src/paste/read-text';
import { page } from '../support/browser';
import { Editing, paragraph, storyOf, text } from '../support/editing';
import { assertTaken } from '../support/limits';

page();
let next = 1;
const paste = (editing: Editing, content: string): Editing => {
  next = 1;
  const pasted = content.startsWith('<') ? readHtml(content)! : readText(content);
  editing.state = editing.state.apply(insertPasted(editing.state, pasted.blocks, () => `p${next++}`).tr);
  editing.state.doc.check();
  assertTaken(editing.draft);
  return editing;
};
const bridge = () => new Editing(storyOf(paragraph('a', 'The bridge is long'), paragraph('b', 'and old')));

test('A word goes into the line', () => assert.equal(paste(bridge().at('The '), 'new ').short, 'paragraph a The newbridge is long; paragraph b and old'));

test('Paragraphs join with the words before and behind the caret, and the last says where its tail came from', () => {
  const editing = paste(bridge().at('The bridge'), 'One\n\nTwo');
  assert.equal(editing.short, 'paragraph a The bridgeOne; paragraph p2<a Two is long; paragraph b and old');
  assert.equal(editing.around, 'Two^ is long');
});

test('A list parts the paragraph', () => assert.equal(paste(bridge().at('The bridge'), '<ul><li>One<li>Two</ul>').short, 'paragraph a The bridge; list p1 [item0 p2 One; item0 p3 Two]; paragraph p4<a  is long; paragraph b and old'));

test('Blocks take the place of an empty paragraph', () => assert.equal(paste(new Editing(storyOf(paragraph('a'), paragraph('b', 'old'))).put(9), '<h1>Title</h1><p>Words</p>').short, 'heading2 p1 Title; paragraph p2 Words; paragraph b old'));

test('A heading before a paragraph stays one', () => assert.equal(paste(bridge().at('The bridge', 0), '<h2>Title</h2><p>Words</p>').short, 'heading2 p1 Title; paragraph p2 Words; paragraph a The bridge is long; paragraph b and old'));

test('Selected words of two paragraphs make room', () => assert.equal(paste(bridge().at('The ').put(bridge().at('The ').state.selection.from, bridge().at('and').state.selection.to), 'One\n\nTwo').short, 'paragraph a The One; paragraph p2<a Two old'));

const listed = () => new Editing(storyOf({ id: 'l', kind: 'list', blocks: [{ id: 'i', kind: 'item', texts: text('boats'), values: { depth: '1' } }] }, paragraph('z', 'end')));
test('Paragraphs and lists become items of the list', () => assert.equal(paste(listed().at('boats'), '<p>one</p><ul><li>two<ul><li>three</ul></ul>').short, 'list l [item1 i boatsone; item1 p2 two; item2 p3 three]; paragraph z end'));
test('A table parts a list', () => assert.match(paste(listed().at('boats'), '<table><tr><td>a<td>b</table>').short, /^list l \[item1 i boats\]; table /));

const quoted = () => new Editing(storyOf({ id: 'q', kind: 'quotation', texts: { speaker: [{ text: 'Ines' }] }, blocks: [{ id: 'p', kind: 'passage', texts: text('It rains') }] }));
test('Paragraphs become passages of the quotation', () => assert.equal(paste(quoted().at('It rains'), 'one\n\ntwo').short, 'quotation q Ines [passage p It rainsone; passage p2 two]'));
test('The speaker stays on one line', () => assert.equal(paste(quoted().at('Ines'), '<p><b> Weber</b></p><p>of the port</p>').short, 'quotation q InesWeber of the port [passage p It rains]'));

const tabled = () => new Editing(storyOf({ id: 't', kind: 'table', blocks: [{ id: 'c1', kind: 'column' }, { id: 'c2', kind: 'column' }, { id: 'r', kind: 'row', texts: { c1: [{ text: 'here' }], c2: [{ text: 'there' }] } }] }));
test('Paragraphs in a cell are lines of it', () => assert.deepEqual(paste(tabled().at('here'), 'one\n\ntwo').blocks[0].blocks![2].texts!.c1, [{ text: 'hereone\ntwo' }]));
test('A table in a cell fills the cells from there, and the table grows', () => {
  const table = paste(tabled().at('there'), 'a\tb\nc\td').blocks[0].blocks!;
  assert.deepEqual(table.map(block => block.kind), ['column', 'column', 'column', 'row', 'row']);
  assert.deepEqual(table.slice(3).map(row => Object.values(row.texts!).map(runs => (runs[0] as { text: string }).text)), [['here', 'a', 'b'], ['c', 'd']]);
});

const headed = () => new Editing({ ...storyOf(paragraph('a')), texts: { headline: [{ text: 'Rain' }] } });
test('The headline takes words without marks on one line', () => assert.deepEqual(paste(headed().at('Rain'), '<p>, <b>wind</b></p><p>and snow</p>').draft.texts, { headline: [{ text: 'Rain, wind and snow' }] }));
test('Of an article that is pasted into the headline, only the first block is the headline', () => {
  const editing = paste(headed().at('Rain', 0, 4), `<h1>Storm</h1><p>${'Words '.repeat(60)}</p><table><tr><td>a<td>b</table>`);
  assert.deepEqual(editing.draft.texts, { headline: [{ text: 'Storm' }] });
  assert.deepEqual(editing.blocks.map(block => block.kind), ['paragraph', 'table']);
});

test('Pictures are to stand where they stood among the blocks', () => {
  const editing = bridge().at('long');
  const source = `data:image/png;base64,${'A'.repeat(500)}`;
  const { tr, pictures } = insertPasted(editing.state, readHtml(`<p>one</p><img src="${source}"><p>two</p><img src="${source}">`)!.blocks, () => `x${next++}`);
  assert.deepEqual(pictures.map(({ pos }) => tr.doc.resolve(pos).nodeBefore!.textContent), ['The bridge is longone', 'two']);
});

test('Whatever is pasted wherever gives a draft that the server takes', () => {
  const contents = ['x', 'one\n\ntwo', 'a\tb\nc\td', '<h1>t</h1>', '<ul><li>a<ol start=7><li>b</ol></ul>', '<blockquote>q<table><tr><td>a<td>b</table></blockquote>', '<hr>', '<iframe src="https://www.youtube.com/embed/abc"></iframe>', '<p>a</p><hr><p>b</p>', '<table><tr><th>a<th>b<tr><td>c<td>d</table>'];
  for (const make of [bridge, listed, quoted, tabled, headed]) {
    const size = make().state.doc.content.size;
    for (let from = 1; from < size; from++) {
      for (const content of contents) {
        const editing = make();
        if (!editing.state.doc.resolve(from).parent.inlineContent) continue;
        paste(editing.put(from), content);
      }
    }
  }
});
