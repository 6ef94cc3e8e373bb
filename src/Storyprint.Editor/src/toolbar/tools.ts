import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema/schema';
import { turnDirection } from '../view/dress';

/** A button of the toolbar. Its name is `editor.tool.KEY`. */
export interface Tool {
  key: string;
  sign: string;
  shortcut?: string;
  run(view: EditorView, button: HTMLElement): void;
  isPossible?(state: EditorState): boolean;
  /** Possible also where nothing may be written. */
  isAlways?: boolean;
  /** Left out where the button has no two states. */
  isOn?(state: EditorState): boolean;
}

const { marks } = schema;

export function isMarked(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

const ofCommand = (key: string, sign: string, command: Command, shortcut?: string): Tool =>
  ({ key, sign, shortcut, run: view => { command(view.state, view.dispatch, view); view.focus(); }, isPossible: state => command(state) });

const ofMark = (type: MarkType, sign: string, shortcut: string): Tool => ({ ...ofCommand(type.name, sign, toggleMark(type), shortcut), isOn: state => isMarked(state, type) });

export const ownTools = (): Tool[] => [
  ofMark(marks.strong, 'B', 'Mod-B'),
  ofMark(marks.italic, 'I', 'Mod-I'),
  ofMark(marks.superscript, 'x²', 'Mod-.'),
  ofMark(marks.subscript, 'x₂', 'Mod-,'),
  ofMark(marks.code, '‹›', 'Mod-E'),
  ofCommand('undo', '↺', undo, 'Mod-Z'),
  ofCommand('redo', '↻', redo, 'Mod-Y'),
  ofCommand('direction', '⇄', turnDirection, 'Mod-Shift-X'),
];
