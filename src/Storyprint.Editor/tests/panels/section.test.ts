import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState } from 'prosemirror-state';
import { sectionOf, setSection } from '../../src/panels/section';
import { fromDocument } from '../../src/wire/from-document';
import { toDocument } from '../../src/wire/to-document';

const story = { id: 'story', kind: 'story', values: { language: 'en', section: 'city' }, texts: { headline: [{ text: 'The harbour gates' }] } };

test('a story is put into another section and taken out, and keeps its language', () => {
  const state = EditorState.create({ doc: toDocument(story) });
  assert.equal(sectionOf(state.doc), 'city');
  const moved = state.apply(setSection(state.tr, 'sea'));
  assert.deepEqual(fromDocument(moved.doc).values, { language: 'en', section: 'sea' });
  const out = moved.apply(setSection(moved.tr, ''));
  assert.equal(sectionOf(out.doc), '');
  assert.deepEqual(fromDocument(out.doc).values, { language: 'en' });
});
