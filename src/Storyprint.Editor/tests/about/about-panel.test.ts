import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AboutPanel } from '../../src/about/about-panel';
import { labels, madeCodes } from '../../src/about/codes';
import { openChoices } from '../../src/choices/open-choices';
import { bring } from '../../src/merge/merge-answer';
import { plainText } from '../../src/page/plain-text';
import { fromDocument } from '../../src/wire/from-document';
import type { Block, Run } from '../../src/wire/types';
import { undo } from 'prosemirror-history';
import { press } from '../support/dom';
import { paragraph } from '../support/editing';
import { assertTaken } from '../support/limits';
import { openView } from '../support/open-view';
import { text, textsOf } from '../support/texts';

const at = '2026-11-28T09:00:00.0000000+00:00';
const story = (more: Partial<Block> = {}): Block => ({ id: 'story', kind: 'story', values: { language: 'en' }, blocks: [paragraph('a', 'Rain')], ...more });

function opened(draft: Block, language = 'en') {
  const view = openView(draft, language);
  const root = document.createElement('div');
  root.dataset.places = JSON.stringify([{ name: 'Search results', field: 'searchHeadline', most: 10 }]);
  const panel = new AboutPanel({ root, language, text: text(language), freshId: () => 'x', token: () => '', say: () => {}, announce: () => {} }, view);
  document.body.append(panel.element);
  panel.update(view);
  const update = (): void => panel.update(view);
  const byLabel = <T extends HTMLElement>(label: string): T => document.getElementById([...panel.element.querySelectorAll('label')].find(each => each.textContent === label)!.htmlFor) as T;
  const type = (label: string, words: string): void => {
    const input = byLabel<HTMLTextAreaElement>(label);
    input.value = words;
    input.dispatchEvent(new Event('input'));
    update();
  };
  return { view, panel, update, byLabel, type, draft: () => fromDocument(view.state.doc) };
}

test('What is typed and chosen stands in the draft, and nothing that is empty', () => {
  const { type, byLabel, draft, panel, update } = opened(story());
  panel.open();
  type('Headline for search', 'Bridge opens');
  type('Sources, a line each', 'Harbour office\nhttps://example.org/plan');
  byLabel('Sources, a line each').dispatchEvent(new Event('blur'));
  type('Content warning', 'Storm');
  type('Content warning', '');
  const label = byLabel<HTMLSelectElement>('What kind of text it is');
  label.value = 'analysis';
  label.dispatchEvent(new Event('change'));
  update();
  assert.deepEqual(draft().texts, { searchHeadline: [{ text: 'Bridge opens' }], sources: [{ text: 'Harbour office\n' }, { text: 'https://example.org/plan', link: 'https://example.org/plan' }] });
  assert.deepEqual(draft().values, { language: 'en', label: 'analysis' });
  assert.match(panel.element.querySelector('h2')!.textContent!, /\(3\)/);
  assertTaken(draft());
});

test('How long a headline is stands under its field while one types', () => {
  const { type, panel } = opened(story());
  type('Headline for search', 'Twelve signs');
  assert.match(panel.element.querySelector('.fits .is-over')!.textContent!, /Search results: .*12.*10/);
  type('Headline for search', 'Ten');
  assert.equal(panel.element.querySelector('.fits .is-over'), null);
});

test('Words of others come into a field in which somebody types, and his place in it stays', () => {
  const { view, type, byLabel, update, draft, panel } = opened(story({ texts: { sources: [{ text: 'Harbour office' }] } }));
  panel.open();
  const input = byLabel<HTMLTextAreaElement>('Sources, a line each');
  input.focus();
  type('Sources, a line each', 'The harbour office');
  input.setSelectionRange(3, 3);
  view.dispatch(bring(view.state, { ...draft(), texts: { sources: [{ text: 'The harbour office\nLibrary' }] } }));
  update();
  assert.equal(input.value, 'The harbour office\nLibrary');
  assert.equal(input.selectionStart, 3);
});

test('Undo in the text takes back nothing that stands beside it', () => {
  const { view, type, draft } = opened(story());
  view.dispatch(view.state.tr.insertText('Wind', 1 + view.state.doc.content.size - 6));
  type('Content warning', 'Storm');
  undo(view.state, view.dispatch);
  assert.deepEqual(draft().texts, { warning: [{ text: 'Storm' }] });
});

test('Two labels and two headlines of two people are to be chosen, above the text', () => {
  const choice: Run = { choice: [{ text: [{ text: 'May' }], who: 'Ines', at }, { text: [{ text: 'June' }], who: 'رضا', at }] };
  const draft = story({ texts: { socialHeadline: [{ text: 'It opens in ' }, choice] }, choices: [{ name: 'label', options: [{ value: 'opinion', who: 'Ines', at }, { value: 'news', who: 'رضا', at }] }] });
  const { view, byLabel, update, draft: now } = opened(draft);
  assert.equal(openChoices(view.state.doc).length, 2);
  assert.ok(byLabel<HTMLTextAreaElement>('Headline for social pages').disabled);
  const buttons = (): HTMLButtonElement[] => [...view.dom.querySelectorAll<HTMLButtonElement>('.block-choice button')];
  assert.deepEqual(buttons().map(button => button.textContent!.replace(/[\u2068\u2069]/g, '')), ['Opinion (Ines)', 'News (رضا)', 'May (Ines)', 'June (رضا)', 'Both']);
  buttons()[3].click();
  buttons()[0].click();
  update();
  assert.deepEqual(now(), { ...story({ texts: { socialHeadline: [{ text: 'It opens in June' }] } }), values: { language: 'en', label: 'opinion' } });
  assert.equal(byLabel<HTMLTextAreaElement>('Headline for social pages').disabled, false);
});

test('Escape closes it and leads back into the text', () => {
  const { panel, byLabel } = opened(story());
  panel.open();
  assert.equal(document.activeElement, byLabel('What kind of text it is'));
  press(byLabel('Content warning'), 'Escape');
  assert.equal(panel.isOpen, false);
});

test('Words beside the story are among those that can be copied', () => {
  const { view } = opened(story({ texts: { sources: [{ text: 'Harbour office' }] } }));
  assert.match(plainText(view.state.doc), /Rain\n\nHarbour office$/);
});

test('Every label and every way of making has a name in every language', () => {
  for (const language of ['en', 'fa']) {
    const missing = [...labels.map(code => `editor.value.label.${code}`), ...madeCodes.map(code => `editor.value.made.${code}`)].filter(key => !(key in textsOf(language)));
    assert.deepEqual(missing, [], language);
  }
});
