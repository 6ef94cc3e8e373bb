import { type Command, NodeSelection, Selection, TextSelection, type EditorState } from 'prosemirror-state';
import type { Decoration } from 'prosemirror-view';
import type { Text } from '../writing/texts';
import { type Spec, type Told, wordsOf } from './draw';
import { changesIn, suggestedIn } from './plugin';

/** Goes to the next change of a proposal, or to the one before, and says what it is. */
export function toSuggestion(direction: 1 | -1, text: Text, say: (sentence: string) => void): Command {
  return (state, dispatch) => {
    if (!suggestedIn(state)?.base) return false;
    const found = changesIn(state);
    if (found.length === 0) {
      say(text('editor.suggest.none'));
      return true;
    }
    const here = state.selection.from;
    const last = found.length - 1;
    const at = direction > 0 ? found.findIndex(change => placeOf(state, change).from > here) : found.findLastIndex(change => placeOf(state, change).from < here);
    const next = at < 0 ? (direction > 0 ? 0 : last) : at;
    dispatch?.(state.tr.setSelection(placeOf(state, found[next])).scrollIntoView());
    say(text('editor.suggest.here', next + 1, found.length, sentence(text, state, found[next])));
    return true;
  };
}

function placeOf({ doc }: EditorState, { from }: Decoration): Selection {
  const node = doc.nodeAt(from);
  if (node?.isBlock && !node.isTextblock && node.isLeaf && NodeSelection.isSelectable(node)) return NodeSelection.create(doc, from);
  return TextSelection.near(doc.resolve(Math.min(from, doc.content.size)), 1);
}

function sentence(text: Text, { doc }: EditorState, change: Decoration): string {
  const told = (change.spec as Spec).told as Told;
  const node = doc.nodeAt(change.from);
  switch (told.kind) {
    case 'added': return text('editor.suggest.said.added', node ? wordsOf(node) || text(`editor.part.${node.type.name}`) : '');
    case 'removed': return text('editor.suggest.said.removed', told.out!);
    case 'marks': return `${text('editor.suggest.marks')}: ${told.in}`;
    case 'moved': case 'became': return told.note!;
    default: return [told.in && text('editor.suggest.said.in', told.in), told.out && text('editor.suggest.said.out', told.out)].filter(Boolean).join(' ');
  }
}
