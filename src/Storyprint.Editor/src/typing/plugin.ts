import { closeHistory } from 'prosemirror-history';
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema/schema';
import type { TypingRules } from './languages';
import { smartText } from './smart-text';

interface Last {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

const key = new PluginKey<Last | null>('smart typing');

/** Signs become those of the language while they are typed. Undo, or Backspace right after, gives back what was typed. */
export function smartTyping(rules: TypingRules): Plugin<Last | null> {
  return new Plugin<Last | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, last) => (tr.getMeta(key) as Last | undefined) ?? (tr.docChanged || tr.selectionSet ? null : last),
    },
    props: {
      handleTextInput(view, from, to, text) {
        if (view.composing || [...text].length !== 1) return false;
        return type(view, from, to, text, rules);
      },
      handleKeyDown(view, event) {
        return event.key === 'Backspace' && !event.shiftKey && !event.altKey && !event.metaKey && !event.ctrlKey && takeBack(view);
      },
      handleDOMEvents: {
        // Keyboards of phones compose all that is typed, and say so only at the end.
        compositionend(view) {
          setTimeout(() => {
            const { $cursor } = view.state.selection as TextSelection;
            if (view.isDestroyed || view.composing || !$cursor || !$cursor.nodeBefore?.isText) return;
            const text = $cursor.nodeBefore.text!.slice(-1);
            if (/["'.;:!?,-]/.test(text)) replace(view, $cursor.pos - 1, text, rules);
          }, 20);
          return false;
        },
      },
    },
  });
}

function type(view: EditorView, from: number, to: number, text: string, rules: TypingRules): boolean {
  const $from = view.state.doc.resolve(from);
  if (!$from.parent.isTextblock || isLetterByLetter(view, from) || !smartText(wordsBefore(view, from), text, rules)) return false;
  // First as it was typed, then what is meant, so that one undo takes back the second and not the first.
  view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView());
  return replace(view, from, text, rules);
}

function replace(view: EditorView, from: number, text: string, rules: TypingRules): boolean {
  if (isLetterByLetter(view, from)) return false;
  const found = smartText(wordsBefore(view, from), text, rules);
  if (!found) return false;
  const start = from + text.length - found.remove;
  const typed = view.state.doc.textBetween(start, from + text.length, '', '\ufffc');
  const marks = view.state.storedMarks;
  const tr = closeHistory(view.state.tr).insertText(found.insert, start, from + text.length);
  view.dispatch(tr.setMeta(key, { from: start, to: start + found.insert.length, typed } satisfies Last).setStoredMarks(marks).scrollIntoView());
  view.dispatch(closeHistory(view.state.tr).setMeta(key, key.getState(view.state)).setStoredMarks(marks));
  return true;
}

function takeBack(view: EditorView): boolean {
  const last = key.getState(view.state);
  const { selection } = view.state;
  if (!last || !selection.empty || selection.from !== last.to) return false;
  view.dispatch(closeHistory(view.state.tr).insertText(last.typed, last.from, last.to).scrollIntoView());
  return true;
}

const wordsBefore = (view: EditorView, pos: number): string => {
  const $pos = view.state.doc.resolve(pos);
  return $pos.parent.textBetween(Math.max(0, $pos.parentOffset - 500), $pos.parentOffset, '', '\ufffc');
};

function isLetterByLetter(view: EditorView, pos: number): boolean {
  const marks = view.state.storedMarks ?? view.state.doc.resolve(pos).marks();
  return Boolean(schema.marks.code.isInSet(marks));
}
