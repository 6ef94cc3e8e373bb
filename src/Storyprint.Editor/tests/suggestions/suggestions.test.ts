import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { bring } from '../../src/merge/merge-answer';
import { setSection } from '../../src/panels/section';
import { Base } from '../../src/suggestions/base';
import type { Spec } from '../../src/suggestions/draw';
import { toSuggestion } from '../../src/suggestions/go';
import { allIn, beside, changesIn, suggestedIn, suggestions, toggleSuggestions } from '../../src/suggestions/plugin';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { RandomDrafts } from '../support/drafts';
import { paragraph, storyOf } from '../support/editing';
import { RandomEdits } from '../support/edits';
import { cursorBehind, openView } from '../support/open-view';
import { Random } from '../support/random';
import { text } from '../support/texts';

function open(before: Block, now: Block): EditorView {
  const view = openView(now, 'en', suggestions(text()));
  view.dispatch(beside(view.state.tr, new Base(before)));
  return view;
}

const told = (view: EditorView): string[] => changesIn(view.state).map(change => {
  const { kind, out, in: put, note } = (change.spec as Spec).told!;
  return [kind, out && `-${out}`, put && kind === 'words' && `+${put}`, note].filter(Boolean).join(' ');
});

/** All that is drawn, with where it stands. */
const drawn = (view: EditorView): string[] => allIn(view.state).map(each => `${each.from}-${each.to} ${JSON.stringify(each.spec)}`).sort();

const list = (...items: string[]): Block => ({ id: 'l', kind: 'list', values: { ordered: 'false' }, blocks: items.map(words => ({ id: words.toLowerCase(), kind: 'item', values: { depth: '0' }, texts: { text: [{ text: words }] } })) });

test('what is put in is marked, and what is taken out stands struck through at its place', () => {
  const view = open(storyOf(paragraph('p', 'It opens in May.')), storyOf(paragraph('p', 'It opens in June.')));
  assert.equal(view.dom.querySelector('ins')?.textContent, 'June');
  assert.equal(view.dom.querySelector('del')?.textContent, 'May');
  assert.deepEqual(told(view), ['words -May +June']);
});

test('nothing of it is in the story: neither what is stored nor what is copied has the words that are taken out', () => {
  const now = storyOf(paragraph('p', 'It opens in June.'));
  const view = open(storyOf(paragraph('p', 'It opens in May.'), paragraph('q', 'Bring a coat.')), now);
  assert.deepEqual(fromDocument(view.state.doc), now);
  const copied = view.serializeForClipboard(view.state.doc.slice(0, view.state.doc.content.size));
  assert.doesNotMatch(copied.dom.innerHTML + copied.text, /May|coat|<ins|<del/);
});

test('blocks are new, gone, moved, or were of another kind', () => {
  const before = storyOf(paragraph('a', 'First comes the bridge.'), paragraph('b', 'Then comes the harbour with all its boats.'), paragraph('c', 'Last comes the sea.'), paragraph('d', 'Nobody asked for this.'));
  const now = storyOf(paragraph('c', 'Last comes the sea.'), paragraph('a', 'First comes the bridge.'), { ...paragraph('b', 'Then comes the harbour with all its boats.'), kind: 'heading', values: { level: '2' } }, paragraph('e', 'Something new.'));
  assert.deepEqual(told(open(before, now)).sort(), ['added', 'became Was: paragraph', 'moved Moved to here', 'removed -Nobody asked for this.']);
});

test('a block that was split or joined is a change of its words, and nothing is said to be new or gone', () => {
  const whole = storyOf(paragraph('a', 'It opens in May. After long repairs.'));
  const parts = storyOf(paragraph('a', 'It opens in May. '), paragraph('n', 'After long repairs.', { origin: 'a' }));
  assert.deepEqual(told(open(whole, parts)), ['words +¶ ']);
  assert.deepEqual(told(open(storyOf(paragraph('a', 'It opens in May.'), paragraph('b', 'After long repairs.')), whole)), ['words - ¶  + ']);
});

test('items, rows and parts of a quotation are told where they stand', () => {
  const view = open(storyOf(list('Piers', 'Lamps', 'Bolts')), storyOf(list('Piers', 'Bolts', 'Railings')));
  assert.deepEqual(told(view), ['removed -Lamps', 'added']);
  assert.equal(view.dom.querySelector('ul li.suggest-gone')?.textContent, 'Lamps');
});

test('another section is told above the text, at once', () => {
  const before: Block = { ...storyOf(paragraph('p', 'May')), values: { language: 'en', section: 'city' } };
  const view = open(before, before);
  view.dispatch(setSection(view.state.tr, 'sea'));
  assert.deepEqual(told(view), ['became Changed: section']);
  assert.equal(view.dom.firstElementChild?.textContent, 'Changed: section');
});

test('a list that a block became, or that was taken apart, does not look gone', () => {
  const items = list('Piers', 'Lamps').blocks!;
  const view = open(storyOf(list('Piers', 'Lamps')), storyOf(...items.map(item => ({ id: item.id, kind: 'paragraph', texts: item.texts }))));
  assert.deepEqual(told(view), ['became Was: item of the list', 'became Was: item of the list']);
});

test('keys go from change to change and say what each is', () => {
  const view = open(storyOf(paragraph('a', 'One harbour.'), paragraph('b', 'Two boats.')), storyOf(paragraph('a', 'One old harbour.'), paragraph('b', 'Three boats.')));
  const said: string[] = [];
  const go = (direction: 1 | -1): void => { toSuggestion(direction, text(), sentence => said.push(sentence))(view.state, view.dispatch); };
  view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)));
  [1, 1, 1, -1].forEach(direction => go(direction as 1 | -1));
  assert.deepEqual(said, ['Change 1 of 2. Put in: old ', 'Change 2 of 2. Put in: Three Taken out: Two', 'Change 1 of 2. Put in: old ', 'Change 2 of 2. Put in: Three Taken out: Two']);
});

test('the changes are hidden and shown, and counted either way', () => {
  const view = open(storyOf(paragraph('p', 'May')), storyOf(paragraph('p', 'June')));
  toggleSuggestions(view.state, view.dispatch);
  assert.equal(view.dom.querySelector('ins, del'), null);
  assert.equal(changesIn(view.state).length, 1);
  toggleSuggestions(view.state, view.dispatch);
  assert.ok(view.dom.querySelector('ins'));
});

test('what is typed is drawn at once, and the words of others are not taken for words of the proposal', () => {
  const before = storyOf(paragraph('p', 'It opens in May.'), paragraph('q', 'Bring a coat.'));
  const view = open(before, before);
  cursorBehind(view, 'opens');
  view.dispatch(view.state.tr.insertText(' again'));
  assert.deepEqual(told(view), ['words +again ']);
  const theirs = storyOf(paragraph('p', 'It opens again in May.'), paragraph('q', 'Bring a warm coat.'));
  view.dispatch(bring(view.state, theirs));
  assert.deepEqual(told(view), ['words +again ']);
  assert.equal(suggestedIn(view.state)!.isHeld, true);
  view.dispatch(beside(view.state.tr, new Base(storyOf(paragraph('p', 'It opens in May.'), paragraph('q', 'Bring a warm coat.')))));
  assert.deepEqual(told(view), ['words +again ']);
});

test('what is drawn key by key is what is drawn of the whole', () => {
  for (let seed = 1; seed <= 120; seed++) {
    const random = new Random(seed);
    const drafts = new RandomDrafts(random);
    const before = drafts.story();
    const view = open(before, new RandomEdits(random, drafts, 's').edit(before, 8));
    const base = suggestedIn(view.state)!.base!;
    for (let step = 0; step < 12; step++) {
      const places: number[] = [];
      view.state.doc.descendants((node, at) => { if (node.isTextblock) places.push(at + 1 + random.below(node.content.size + 1)); return !node.isTextblock; });
      const at = random.pick(places);
      const tr = view.state.tr;
      const $at = tr.doc.resolve(at);
      if (random.chance(5) && /paragraph|item|passage/.test($at.parent.type.name)) view.dispatch(tr.split(at));
      else if (random.chance(6) && $at.depth === 1 && $at.index(0) > 5 && tr.doc.childCount > 9) view.dispatch(tr.delete($at.before(1), $at.after(1)));
      else view.dispatch(random.chance(3) && view.state.doc.resolve(at).nodeAfter?.isText ? view.state.tr.delete(at, at + 1) : view.state.tr.insertText(random.pick(['x', ' ', 'و', ' old bridge ']), at));
      const shown = drawn(view);
      view.dispatch(beside(view.state.tr, base));
      assert.deepEqual(shown, drawn(view), `seed ${seed}, step ${step}`);
    }
  }
});
