import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { changeKind } from '../kinds/change-kind';
import { schema } from '../schema/schema';
import { hasWords } from '../wire/from-document';
import { isAtEnd, leaveBlock, toNextText } from './places';

const { nodes } = schema;
const isBox = ({ name }: { name: string }): boolean => name === 'factbox' || name === 'question';

/** Enter in a fact box, in a question and its answers, among related stories, pictures of a gallery and the words of a sound; false elsewhere. */
export const enterBox: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  if ($from.depth < 2) return false;
  const [box, text] = [$from.node(1), $from.parent];
  const isLast = $from.index(1) === box.childCount - 1;
  const done = (make: () => Transaction): true => (dispatch?.(make()), true);
  if (isBox(box.type) && !hasWords(box)) return changeKind('paragraph')(state, dispatch, view);
  if (text.type === nodes.questiontext) return done(() => (isAtEnd(state) || !state.selection.empty ? toNextText(state.tr, $from.after()) : answerFrom(state)));
  if (text.type === nodes.fact && text.childCount === 0) return emptyLine(state, dispatch, isLast);
  if (text.type === nodes.passage && box.type === nodes.question && text.childCount === 0 && isLast) {
    return done(() => (box.childCount > 2 ? nextQuestion(state.tr.delete($from.before(), $from.after()), $from.after(1) - text.nodeSize) : leaveBlock(state.tr, $from.after(1))));
  }
  if (text.type === nodes.transcript && !endsEmpty(state)) return done(() => state.tr.insertText('\n').scrollIntoView());
  if (text.type === nodes.transcript) return done(() => { const { tr } = state; return leaveBlock(tr.delete($from.pos - 1, $from.pos), tr.mapping.map($from.after(1))); });
  const leads = ['blocktitle', 'relatedstory', 'storyname', 'caption', 'credit', 'alt'].includes(text.type.name);
  const isEnd = $from.index(1) === box.childCount - 1 && !($from.depth > 2 && box.type === nodes.gallery);
  const isOwn = ['factbox', 'related', 'corrects', 'gallery', 'media', 'document'].includes(box.type.name);
  return leads && isOwn && done(() => (isEnd ? leaveBlock(state.tr, $from.after(1)) : toNextText(state.tr, $from.after())));
};

// Twice Enter at the end of a transcript leaves it.
const endsEmpty = (state: EditorState): boolean => isAtEnd(state) && /(^|\n)$/.test(state.selection.$from.parent.textContent);

function emptyLine(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, isLast: boolean): boolean {
  const { $from } = state.selection;
  if ($from.parent.attrs.item === true) dispatch?.(state.tr.setNodeAttribute($from.before(), 'item', null));
  else if (!isLast) return false;
  else if ($from.node(1).childCount === 2) dispatch?.(leaveBlock(state.tr, $from.after(1)));
  else dispatch?.(leaveBlock(state.tr.delete($from.before(), $from.after()), $from.after(1) - $from.parent.nodeSize));
  return true;
}

// What stands behind the cursor in a question begins the answer.
function answerFrom(state: EditorState): Transaction {
  const at = state.selection.from;
  const tr = state.tr.split(at, 1, [{ type: nodes.passage }]);
  return tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView();
}

function nextQuestion(tr: Transaction, at: number): Transaction {
  return tr.insert(at, nodes.question.createAndFill()!).setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView();
}

/** Backspace at the beginning of a text in such a block; null elsewhere. */
export const backspaceInBox: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  const [box, text] = [$from.node(1), $from.parent];
  if (isBox(box.type) && ($from.index(1) === 0 || !hasWords(box))) return changeKind('paragraph')(state, dispatch, view);
  if (text.type === nodes.fact && text.attrs.item === true) dispatch?.(state.tr.setNodeAttribute($from.before(), 'item', null));
  else if (isBox(box.type) && $from.index(1) === 1) dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.before() - 1)).scrollIntoView());
  else if (isBox(box.type)) return false;
  else if ((text.type === nodes.relatedstory || text.type === nodes.storyname) && text.childCount === 0) dispatch?.(withoutStory(state));
  return true;
};

function withoutStory(state: EditorState): Transaction {
  const { $from } = state.selection;
  if ($from.node(1).childCount > 1) return state.tr.delete($from.before(), $from.after()).scrollIntoView();
  const tr = state.tr.replaceWith($from.before(1), $from.after(1), nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, $from.before(1) + 1)).scrollIntoView();
}

/** Makes the chosen lines of a fact box items of a list, or lines again. */
export function asItem(isItem: boolean): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth < 2 || $from.parent.type !== nodes.fact || $from.node(1) !== $to.node(1)) return false;
    const tr = state.tr;
    $from.node(1).forEach((line, offset, index) => {
      if (index >= $from.index(1) && index <= $to.index(1) && (line.attrs.item === true) !== isItem) tr.setNodeAttribute($from.start(1) + offset, 'item', isItem || null);
    });
    if (tr.docChanged) dispatch?.(tr);
    return true;
  };
}
