import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';
import { changeKind } from '../kinds/change-kind';
import { schema } from '../schema/schema';
import { asItem } from './box-keys';
import { backspaceAtStart, deleteAtEnd } from './backspace';
import './delete-across';
import { enter, newLine } from './enter';
import { indent } from './list-keys';
import { moveBlock } from './move-block';
import { selectAll } from './select-all';
import { toCell } from './table-keys';

const { marks } = schema;
const back = chainCommands(backspaceAtStart, baseKeymap.Backspace);
const forward = chainCommands(deleteAtEnd, baseKeymap.Delete);

/** The keys of the editor; docs/writing.md tells them. */
export const keys = {
  Enter: enter,
  'Shift-Enter': newLine,
  'Mod-Enter': newLine,
  Backspace: back,
  'Shift-Backspace': back,
  'Mod-Backspace': chainCommands(backspaceAtStart, baseKeymap['Mod-Backspace']),
  Delete: forward,
  'Mod-Delete': chainCommands(deleteAtEnd, baseKeymap['Mod-Delete']),
  Tab: chainCommands(indent(1), asItem(true), toCell(1)),
  'Shift-Tab': chainCommands(indent(-1), asItem(false), toCell(-1)),
  'Mod-a': selectAll,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.italic),
  'Mod-e': toggleMark(marks.code),
  'Mod-.': toggleMark(marks.superscript),
  'Mod-,': toggleMark(marks.subscript),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-Alt-0': changeKind('paragraph'),
  'Mod-Alt-2': changeKind('heading2'),
  'Mod-Alt-3': changeKind('heading3'),
  'Mod-Shift-7': changeKind('numbered'),
  'Mod-Shift-8': changeKind('list'),
  'Mod-Shift-9': changeKind('quotation'),
  'Alt-ArrowUp': moveBlock(-1),
  'Alt-ArrowDown': moveBlock(1),
};

export const keyboard = (): Plugin[] => [keymap(keys), keymap(baseKeymap)];
