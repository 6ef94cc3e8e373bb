import type { EditorView } from 'prosemirror-view';
import { schema } from '../schema/schema';

/** Puts the focus on the first button of a choice, so that Enter takes it and Tab goes to the others. */
export function focusChoice(view: EditorView, position: number): void {
  const node = position < 0 ? null : view.state.doc.nodeAt(position);
  const place = node?.type === schema.nodes.choice ? view.nodeDOM(position) : view.dom.querySelector(`[data-choice-of="${position}"]`);
  const button = place instanceof HTMLElement ? place.querySelector<HTMLElement>('button') : null;
  focusOn(button);
}

/** Goes to the choice about a text that stands beside the story. */
export const goToChoice = (view: EditorView, about: string): void => focusOn(view.dom.querySelector<HTMLElement>(`[data-choice-about="${about}"] button`));

function focusOn(button: HTMLElement | null): void {
  button?.focus();
  button?.scrollIntoView?.({ block: 'center' });
}
