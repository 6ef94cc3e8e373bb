import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys } from '../../src/keys/keymap';
import { codeOf } from '../../src/panels/find-stories';
import { askForCorrects, askForOther, askForRelated } from '../../src/stories/story-dialog';
import { storyViews } from '../../src/stories/story-views';
import { addStory, insertAbout, relatedAt } from '../../src/stories/stories';
import { fromDocument } from '../../src/wire/from-document';
import type { Block } from '../../src/wire/types';
import { Editing, paragraph, storyOf, text as words } from '../support/editing';
import { assertTaken } from '../support/limits';
import { openView } from '../support/open-view';
import { text } from '../support/texts';
import { Plugin } from 'prosemirror-state';

const related = (...codes: string[]): Block => ({ id: 'r', kind: 'related', blocks: codes.map(code => ({ id: `s${code}`, kind: 'relatedstory', texts: words(`Story ${code}`), values: { code } })) });

for (const [typed, code] of [['1125546', '1125546'], ['۱۱۲۵۵۴۶', '1125546'], [' 7 ', '7'], ['https://news.example.org/news/1125546/bridge', '1125546'], ['/news/12?x', '12'], ['the bridge', null], ['1234567890123456789', null], ['', null]] as const) {
  test(`The code in “${typed}” is ${code}`, () => assert.equal(codeOf(typed), code));
}

test('The first story makes a list, the next ones come behind it', () => {
  const editing = new Editing(storyOf(paragraph('a', 'Rain'), paragraph('b', 'Wind'))).at('Rain');
  editing.apply(insertAbout(editing.state, 'related', { code: '7', headline: 'The storm' }, 'n'));
  editing.apply(addStory(editing.state.tr, relatedAt(editing.state)!, { code: '15', headline: 'پل' }, 'm'));
  assert.equal(editing.short, 'paragraph a Rain; related new1 [relatedstory n The storm; relatedstory m پل]; paragraph b Wind');
  assert.equal(editing.around, 'پل^');
  assertTaken(editing.draft);
});

test('Keys among related stories: Enter goes down and out, Alt moves, Backspace in an empty one takes it away', () => {
  const editing = new Editing(storyOf(related('7', '15'), paragraph('z', 'Rain'))).at('Story 7').run(keys.Enter);
  assert.equal(editing.around, '^Story 15');
  editing.run(keys['Alt-ArrowUp']);
  assert.equal(editing.short, 'related r [relatedstory s15 Story 15; relatedstory s7 Story 7]; paragraph z Rain');
  editing.at('Story 15', 0, 8).run(keys.Backspace, keys.Backspace);
  assert.equal(editing.short, 'related r [relatedstory s7 Story 7]; paragraph z Rain');
  editing.at('Story 7', 0, 7).run(keys.Backspace, keys.Backspace);
  assert.match(editing.short, /^paragraph \w+; paragraph z Rain$/);
});

/** The text with its views, and a server that knows two stories. */
function opened(draft: Block) {
  const root = document.createElement('div');
  Object.assign(root.dataset, { stories: '/stories', code: '999' });
  let next = 1;
  const context = { root, language: 'en', text: text(), freshId: () => `id${next++}`, token: () => '', say: () => {}, announce: () => {} };
  globalThis.fetch = (address => Promise.resolve(new Response(JSON.stringify([{ code: '7', headline: 'The storm', link: '/news/7' }, { code: '15', headline: 'پل', link: '/news/15' }].filter(({ code, headline }) => String(address).includes(`q=${code}`) || headline.toLowerCase().includes(decodeURIComponent(String(address).split('q=')[1])))), { status: 200 }))) as typeof fetch;
  const view = openView(draft, 'en', [new Plugin({ props: { nodeViews: storyViews(context) } })]);
  document.body.append(root);
  const answer = async (typed: string): Promise<string> => {
    const input = root.querySelector<HTMLInputElement>('dialog input')!;
    input.value = typed;
    input.dispatchEvent(new Event('input'));
    await new Promise(done => setTimeout(done, 260));
    root.querySelector<HTMLElement>('dialog [role="option"]')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    root.querySelector('dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise(done => setTimeout(done, 260));
    return root.querySelector('dialog .fault:not([hidden])')?.textContent ?? '';
  };
  return { view, context, root, answer, blocks: () => fromDocument(view.state.doc).blocks! };
}

test('A story is found by words of its headline, and its headline and code are shown', async () => {
  const { view, context, answer, blocks } = opened(storyOf(paragraph('a')));
  askForRelated(context, view);
  assert.equal(await answer('storm'), '');
  assert.deepEqual(blocks().find(block => block.kind === 'related')!.blocks, [{ id: 'id1', kind: 'relatedstory', texts: words('The storm'), values: { code: '7' } }]);
  assert.match(view.dom.querySelector('.block-relatedstory')!.textContent!, /The storm.*7/);
});

test('A code that is typed without a choice is taken, and its headline comes behind', async () => {
  const { view, context, root, answer, blocks } = opened(storyOf(paragraph('a')));
  askForCorrects(context, view);
  root.querySelector('dialog')!.addEventListener('submit', () => root.querySelectorAll('[role="option"]').forEach(each => each.remove()), true);
  assert.equal(await answer('۷'), '');
  assert.deepEqual(blocks().find(block => block.kind === 'corrects'), { id: 'id1', kind: 'corrects', texts: words('The storm'), values: { code: '7' } });
});

test('What is no story, this story itself, and one that is there already, are told', async () => {
  const { view, context, root, answer } = opened(storyOf(related('7')));
  view.dispatch(view.state.tr.setSelection(new Editing(storyOf(related('7'))).at('Story 7').state.selection.map(view.state.doc, view.state.tr.mapping)));
  askForRelated(context, view);
  assert.match(await answer('something else'), /No story/);
  assert.match(await answer('999'), /itself/);
  assert.match(await answer('7'), /already/);
  root.querySelector('dialog')!.remove();
});

test('Another story takes the place of one, and the last one takes its list along', async () => {
  const { view, context, answer, blocks } = opened(storyOf(related('7'), paragraph('z', 'Rain')));
  askForOther(context, view, 's7');
  await answer('15');
  assert.deepEqual(blocks()[0].blocks, [{ id: 's7', kind: 'relatedstory', texts: words('پل'), values: { code: '15' } }]);
  view.dom.querySelector<HTMLButtonElement>('.block-relatedstory [aria-label^="Remove"]')!.click();
  assert.deepEqual(blocks().map(block => block.kind), ['paragraph', 'paragraph']);
});
