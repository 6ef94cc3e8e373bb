import type { EditorView } from 'prosemirror-view';
import type { WritingContext } from '../writing/context';
import { button, element, freshName } from '../writing/element';

interface Parts {
  readonly title: string;
  readonly className?: string;
  readonly body: readonly HTMLElement[];
  /** What the button says; or the button, where that changes. */
  readonly submit: string | HTMLButtonElement;
  /** False where it is to stay open. */
  readonly onSubmit: () => boolean;
  readonly others?: readonly HTMLElement[];
  /** However it was closed. */
  readonly onClose?: () => void;
}

/** Asks something over the page. The browser keeps the focus inside; afterwards it is in the text again. */
export function ask(context: WritingContext, view: EditorView, parts: Parts): () => void {
  const name = element('h2', { id: freshName() }, parts.title);
  const form = element(
    'form', { onsubmit: (event: Event) => { event.preventDefault(); if (parts.onSubmit()) close(); } }, name, ...parts.body,
    element('div', { class: 'buttons' }, typeof parts.submit === 'string' ? element('button', { type: 'submit' }, parts.submit) : parts.submit, button(context.text('editor.cancel'), () => close()), ...(parts.others ?? [])),
  );
  const dialog = element('dialog', { class: `ask-dialog ${parts.className ?? ''}`.trim(), 'aria-labelledby': name.id, onclose: () => { dialog.remove(); parts.onClose?.(); view.focus(); } }, form);
  const close = (): void => {
    if (dialog.open && typeof dialog.close === 'function') dialog.close();
    else dialog.dispatchEvent(new Event('close'));
  };
  context.root.append(dialog);
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
  form.querySelector<HTMLElement>('input, select')?.focus();
  return close;
}

/** A sentence under a field about what is wrong with it. */
export function fault(input: HTMLInputElement): (words: string) => void {
  const said = element('p', { class: 'fault', id: freshName(), role: 'alert', hidden: true });
  return words => {
    if (!said.isConnected) input.closest('.field')?.append(said);
    said.textContent = words;
    said.hidden = !words;
    input.toggleAttribute('aria-invalid', Boolean(words));
    input.setAttribute('aria-describedby', said.id);
  };
}
