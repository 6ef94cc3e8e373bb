import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Found, Library } from '../../src/library/library';
import { askForPictures } from '../../src/library/library-dialog';
import { PictureList } from '../../src/library/picture-list';
import type { Purpose } from '../../src/library/purpose';
import { pauses } from '../../src/library/search';
import type { StoredPicture } from '../../src/pictures/stored-picture';
import { press } from '../support/dom';
import { paragraph, storyOf } from '../support/editing';
import { FakeClock, settled } from '../support/fake-clock';
import { openView } from '../support/open-view';
import { text } from '../support/texts';
import { writingContext } from '../support/writing-context';

const file = (letter: string): string => `${letter.repeat(64)} 1600x900`;
const pictures = [
  { file: file('a'), address: '/a', thumbnail: '/a', caption: 'The lamp', credit: 'Sara Lind', alt: 'A lamp' },
  { file: file('b'), address: '/b', thumbnail: '/b', title: 'Boats', rights: { state: 'ended', words: 'Rights ended on 1 October 2026' } },
  { file: file('c'), address: '/c', thumbnail: '/c' },
] as const;

async function opened(isMany: boolean, library: Library = async () => ({ pictures, next: 3, hasMore: false }), language = 'en') {
  const view = openView(storyOf(paragraph('p', 'Rain')), language);
  const { context } = writingContext(language);
  const taken: string[][] = [];
  const sent: string[][] = [];
  const clock = new FakeClock();
  const purpose: Purpose = { title: 'Choose', isMany, take: chosen => void taken.push(chosen.map(({ address }: StoredPicture) => address)), send: files => void sent.push(files.map(({ name }) => name)) };
  askForPictures(context, view, purpose, { library, canSend: true, clock });
  await settled();
  const dialog = document.querySelector<HTMLElement>('.library-dialog')!;
  const all = (): HTMLElement[] => [...dialog.querySelectorAll<HTMLElement>('[role="option"]')];
  const marked = (): string => all().map(each => (each.getAttribute('aria-selected') === 'true' ? each.dataset.order ?? 'x' : '-')).join('');
  return { view, clock, dialog, taken, sent, all, marked, input: dialog.querySelector('input')!, submit: dialog.querySelector<HTMLButtonElement>('[type="submit"]')!, status: dialog.querySelector('[role="status"]')!, focused: () => all().indexOf(document.activeElement as HTMLElement) };
}

test('It opens with the pictures of the newsroom, with their words and rights, and the cursor in the search', async () => {
  const { all, input, dialog, status } = await opened(false);
  assert.equal(document.activeElement, input);
  assert.match(all()[0]!.textContent!, /The lamp.*Sara Lind.*1,600 × 900/);
  assert.equal(all()[0]!.querySelector('img')!.alt, 'A lamp');
  assert.match(all()[1]!.textContent!, /Boats.*×.*Rights ended on 1 October 2026/);
  assert.match(all()[2]!.textContent!, new RegExp(text()('editor.library.untitled')));
  assert.equal(status.textContent, '3 pictures');
  assert.equal(dialog.querySelector('[role="listbox"]')!.getAttribute('aria-multiselectable'), null);
  assert.deepEqual(all().map(each => `${each.getAttribute('aria-posinset')}/${each.getAttribute('aria-setsize')}`), ['1/3', '2/3', '3/3']);
  assert.equal(PictureList.name, 'PictureList');
});

test('By keys one picture is chosen: down into the list, along it, Enter', async () => {
  const { input, all, taken, marked, focused, submit } = await opened(false);
  assert.ok(submit.disabled);
  press(input, 'ArrowDown');
  assert.equal(focused(), 0);
  press(all()[0]!, 'ArrowRight');
  assert.equal(marked(), '-x-');
  press(all()[1]!, ' ');
  assert.equal(marked(), '-x-');
  press(all()[1]!, 'Enter');
  await settled();
  assert.deepEqual(taken, [['/b']]);
  assert.equal(document.querySelector('.library-dialog'), null);
});

test('Several are marked by the space bar, and come in the order in which they were marked', async () => {
  const { input, all, taken, marked, submit, dialog } = await opened(true);
  press(input, 'ArrowDown');
  press(all()[0]!, 'End');
  assert.equal(marked(), '---');
  press(all()[2]!, ' ');
  press(all()[2]!, 'Home');
  press(all()[0]!, ' ');
  assert.equal(marked(), '2-1');
  assert.equal(submit.textContent, text().count('editor.library.take', 2));
  assert.equal(dialog.querySelector('[role="listbox"]')!.getAttribute('aria-multiselectable'), 'true');
  press(all()[0]!, 'Enter');
  await settled();
  assert.deepEqual(taken, [['/c', '/a']]);
});

test('Enter takes the picture under it where none is marked, and Shift marks along the way', async () => {
  const one = await opened(true);
  one.all()[1]!.focus();
  press(one.input, 'ArrowDown');
  press(one.all()[0]!, 'Enter');
  await settled();
  assert.deepEqual(one.taken, [['/a']]);
  const { input, all, marked } = await opened(true);
  press(input, 'ArrowDown');
  press(all()[0]!, 'ArrowRight', { shiftKey: true });
  assert.equal(marked(), '12-');
});

test('A click marks, a double click takes', async () => {
  const { all, marked, taken } = await opened(true);
  all()[1]!.click();
  assert.equal(marked(), '-1-');
  all()[1]!.click();
  assert.equal(marked(), '---');
  all()[2]!.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await settled();
  assert.deepEqual(taken, [['/c']]);
});

test('What is marked stays marked while other words are searched, until none is chosen', async () => {
  const { all, input, clock, marked, submit, dialog } = await opened(true, async words => (words ? { pictures: [pictures[1]], next: 1, hasMore: false } : { pictures, next: 3, hasMore: false }));
  all()[0]!.click();
  input.value = 'boats';
  input.dispatchEvent(new Event('input'));
  await clock.pass(pauses.typing);
  assert.equal(marked(), '-');
  all()[0]!.click();
  assert.equal(marked(), '2');
  const none = [...dialog.querySelectorAll('button')].find(each => each.textContent === text()('editor.library.unmark'))!;
  none.click();
  assert.equal(marked(), '-');
  assert.ok(submit.disabled && none.hidden);
});

test('Letters that are typed in the list go into the search', async () => {
  const { input, all } = await opened(false);
  press(input, 'ArrowDown');
  assert.ok(press(all()[0]!, 'h'));
  assert.equal(document.activeElement, input);
});

test('More is a button, and the focus goes on at the first new picture', async () => {
  const asked: number[] = [];
  const { dialog, all, focused, status } = await opened(false, async (_, from) => {
    asked.push(from);
    return from === 0 ? { pictures: pictures.slice(0, 2), next: 2, hasMore: true } : { pictures: pictures.slice(2), next: 3, hasMore: false };
  });
  assert.equal(status.textContent, '2 pictures, and there are more');
  assert.equal(all()[0]!.getAttribute('aria-setsize'), '-1');
  const more = dialog.querySelector<HTMLButtonElement>('.library-more')!;
  const first = all()[0];
  more.click();
  await settled();
  assert.deepEqual(asked, [0, 2]);
  assert.equal(all()[0], first);
  assert.equal(focused(), 2);
  assert.ok(more.hidden);
});

test('Nothing found, an empty library and a fault are said in words, in Persian too', async () => {
  const answers: Record<string, Found> = { '': { pictures: [], next: 0, hasMore: false }, zzz: { pictures: [], next: 0, hasMore: false }, broken: { problem: 'اکنون نمی‌شود.' } };
  const { status, input, clock, dialog } = await opened(false, async words => answers[words]!, 'fa');
  assert.equal(status.textContent, text('fa')('editor.library.empty'));
  for (const typed of ['zzz', 'broken']) {
    input.value = typed;
    input.dispatchEvent(new Event('input'));
    await clock.pass(pauses.typing);
    if (typed === 'zzz') assert.equal(status.textContent, text('fa')('editor.library.none'));
  }
  const alert = dialog.querySelector('[role="alert"]')!;
  assert.match(alert.textContent!, /اکنون نمی‌شود/);
  answers.broken = { pictures, next: 3, hasMore: false };
  alert.querySelector('button')!.click();
  await settled();
  assert.ok((alert as HTMLElement).hidden);
  assert.equal(status.textContent, '۳ تصویر');
});

test('A new file can be sent from the same window, also by dropping it there', async () => {
  const { dialog, sent } = await opened(true);
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { types: ['Files'], files: [new File(['x'], 'one.png'), new File(['x'], 'two.png')] } });
  dialog.querySelector('.library-list')!.dispatchEvent(drop);
  assert.ok(drop.defaultPrevented);
  assert.deepEqual(sent, [['one.png', 'two.png']]);
  assert.equal(document.querySelector('.library-dialog'), null);
});
