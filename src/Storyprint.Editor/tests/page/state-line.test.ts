import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../support/dom';
import { drawState, sentenceOf } from '../../src/page/state-line';
import type { Status } from '../../src/saving/status';
import { text } from '../support/texts';

const kept = { isKept: true, works: true };
const line = (language: string) => ({ text: text(language), moment: () => '9:00', signIn: '/newsroom/sign-in', copy: () => {} });
const statuses: Status[] = [
  { kind: 'saved', at: null }, { kind: 'saved', at: 1 }, { kind: 'saving' }, { kind: 'failing', isClean: false }, { kind: 'failing', problem: 'The disk is full.', isClean: false }, { kind: 'refused', problem: '' },
  { kind: 'signed-out', isClean: false }, { kind: 'other-person', name: 'Omid' }, { kind: 'stopped', problem: 'It was withdrawn.', isGone: true },
];

test('Every state is a sentence in every language, and says where the words are when they are not on the server', () => {
  for (const language of ['en', 'fa']) {
    for (const status of statuses) {
      const sentence = sentenceOf(line(language), status, kept);
      assert.doesNotMatch(sentence, /editor\.|\{\d\}|undefined/);
      if (!['saved', 'saving', 'stopped'].includes(status.kind)) assert.ok(sentence.endsWith(text(language)('editor.state.kept')), sentence);
    }
  }
  assert.match(sentenceOf(line('en'), { kind: 'failing', isClean: false }, { isKept: false, works: false }), /Keep this page open/);
});

test('Whoever is signed out gets a link to a new window, and words that are not saved can be copied', () => {
  const link = drawState(line('en'), { kind: 'signed-out', isClean: false }, kept).notice!.querySelector('a')!;
  assert.deepEqual([link.getAttribute('href'), link.target, link.rel], ['/newsroom/sign-in', '_blank', 'noopener']);
  for (const status of statuses.slice(5).filter(({ kind }) => kind !== 'signed-out')) assert.ok(drawState(line('en'), status, kept).notice!.querySelector('button'), status.kind);
  for (const status of statuses.slice(0, 3)) assert.equal(drawState(line('en'), status, kept).notice, null);
});
