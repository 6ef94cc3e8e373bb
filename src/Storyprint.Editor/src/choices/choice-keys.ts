import { NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema/schema';
import { toChoice } from './choice-list';
import { focusChoice } from './focus-choice';
import { selectChoice } from './settle';

function jump(view: EditorView, direction: 1 | -1): boolean {
  return toChoice(direction)(view.state, view.dispatch, view);
}

function goTo(view: EditorView, position: number): true {
  view.dispatch(selectChoice(view.state, position));
  focusChoice(view, position);
  return true;
}

/**
 * Keys at choices. Two people's words must not be lost by one key: a selected choice takes no letters, and Backspace selects before it deletes.
 */
export const choiceKeys = (): Plugin => new Plugin({
  props: {
    handleKeyDown(view, event) {
      const { selection } = view.state;
      if (event.key === 'F8') return jump(view, event.shiftKey ? -1 : 1);
      if (selection instanceof NodeSelection && selection.node.type === schema.nodes.choice) {
        if (event.key === 'Enter') return goTo(view, selection.from);
        if (event.key === 'Backspace' || event.key === 'Delete') return false;
        return event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      }
      if (!(selection instanceof TextSelection) || !selection.$cursor || event.shiftKey) return false;
      const { nodeBefore, nodeAfter, pos } = selection.$cursor;
      if (event.key === 'Backspace' && nodeBefore?.type === schema.nodes.choice) return goTo(view, pos - 1);
      return event.key === 'Delete' && nodeAfter?.type === schema.nodes.choice && goTo(view, pos);
    },
    handleTextInput: view => view.state.selection instanceof NodeSelection && view.state.selection.node.type === schema.nodes.choice,
  },
  // The view hears nothing of keys in the buttons of a choice, so they are heard beside it.
  view(view) {
    const hear = (event: KeyboardEvent): void => {
      const place = event.target instanceof HTMLElement ? event.target.closest('.choice, .block-choice') : null;
      if (!place || (event.key !== 'F8' && event.key !== 'Escape')) return;
      event.preventDefault();
      if (event.key === 'Escape') view.focus();
      else jump(view, event.shiftKey ? -1 : 1);
    };
    view.dom.addEventListener('keydown', hear);
    return { destroy: () => view.dom.removeEventListener('keydown', hear) };
  },
});
