import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedAddress } from '../../src/panels/embed-dialog';
import { linkRange, meaning, removeLink, setLink } from '../../src/panels/links';
import { Editing, paragraph, storyOf } from '../support/editing';
import { assertTaken } from '../support/limits';

const meanings: [typed: string, meant: string][] = [
  ['https://example.org/a', 'to https://example.org/a'], ['example.org/bridge', 'to https://example.org/bridge'], ['https://news.example.org/news/1125546/bridge', 'to /news/1125546/bridge'], ['/news/5', 'to /news/5'],
  ['ines@example.org', 'to mailto:ines@example.org'], ['tel:+4930123', 'to tel:+4930123'], ['1125546', 'look for 1125546'], ['۱۱۲۵۵۴۶', 'look for 1125546'], ['the old bridge', 'look for the old bridge'], ['پل کهنه', 'look for پل کهنه'],
  ['javascript:alert(1)', 'look for javascript:alert(1)'], ['  ', 'nothing'],
];
for (const [typed, meant] of meanings) {
  test(`“${typed}” means: ${meant}`, () => {
    const found = meaning(typed, 'https://news.example.org');
    assert.equal(!found ? 'nothing' : 'address' in found ? `to ${found.address}` : `look for ${found.search}`, meant);
  });
}

const story = () => new Editing(storyOf({ id: 'a', kind: 'paragraph', texts: { text: [{ text: 'See ' }, { text: 'the ', link: '/a' }, { text: 'bridge', link: '/a', emphasis: ['strong'] }, { text: 'x', link: '/b' }, { text: ' here.' }] } }));
const runs = (editing: Editing) => editing.blocks[0]!.texts!.text;

test('The caret in a link means the whole link, whatever its emphasis', () => {
  for (const [words, offset] of [['the ', 1], ['the bridge', 10], ['the ', 0]] as const) assert.deepEqual(linkRange(story().at(words, offset).state), { from: story().at('the ', 0).state.selection.from, to: story().at('the bridge').state.selection.to, href: '/a', words: 'the bridge' });
});

test('Selected words become a link', () => {
  const editing = story().at('here', 0, 4);
  editing.state = editing.state.apply(setLink(editing.state.tr, linkRange(editing.state)!, 'https://example.org/', 'here'));
  assert.deepEqual(runs(editing)!.slice(-2), [{ text: 'here', link: 'https://example.org/' }, { text: '.' }]);
  assertTaken(editing.draft);
});

test('Without words the link has those of the dialog, or its address', () => {
  const editing = story().at('See ');
  editing.put(editing.state.selection.from - 2);
  editing.state = editing.state.apply(setLink(editing.state.tr, linkRange(editing.state)!, '/c', ''));
  assert.deepEqual(runs(editing)![1], { text: '/c', link: '/c' });
});

test('A link can be changed with its words, or removed, and its emphasis stays', () => {
  const editing = story().at('the ', 1);
  editing.state = editing.state.apply(removeLink(editing.state.tr, linkRange(editing.state)!));
  assert.deepEqual(runs(editing)!.slice(0, 3), [{ text: 'See the ' }, { text: 'bridge', emphasis: ['strong'] }, { text: 'x', link: '/b' }]);
});

test('Headlines, cells apart, have no links', () => {
  const editing = new Editing({ ...storyOf(paragraph('a', 'One'), paragraph('b', 'Two')), texts: { headline: [{ text: 'Rain' }] } });
  assert.equal(linkRange(editing.at('Rain').state), null);
  assert.equal(linkRange(editing.put(editing.at('One').state.selection.from, editing.at('Two').state.selection.to).state), null);
});

const embeds: [typed: string, address: string | null][] = [
  ['https://www.youtube.com/embed/abc_1', 'https://www.youtube.com/watch?v=abc_1'], ['<iframe width="560" src="https://player.vimeo.com/video/123?h=1&amp;x=2" allowfullscreen></iframe>', 'https://vimeo.com/123'],
  ['www.example.org/film', 'https://www.example.org/film'], ['<blockquote class="post"><p>Rain</p><a href="https://social.example/@ines/1">5 May</a></blockquote><script src="x"></script>', 'https://social.example/@ines/1'],
  ['<iframe src="javascript:alert(1)">', null], ['mailto:a@example.org', null], ['/news/1', null], ['', null],
];
for (const [typed, address] of embeds) test(`What is embedded by ${typed.slice(0, 50)} is ${address}`, () => assert.equal(embedAddress(typed), address));
