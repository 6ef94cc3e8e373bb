import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClip } from '../../src/paste/clipboard';
import { page } from '../support/browser';

page();
const clip = (files: string[], text = '', folders: string[] = []) => {
  const all = [...files, ...folders].map(name => new File(['x'], name));
  const items = all.map(({ name }) => ({ kind: 'file', webkitGetAsEntry: () => ({ name, isDirectory: folders.includes(name) }) }));
  const found = readClip({ files: all, items, types: ['Files'], getData: (type: string) => (type === 'text/plain' ? text : '') } as unknown as DataTransfer, false, '');
  return { files: found.files.map(({ name }) => name), folders: found.folders, words: found.pasted?.blocks.length ?? 0 };
};

const names: [string, string[], string][] = [
  ['the name of the file', ['bells.mp3'], 'bells.mp3'],
  ['where it is', ['bells.mp3'], 'file:///home/ines/bells.mp3'],
  ['where it is on Windows', ['bells.mp3'], 'C:\\Users\\Ines\\bells.mp3'],
  ['several of them', ['1.png', 'the plan.pdf'], 'file:///home/1.png\r\nfile:///home/the%20plan.pdf\n'],
  ['nothing', ['زنگ.mp3'], ''],
];
for (const [what, files, said] of names) test(`Files come whole where a file manager says ${what} beside them`, () => assert.deepEqual(clip(files, said), { files, folders: [], words: 0 }));

test('Words that are no names are what was meant, as programs put a picture of them beside', () => {
  assert.deepEqual(clip(['image.png'], 'Rain over the harbour'), { files: [], folders: [], words: 1 });
});

test('A folder is no file, and is named', () => {
  assert.deepEqual(clip(['a.png'], '', ['Photos']), { files: ['a.png'], folders: ['Photos'], words: 0 });
});
