import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Takes the cursor from where the browser has it now, before something is done that would put it back where it stood. */
export function readSelection(view: EditorView): void {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/**
 * Keys act where the cursor stands and not where it stood. The browser tells of a moved cursor later than of the next key when it is busy: after End and
 * Enter the line would be broken in the wrong place.
 */
export const freshSelection = (): Plugin => new Plugin({
  props: {
    handleDOMEvents: {
      keydown(view, event) {
        if (!event.isComposing && event.keyCode !== 229) readSelection(view);
        return false;
      },
    },
  },
});
