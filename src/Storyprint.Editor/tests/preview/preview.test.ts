import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../support/dom';
import { goBackTo, placeIn } from '../../src/preview/keep-place';
import { PreviewPane } from '../../src/preview/preview-pane';
import { remember, remembered } from '../../src/preview/remembered';
import { WhoSees } from '../../src/preview/who-sees';
import { text } from '../support/texts';

function store(value: string | null = null) {
  let held = value;
  return { getItem: () => held, setItem: (_: string, now: string) => { held = now; } };
}

test('how the preview was left is remembered, and anything else in its place is not believed', () => {
  const kept = store();
  remember({ isOpen: true, shown: 'paper', isWide: true }, () => kept);
  assert.deepEqual(remembered(() => kept), { isOpen: true, shown: 'paper', isWide: true });
  for (const value of ['{', 'null', '[]', '{"isOpen":1,"shown":"../x"}']) assert.deepEqual(remembered(() => store(value)), { isOpen: false, shown: 'page', isWide: false }, value);
  assert.deepEqual(remembered(() => { throw new Error('no store'); }).shown, 'page');
});

/** A window in which each paragraph is a hundred pixels high. */
function frame(paragraphs: string[], scrollY: number) {
  const blocks = paragraphs.map((words, index) => ({ textContent: words, getBoundingClientRect: () => ({ top: index * 100 - now.scrollY, bottom: index * 100 + 100 - now.scrollY }) }));
  const now = { scrollY, document: { querySelectorAll: () => blocks }, scrollTo: ({ top }: { top: number }) => { now.scrollY = top; } };
  return now as unknown as Window & { scrollY: number };
}

test('a newer text is shown at the place that somebody was reading, also where words came before it', () => {
  const place = placeIn(frame(['Rain', 'Wind', 'Snow'], 130));
  const newer = frame(['Rain', 'Storm', 'Wind', 'Snow'], 0);
  goBackTo(newer, place);
  assert.equal(newer.scrollY, 230);
  const other = frame(['Rain', 'Hail', 'Snow'], 0);
  goBackTo(other, place);
  assert.equal(other.scrollY, 130);
  const top = frame(['Storm', 'Rain'], 0);
  goBackTo(top, placeIn(frame(['Rain'], 0)));
  assert.equal(top.scrollY, 0);
});

function open(hasRoom = true) {
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: hasRoom, addEventListener: () => {} }), configurable: true });
  const root = document.createElement('div');
  const [head, desk, paper] = ['head', 'desk', 'paper'].map(id => Object.assign(document.createElement('div'), { id }));
  const calls: string[] = [];
  const pane = new PreviewPane('/preview', { root, text: text(), focus: () => calls.push('focus'), onToggle: isOpen => calls.push(String(isOpen)) });
  desk.append(paper, pane.element);
  root.append(head, desk);
  document.body.replaceChildren(root);
  const frames = (): string[] => [...pane.element.querySelectorAll('iframe')].map(each => `${each.getAttribute('src')}${each.classList.contains('is-coming') ? ' coming' : ''}`);
  const loaded = (): void => pane.element.querySelectorAll('.is-coming').forEach(each => each.dispatchEvent(new Event('load')));
  return { root, pane, calls, frames, loaded };
}

test('what is saved is loaded behind what is shown, once for all that was saved meanwhile', () => {
  const { pane, frames, loaded } = open();
  pane.follow();
  assert.deepEqual(frames(), []);
  pane.toggle();
  loaded();
  assert.deepEqual(frames(), ['/preview/page']);
  pane.follow();
  pane.follow();
  assert.deepEqual(frames(), ['/preview/page', '/preview/page coming']);
  loaded();
  assert.deepEqual(frames(), ['/preview/page', '/preview/page coming']);
  loaded();
  assert.deepEqual(frames(), ['/preview/page']);
});

test('where a link was followed in the preview, the next text is shown all the same', () => {
  const { pane, frames, loaded } = open();
  pane.toggle();
  loaded();
  Object.defineProperty(pane.element.querySelector('iframe'), 'contentWindow', { get: () => { throw new Error('another origin'); } });
  pane.follow();
  loaded();
  assert.deepEqual(frames(), ['/preview/page']);
});

test('paper and feed are other pages, and Escape leads back into the text', () => {
  const { root, pane, calls, frames, loaded } = open();
  pane.toggle();
  loaded();
  const [, , , paper, item] = pane.element.querySelectorAll('button');
  paper.click();
  loaded();
  assert.deepEqual([frames(), paper.getAttribute('aria-pressed')], [['/preview/print'], 'true']);
  item.click();
  loaded();
  assert.deepEqual(frames(), ['/preview/item']);
  pane.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  assert.deepEqual([pane.isOpen, frames(), root.className, calls], [false, [], '', ['true', 'false', 'focus']]);
});

test('where there is no room for both, the preview is in the place of the text, and nothing behind it can be reached', () => {
  const { pane } = open(false);
  const covered = (): string[] => [...document.querySelectorAll('[inert]')].map(each => each.id);
  pane.begin();
  assert.equal(pane.isOpen, false);
  pane.toggle();
  assert.deepEqual([covered(), document.activeElement?.textContent], [['head', 'paper'], text()('editor.preview.back')]);
  (document.activeElement as HTMLButtonElement).click();
  assert.deepEqual([covered(), pane.isOpen], [[], false]);
});

test('who can see the story is listed with names, and stays as it was where nobody answers', async () => {
  const lines = [{ who: 'newsroom', text: 'The newsroom: 2 people', names: ['Ines', 'امید'] }, { who: 'readers', text: 'Readers: not yet', names: [] }];
  let fails = false;
  const seen = new WhoSees('/seen', text(), (async () => { if (fails) throw new TypeError(); return new Response(JSON.stringify(lines)); }) as unknown as typeof fetch);
  await seen.look();
  assert.match(seen.element.textContent!, /The newsroom: 2 people.*Ines.*امید.*Readers: not yet/s);
  fails = true;
  await seen.look();
  assert.equal(seen.element.querySelectorAll('li').length, 2);
});
