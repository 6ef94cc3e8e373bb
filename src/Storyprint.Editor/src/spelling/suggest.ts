import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Text } from '../writing/texts';
import { button, element } from '../writing/element';
import type { Dictionary } from './dictionary';

/** Offers what may have been meant by the chosen word, over the text. A click on one puts it in its place; Escape leaves the word. */
export async function offer(view: EditorView, dictionary: Dictionary, text: Text, root: HTMLElement): Promise<void> {
  const { from, to } = view.state.selection;
  const word = view.state.doc.textBetween(from, to);
  if (!word) return;
  const found = await dictionary.suggestions(word);
  if (view.isDestroyed || view.state.doc.textBetween(from, Math.min(to, view.state.doc.content.size)) !== word) return;
  root.querySelector('.spelling-offer')?.remove();
  const close = (): void => { box.remove(); view.focus(); };
  const take = (instead: string): void => {
    const tr = view.state.tr;
    if (to <= tr.doc.content.size && tr.doc.textBetween(from, to) === word) {
      tr.insertText(instead, from, to);
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + instead.length)));
    }
    close();
  };
  const box = element(
    'div', { class: 'spelling-offer', role: 'group', 'aria-label': text('editor.spelling.suggestions', word), onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape') { event.preventDefault(); close(); } } },
    ...(found.length > 0 ? found.map(each => button(each, () => take(each))) : [element('p', { class: 'small' }, text('editor.spelling.none'))]),
    button(text('editor.close'), close, { sign: '×' }),
  );
  const place = view.coordsAtPos(to);
  root.append(box);
  const around = root.getBoundingClientRect();
  box.style.insetBlockStart = `${place.bottom - around.top + 6}px`;
  box.style.left = `${Math.max(0, Math.min(place.left - around.left, around.width - box.offsetWidth))}px`;
  box.querySelector('button')?.focus();
}
