import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pastePlugin } from '../../src/paste/plugin';
import { fromDocument } from '../../src/wire/from-document';
import { createText } from '../../src/writing/texts';
import { paragraph, storyOf } from '../support/editing';
import { assertTaken } from '../support/limits';
import { Live } from '../support/live';

let next = 1;
const said: string[] = [];
const context = { root: document.createElement('div'), language: 'en', text: createText({ 'editor.paste.video#one': '{0} video', 'editor.paste.dropped': '{0} left out' }, 'en'), freshId: () => `own${next++}`, token: () => '', say: (sentence: string) => void said.push(sentence), announce: () => {} };
const taken: unknown[] = [];
const live = (...blocks: Parameters<typeof storyOf>) => new Live(storyOf(...blocks), [pastePlugin(context, (_, files) => taken.push(...files))]);
const attributes = (values: unknown) => JSON.stringify(values).replaceAll('"', '&quot;');
const draft = (editor: Live) => {
  const story = fromDocument(editor.view.state.doc);
  assertTaken(story);
  return story.blocks!;
};

const forged: [what: string, html: string][] = [
  ['a heading of level 9', `<h2 data-kind="heading" data-attrs="${attributes({ level: 9 })}">Title</h2>`],
  ['an item that is a hundred deep', `<ul data-kind="list"><li data-kind="item" data-attrs="${attributes({ depth: 100, number: 1e9, ordered: 'x' })}">One</li></ul>`],
  ['links that would run', '<p data-kind="paragraph"><a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a></p>'],
  ['an embed that would run', `<div data-kind="embed" data-attrs="${attributes({ address: 'javascript:alert(1)' })}"><p data-kind="title">x</p></div>`],
  ['a picture without a sound file', `<figure data-kind="picture" data-attrs="${attributes({ file: 'x', address: 'javascript:1', focus: '9 9' })}"><p data-kind="caption">c</p><p data-kind="credit"></p><p data-kind="alt"></p></figure>`],
  ['a table whose columns are nonsense', `<table data-kind="table" data-attrs="${attributes({ columns: [{ id: 'a', values: { align: 'up' } }, 5, null], aligned: 'x' })}"><caption data-kind="tablecaption"></caption><tr data-kind="row"><td data-kind="cell">a</td><td data-kind="cell">b</td></tr></table>`],
  ['a table whose columns are no list', `<table data-kind="table" data-attrs="${attributes({ columns: 'x' })}"><caption data-kind="tablecaption"></caption><tr data-kind="row"><td data-kind="cell">a</td></tr></table>`],
  ['a correction note', `<div data-kind="note" data-attrs="${attributes({ text: 'x' })}"></div><p data-kind="paragraph">a</p>`],
  ['words that no story may hold', `<p data-kind="paragraph">a\u0001\ufffc\u202eb${'\u0301'.repeat(100)}</p>`],
];
for (const [what, html] of forged) {
  test(`A page that pretends to be a copy of this editor cannot bring in ${what}`, () => {
    const editor = live(paragraph('a', 'One'));
    editor.view.pasteHTML(html.replace(/^<(\w+)/, '<$1 data-pm-slice="0 0 []"'), new Event('paste') as ClipboardEvent);
    draft(editor);
    assert.doesNotMatch(JSON.stringify(draft(editor)), /javascript|data:text|"note"/);
  });
}

test('What is copied with the fields of a story is words of the body', () => {
  const editor = new Live({ ...storyOf(paragraph('a', 'One'), { id: 't', kind: 'topic', texts: { text: [{ text: 'Port' }] } }), texts: { headline: [{ text: 'Rain' }] } }, [pastePlugin(context, () => {})]);
  const { doc } = editor.view.state;
  for (const [from, to] of [[3, 18], [13, doc.content.size - 2], [13, doc.content.size - 5]] as const) {
    const { dom } = editor.view.serializeForClipboard(doc.slice(from, to));
    editor.at('One').view.pasteHTML(dom.innerHTML, new Event('paste') as ClipboardEvent);
  }
  assert.deepEqual(draft(editor).filter(block => block.kind !== 'paragraph').map(block => block.id), ['t']);
});

test('A table that is copied within a story has columns of its own', () => {
  const editor = live({ id: 't', kind: 'table', values: { aligned: 'true' }, blocks: [{ id: 'c', kind: 'column', values: { align: 'Right' } }, { id: 'r', kind: 'row', texts: { c: [{ text: '12' }] } }] }, paragraph('a', 'One'));
  const { dom } = editor.view.serializeForClipboard(editor.view.state.doc.slice(8, 8 + editor.view.state.doc.child(4).nodeSize));
  editor.end().view.pasteHTML(dom.innerHTML, new Event('paste') as ClipboardEvent);
  const tables = draft(editor).filter(block => block.kind === 'table');
  assert.equal(tables.length, 2);
  assert.deepEqual(tables[1]!.blocks![0]!.values, { align: 'Right' });
});

function paste(editor: Live, types: Record<string, string>, files: File[] = []): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { types: Object.keys(types), files, getData: (type: string) => types[type] ?? '' } });
  editor.view.dom.dispatchEvent(event);
}

test('The richest form of what was copied is taken, and what is left out is said', () => {
  const editor = live(paragraph('a', 'One'));
  paste(editor, { 'text/html': '<h2>Title</h2><video></video>', 'text/plain': 'x' });
  assert.deepEqual(draft(editor).map(block => block.kind), ['paragraph', 'heading']);
  assert.deepEqual(said, ['1 video left out']);
});

test('An address over words is their link', () => {
  const editor = live(paragraph('a', 'See the bridge')).at('bridge', true);
  paste(editor, { 'text/plain': ' https://example.org/b ' });
  assert.deepEqual(draft(editor)[0]!.texts!.text, [{ text: 'See the ' }, { text: 'bridge', link: 'https://example.org/b' }]);
});

test('A lone picture is sent with the words that its page had for it; a picture of words is not', () => {
  const file = new File(['x'], 'image.png', { type: 'image/png' });
  paste(live(paragraph('a', 'One')), { 'text/html': '<img src="https://example.org/a.jpg" alt="A bridge">' }, [file]);
  assert.deepEqual(taken.map(each => (each as { alt: string }).alt), ['A bridge']);
  const editor = live(paragraph('a', 'One'));
  paste(editor, { 'text/html': '<table><tr><td>a</td><td>b</td></tr></table>', 'text/plain': 'a\tb' }, [file]);
  assert.deepEqual(draft(editor).map(block => block.kind), ['paragraph', 'table']);
  assert.equal(taken.length, 1);
});

test('An editor for code means its text', () => {
  const editor = live(paragraph('a', ''));
  paste(editor, { 'vscode-editor-data': '{}', 'text/html': '<div><span style="font-weight:bold">a</span></div>', 'text/plain': 'a  =  1' });
  assert.deepEqual(draft(editor)[0]!.texts!.text, [{ text: 'a = 1' }]);
});
