import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Checks } from '../../src/guards/checks';
import { linkFault } from '../../src/guards/links';
import { CheckPanel } from '../../src/guards/panel';
import { placeholderFinder } from '../../src/guards/placeholders';
import { guards } from '../../src/guards/plugin';
import { toDocument } from '../../src/wire/to-document';
import { createText } from '../../src/writing/texts';
import { paragraph, storyOf, text } from '../support/editing';
import { Live } from '../support/live';

const placeholders: [text: string, found: string[]][] = [
  ['The bridge is TK metres long, TKTK.', ['TK', 'TKTK']], ['TK', ['TK']], ['(TK)', ['TK']], ['tk, Atkins, ATK, TKS, STK', []], ['TK-Stadt', ['TK']], ['در ؟؟ متر', ['؟؟']], ['چرا؟؟', []], ['Why?? and ?? metres', ['??']],
  ['Check XXX and xxx', ['XXX', 'xxx']], ['xxxl', []], ['A ZUTUN here, zutun there', ['ZUTUN']], ['*** at the start', ['***']], ['می\u200cTK', []], ['بررسی شود', ['بررسی']],
];
const find = placeholderFinder(['xxx', 'ZUTUN', '***', 'بررسی', '', ' ']);
for (const [content, found] of placeholders) test(`In “${content}” ${found.length ? found.join(' and ') : 'nothing'} is to be replaced`, () => assert.deepEqual(find(content).map(({ from, to }) => content.slice(from, to)), found));

const links: [href: string, words: string, fault: string | null][] = [
  ['https://example.org/a', 'the report', null], ['/news/1125546', 'the report', null], ['mailto:a@example.org', 'a@example.org', null], ['javascript:alert(1)', 'x', 'unsafe'], ['https://example.org', ' ', 'no-words'],
  ['http://localhost:5000/x', 'x', 'inside'], ['http://192.168.1.4/', 'x', 'inside'], ['https://https://example.org', 'x', 'inside'], ['/newsroom/drafts/1', 'x', 'inside'], ['https://www.example.org/a', 'https://example.org/a', null],
  ['https://evil.example/a', 'https://example.org/a', 'other-place'], ['https://example.org', 'example.org', null], ['https://bridge.example', 'www.harbour.example', 'other-place'],
];
for (const [href, words, fault] of links) test(`A link from “${words}” to ${href} is ${fault ?? 'sound'}`, () => assert.equal(linkFault(href, words), fault));

const story = { ...storyOf(
  { id: 'h', kind: 'heading', texts: text('Costs'), values: { level: '3' } },
  { id: 'a', kind: 'paragraph', texts: { text: [{ text: 'It costs TK, says ' }, { text: 'the ', link: 'http://localhost/' }, { text: 'town', link: 'http://localhost/', emphasis: ['strong' as const] }, { text: '.' }] } },
  { id: 'f', kind: 'fence', texts: text('TK is to come') },
  { id: 'p', kind: 'picture', texts: { caption: text('The bridge').text! }, values: { file: `${'ab'.repeat(32)} 1600x900`, address: '/media/a.jpg' } },
  { id: 'e', kind: 'embed', values: { address: 'https://intranet/film' } },
  { id: 'c', kind: 'paragraph', texts: { text: [{ choice: [{ text: [{ text: 'May' }], who: 'Ines', at: '2026-11-22T09:00:00.0000000+00:00' }, { text: [{ text: 'June' }], who: 'Reza', at: '2026-11-22T09:00:01.0000000+00:00' }] }] } },
), texts: { headline: [{ text: 'Bridge for TK million' }] }, values: { section: 'city' } };

test('All that is to be looked at is found in the order of the story', () => {
  const doc = toDocument(story);
  const found = new Checks([]).of(doc);
  assert.deepEqual(found.map(each => each.what), ['placeholder', 'heading-skips', 'placeholder', 'link-inside', 'picture-alt', 'embed-address', 'choice']);
  assert.equal(doc.textBetween(found[3]!.from, found[3]!.to), 'the town');
});

test('Headings in order, and a picture with its words, are no findings', () => assert.deepEqual(new Checks([]).of(toDocument({ texts: { headline: [{ text: 'Rain' }] }, values: { section: 'city' }, ...storyOf(
  { id: 'h', kind: 'heading', texts: text('Costs') }, { id: 'i', kind: 'heading', texts: text('Who pays'), values: { level: '3' } }, { id: 'j', kind: 'heading', texts: text('Then'), values: { level: '2' } },
  { id: 'p', kind: 'picture', texts: { alt: text('A bridge').text! }, values: { file: `${'ab'.repeat(32)} 16x9` } }, paragraph('a', 'Words.'),
) })), []));

test('A story needs a headline and a section', () => assert.deepEqual(new Checks([]).of(toDocument(storyOf(paragraph('a', 'Words.')))).map(each => each.what), ['section', 'headline-empty']));

const named = createText({ 'editor.checks': 'Before it goes out', 'editor.checks.count': 'Before it goes out ({0})', 'editor.checks.none': 'Nothing is left' }, 'en');

test('They are marked in the text, and the mark goes when the words do', () => {
  const checks = new Checks([]);
  const live = new Live('It costs TK', [guards(checks, named)]);
  assert.equal(live.view.dom.querySelector('.placeholder-word')?.textContent, 'TK');
  live.key('Backspace');
  live.view.dispatch(live.view.state.tr.insertText('five', live.view.state.selection.from - 2, live.view.state.selection.from));
  assert.equal(live.view.dom.querySelector('.placeholder-word'), null);
});

test('The panel lists them, and a click goes there', async () => {
  const checks = new Checks([]);
  const live = new Live(story, [guards(checks, named)]);
  const panel = new CheckPanel(checks, named);
  document.body.append(panel.element);
  panel.update(live.view);
  await new Promise(done => setTimeout(done, 30));
  assert.equal(panel.element.querySelector('h2')!.textContent, 'Before it goes out (7)');
  panel.element.querySelectorAll('button')[2]!.click();
  assert.equal(live.view.state.doc.textBetween(live.view.state.selection.from, live.view.state.selection.to), 'TK');
  for (const row of panel.element.querySelectorAll('button')) row.click();
  panel.destroy();
});
