import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentMatch, finding, lookFor, matchesIn, replaceAll, replaceMatch, toMatch } from '../../src/find/plugin';
import { FindPanel } from '../../src/find/panel';
import { Search } from '../../src/find/search';
import { toDocument } from '../../src/wire/to-document';
import { createText } from '../../src/writing/texts';
import { Live } from '../support/live';
import { paragraph, storyOf } from '../support/editing';

const loose = { matchCase: false, wholeWords: false, exact: false };
const find = (words: string, content: string, more: Partial<typeof loose> = {}): string[] => {
  const live = new Live(content, [finding()]);
  live.view.dispatch(lookFor(live.view.state.tr, { words, ...loose, ...more }));
  return matchesIn(live.view.state).map(({ from, to }) => live.view.state.doc.textBetween(from, to));
};

const cases: [what: string, words: string, text: string, expected: string[], more?: Partial<typeof loose>][] = [
  ['Capitals do not matter', 'bridge', 'Bridge, BRIDGE', ['Bridge', 'BRIDGE']],
  ['unless one says so', 'bridge', 'Bridge, bridge', ['bridge'], { matchCase: true }],
  ['Accents do not matter', 'cafe', 'café cafe\u0301 CAFÉ', ['café', 'cafe\u0301', 'CAFÉ']],
  ['on either side', 'é', 'e é', ['e', 'é']],
  ['unless letters are to be the same', 'cafe', 'café cafe', ['cafe'], { exact: true }],
  ['Arabic and Persian letters are alike', 'كي', 'کی كي', ['کی', 'كي']],
  ['Vowel signs do not matter', 'کتاب', 'کِتابِ', ['کِتابِ']],
  ['Joiners do not matter', 'میشود', 'می\u200cشود میشود', ['می\u200cشود', 'میشود']],
  ['Digits of three scripts are alike', '12', '12 ۱۲ ١٢', ['12', '۱۲', '١٢']],
  ['Typographic quotes and dashes are found by plain ones', '"a"-', '“a”–', ['“a”–']],
  ['No-break spaces are found as spaces', '4 km', '4\u00a0km', ['4\u00a0km']],
  ['A whole word stands alone', 'port', 'port, report ports', ['port'], { wholeWords: true }],
  ['A part before a non-joiner is no whole word', 'شود', 'می\u200cشود شود', ['شود'], { wholeWords: true }],
  ['Chinese has no borders of words', '图书', '城市图书馆', ['图书'], { wholeWords: true }],
  ['Korean syllables are whole letters', '가', '각 가', ['가']],
  ['Half an emoji is never found', '👩', '👩‍🚒 👩', ['👩', '👩']],
  ['Matches do not overlap', 'aa', 'aaaa', ['aa', 'aa']],
  ['Nothing is not found', '\u200c', 'می\u200cشود', []],
];
for (const [what, words, content, expected, more] of cases) test(`${what}: ${words} in ${content}`, () => assert.deepEqual(find(words, content, more), expected));

const story = () => new Live({ ...storyOf(paragraph('a', 'The port is open.'), { id: 'p', kind: 'picture', texts: { caption: [{ text: 'The ' }, { text: 'port', emphasis: ['strong'] }] } }, paragraph('b', 'A port')), texts: { headline: [{ text: 'Port' }] } }, [finding()]);
const look = (live: Live, words: string) => live.view.dispatch(lookFor(live.view.state.tr, { words, ...loose }));

test('It goes from match to match through all texts of the story, and round', () => {
  const live = story().put(1);
  look(live, 'port');
  const places = [1, 1, 1, 1, 1, -1].map(direction => {
    toMatch(direction as 1 | -1)(live.view.state, live.view.dispatch);
    return currentMatch(live.view.state);
  });
  assert.deepEqual(places, [0, 1, 2, 3, 0, 3]);
});

test('All are replaced as one step, and their emphasis stays', () => {
  const live = story();
  look(live, 'port');
  replaceAll('harbour')(live.view.state, live.view.dispatch);
  assert.equal(live.view.state.doc.textContent, 'harbourThe harbour is open.The harbourA harbour');
  const caption: string[] = [];
  live.view.state.doc.descendants(node => { if (node.marks.length) caption.push(node.text!); });
  assert.deepEqual(caption, ['harbour']);
  live.key('z', { ctrlKey: true });
  assert.equal(live.view.state.doc.textContent, 'PortThe port is open.The portA port');
});

test('One is replaced, and the next one is found', () => {
  const live = story().put(1);
  look(live, 'port');
  for (let step = 0; step < 3; step++) replaceMatch('report')(live.view.state, live.view.dispatch);
  assert.equal(live.view.state.doc.textContent, 'reportThe report is open.The portA port');
});

test('Words can be replaced by none', () => {
  const live = new Live('a very very long bridge', [finding()]);
  look(live, 'very ');
  replaceAll('')(live.view.state, live.view.dispatch);
  assert.equal(live.words, 'a long bridge');
});

test('What is typed while it is open is found too', () => {
  const live = new Live('port', [finding()]);
  look(live, 'port');
  live.type(' port');
  assert.equal(matchesIn(live.view.state).length, 2);
});

test('Twenty thousand words are searched once, and after a change only what changed', () => {
  const doc = toDocument(storyOf(...Array.from({ length: 400 }, (_, index) => paragraph(`b${index}`, 'The harbour of the town is open and the ferry leaves. '.repeat(5)))));
  const search = new Search({ words: 'the', ...loose });
  const time = (): number => {
    const started = performance.now();
    assert.equal(search.in(doc).length, 6_000);
    return performance.now() - started;
  };
  const first = time();
  const again = Math.min(time(), time(), time());
  assert.ok(first < 3_000 && again < Math.max(first / 3, 5), `${first} ms, then ${again} ms`);
});

test('The panel counts, goes on with Enter, and gives the selection back with Escape', () => {
  const live = story().put(1);
  const panel = new FindPanel(live.view, createText({ 'editor.find.place': '{0} of {1}', 'editor.find.none': 'nothing' }, 'en'));
  document.body.append(panel.element);
  panel.open();
  const input = panel.element.querySelector('input')!;
  const output = panel.element.querySelector('output')!;
  const type = (words: string) => {
    input.value = words;
    input.dispatchEvent(new Event('input'));
  };
  const press = (key: string) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    panel.update(live.view);
  };
  type('rain');
  assert.equal(output.textContent, 'nothing');
  type('port');
  assert.equal(output.textContent, '1 of 4');
  press('Enter');
  assert.equal(output.textContent, '2 of 4');
  press('Escape');
  assert.ok(panel.element.hidden);
  assert.equal(live.view.state.doc.textBetween(live.view.state.selection.from, live.view.state.selection.to), 'port');
  assert.equal(matchesIn(live.view.state).length, 0);
});

