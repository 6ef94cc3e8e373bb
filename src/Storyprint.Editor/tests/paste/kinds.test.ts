import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AllSelection } from 'prosemirror-state';
import { pastePlugin } from '../../src/paste/plugin';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { paragraph, storyOf } from '../support/editing';
import { assertTaken } from '../support/limits';
import { Live } from '../support/live';
import { text } from '../support/texts';

let next = 1;
const context = { root: document.createElement('div'), language: 'en', text: text(), freshId: () => `own${next++}`, token: () => '', say: () => {}, announce: () => {} };
const live = (...blocks: Block[]): Live => new Live(storyOf(...blocks), [pastePlugin(context, () => {})]);
const words = (name: string, said: string): Block['texts'] => ({ [name]: [{ text: said }] });
const picture: Block = { id: 'p', kind: 'picture', texts: words('caption', 'Boats'), values: { file: `${'ab'.repeat(32)} 16x9`, made: 'digitalCapture' } };

const blocks: Block[] = [
  { id: 'f', kind: 'factbox', texts: words('title', 'The bridge'), blocks: [{ id: 'fa', kind: 'fact', texts: words('text', 'One'), values: { item: 'true' } }] },
  { id: 'q', kind: 'question', texts: words('question', 'When?'), blocks: [{ id: 'qa', kind: 'passage', texts: words('text', 'در ماه مه') }] },
  { id: 'r', kind: 'related', blocks: [{ id: 'ra', kind: 'relatedstory', texts: words('text', 'Rain'), values: { code: '1125546' } }] },
  { id: 'c', kind: 'corrects', texts: words('text', 'Wind'), values: { code: '7' } },
  { id: 'g', kind: 'gallery', texts: words('caption', 'All'), blocks: [picture, { ...picture, id: 'p2' }] },
  { id: 'm', kind: 'media', texts: words('transcript', 'Bells.'), values: { type: 'video', file: `${'ef'.repeat(32)} 48213 video/mp4 bells.mp4`, seconds: '61', made: 'digitalCapture' } },
  { id: 'd', kind: 'document', texts: words('title', 'The plan'), values: { file: `${'cd'.repeat(32)} 1482130 application/pdf نقشه.pdf` } },
];

// What a block is, whatever its identities.
const plain = ({ kind, texts, values, blocks: inside }: Block): unknown => ({ kind, texts, values, blocks: inside?.map(plain) });

test('Copies of every kind of block come with all that they hold, and with identities of their own', () => {
  for (const block of blocks) {
    const from = live(block, paragraph('z', 'Rain'));
    from.view.dispatch(from.view.state.tr.setSelection(new AllSelection(from.view.state.doc)));
    const { dom } = from.view.serializeForClipboard(from.view.state.selection.content());
    const to = live(block, paragraph('a', ''));
    to.view.pasteHTML(dom.innerHTML, new Event('paste') as ClipboardEvent);
    const draft = fromDocument(to.view.state.doc);
    assertTaken(draft);
    assert.deepEqual(draft.blocks!.filter(each => each.kind === block.kind).map(plain), [block, block].map(plain), block.kind);
  }
});

test('A page that pretends to be a copy cannot bring in codes, files and ways of making that a draft does not allow', () => {
  const attributes = (values: unknown): string => JSON.stringify(values).replaceAll('"', '&quot;');
  const to = live(paragraph('a', 'One'));
  to.view.pasteHTML([
    `<div data-pm-slice="0 0 []" data-kind="corrects" data-attrs="${attributes({ code: '12<script>' })}"><p data-kind="storyname">x</p></div>`,
    `<figure data-kind="media" data-attrs="${attributes({ type: 'flash', file: 'x', seconds: -1, poster: '-', made: 'magic', address: 'a\u0007' })}"><p data-kind="blocktitle">t</p><p data-kind="caption"></p><p data-kind="credit"></p><p data-kind="transcript"></p></figure>`,
    `<aside data-kind="factbox"><p data-kind="blocktitle">t</p><p data-kind="fact" data-attrs="${attributes({ item: 'x' })}">f</p></aside>`,
  ].join(''), new Event('paste') as ClipboardEvent);
  const draft = fromDocument(to.view.state.doc);
  assertTaken(draft);
  assert.ok(draft.blocks!.flatMap(block => [block, ...block.blocks ?? []]).every(block => block.values === undefined), JSON.stringify(draft));
});
