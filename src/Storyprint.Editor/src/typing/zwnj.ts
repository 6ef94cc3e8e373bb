import { type Command, Plugin } from 'prosemirror-state';
import { isJoined } from './languages';

export const nonJoiner = '\u200c';

/** Parts two letters without a space. Where no letter stands before it, it would be nothing. */
export const insertNonJoiner: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection;
  if (!$from.parent.isTextblock) return false;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 2), $from.parentOffset, '', '\ufffc');
  if (dispatch && /[\p{L}\p{M}\p{N}]$/u.test(before)) dispatch(state.tr.insertText(nonJoiner, from, to).scrollIntoView());
  return true;
};

/** The keys of Persian keyboards for it: Ctrl-Shift-2 everywhere, and Shift-Space in languages whose letters join. */
export function nonJoinerKeys(language: string): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const isDigit = event.code === 'Digit2' && event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey;
        const isSpace = (event.code === 'Space' || event.key === ' ' || event.key === nonJoiner) && event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey && isJoined(language);
        if (!isDigit && !isSpace || !view.editable || !insertNonJoiner(view.state, view.dispatch)) return false;
        event.preventDefault();
        return true;
      },
    },
  });
}
