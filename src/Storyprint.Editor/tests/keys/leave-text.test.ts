import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDocument } from '../../src/wire/from-document';
import { press } from '../support/dom';
import { storyOf, text } from '../support/editing';
import { cursorBehind, openView } from '../support/open-view';

test('Tab moves an item, and after Escape it leaves the text', () => {
  const item = (id: string) => ({ id, kind: 'item', texts: text(id) });
  const view = openView(storyOf({ id: 'l', kind: 'list', blocks: [item('a'), item('b')] }));
  const depth = (): string | undefined => fromDocument(view.state.doc).blocks![0].blocks![1].values?.depth;
  cursorBehind(view, 'b');
  press(view.dom, 'Escape');
  assert.ok(press(view.dom, 'Tab'), 'The browser has to move the focus.');
  assert.equal(depth(), undefined);
  assert.ok(!press(view.dom, 'Tab'));
  assert.equal(depth(), '1');
});
