import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureNode, putFile } from '../../src/pictures/fill';
import { insertPicture, putPoster, replacePicture } from '../../src/pictures/put';
import { KnownRights, rightsLine } from '../../src/pictures/rights';
import { readPicture, type StoredPicture } from '../../src/pictures/stored-picture';
import { schema } from '../../src/schema/schema';
import '../support/dom';
import { Editing, paragraph, storyOf } from '../support/editing';
import { text } from '../support/texts';

const sent: StoredPicture = { file: `${'ab'.repeat(32)} 16x9`, address: '/a', caption: 'Snow', credit: 'Omid', alt: 'A bridge' };
const picture = { id: 'pic', kind: 'picture', values: { file: `${'cd'.repeat(32)} 16x9` } };

test('The answer to a sent picture may say what stands in its file', () => {
  assert.deepEqual(readPicture({ file: sent.file, address: '/a', credit: 'Omid', rights: 'ended' }), { file: sent.file, address: '/a', credit: 'Omid', rights: { state: 'ended', words: '' } });
  assert.deepEqual(readPicture({ file: sent.file, address: '/a' }), { file: sent.file, address: '/a' });
});

test('Words that came with a pasted picture go before those that stand in its file', () => {
  const node = pictureNode('x', sent, { alt: 'Own words', caption: [schema.text('Own caption')] });
  assert.deepEqual(node.children.map(child => child.textContent), ['Own caption', 'Omid', 'Own words']);
});

test('Only empty places are filled, and a caption with emphasis or a choice is none', () => {
  const editing = new Editing(storyOf(paragraph('p', 'Rain'), { ...picture, texts: { caption: [{ choice: [{ text: [{ text: 'One' }], who: 'Ines', at: '2026-11-28T09:00:00.0000000+00:00' }, { text: [{ text: 'Two' }], who: 'Omid', at: '2026-11-28T09:00:00.0000000+00:00' }] }] } }));
  const at = editing.state.doc.content.size - editing.state.doc.lastChild!.nodeSize;
  editing.apply(putFile(editing.state.tr, at, sent));
  const { caption, ...others } = editing.blocks[1]!.texts!;
  assert.ok('choice' in caption![0]!);
  assert.deepEqual(others, { credit: [{ text: 'Omid' }], alt: [{ text: 'A bridge' }] });
});

test('A place that is gone is said, and the story stays', () => {
  const { state } = new Editing(storyOf(paragraph('p', 'Rain')));
  for (const put of [replacePicture(sent, 'pic', text()), putPoster(sent, 'pic', text())]) {
    const tr = state.tr;
    assert.deepEqual(put(tr, 0), { problem: text()('editor.story.gone') });
    assert.equal(tr.docChanged, false);
  }
  assert.ok('chosen' in insertPicture(sent, () => 'x')(state.tr, 0));
});

test('Rights are said in words and by a sign; a part of a picture has those of the whole', () => {
  const rights = new KnownRights();
  const ended = { state: 'ended', words: 'Rights ended on 1 October 2026' } as const;
  rights.hear({ ...sent, rights: ended });
  rights.inherit({ file: 'part', address: '/b' }, sent.file);
  assert.deepEqual([rights.of(sent.file), rights.of('part'), rights.of(null)], [ended, ended, null]);
  rights.hear(sent);
  assert.equal(rights.of(sent.file), null);
  assert.equal(rightsLine(text(), ended).textContent, '× Rights ended on 1 October 2026');
  assert.match(rightsLine(text('fa'), { state: 'ending', words: '' }).textContent!, new RegExp(text('fa')('editor.rights.ending')));
});
