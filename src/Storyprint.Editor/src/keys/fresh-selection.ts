import { Plugin } from 'prosemirror-state';

/**
 * Keys act where the cursor stands and not where it stood. The browser tells of a moved cursor later than of the next key when it is busy: after End and
 * Enter the line would be broken in the wrong place.
 */
export const freshSelection = (): Plugin => new Plugin({
  props: {
    handleDOMEvents: {
      keydown(view, event) {
        if (!view.composing && !event.isComposing && event.keyCode !== 229) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
        return false;
      },
    },
  },
});
