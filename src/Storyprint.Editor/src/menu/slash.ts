import { Plugin } from 'prosemirror-state';
import { schema } from '../schema/schema';
import type { Palette } from './palette';

/** A slash at the beginning of an empty paragraph opens the list of blocks. */
export const slash = (palette: Palette): Plugin => new Plugin({
  props: {
    handleTextInput(view, from, to, typed) {
      const { $from, empty } = view.state.selection;
      if ((typed !== '/' && typed !== '／') || !empty || from !== to || $from.parent.type !== schema.nodes.paragraph || $from.parent.childCount > 0) return false;
      palette.open(view, view.coordsAtPos(from), true);
      return true;
    },
  },
});
