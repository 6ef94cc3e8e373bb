import { Plugin } from 'prosemirror-state';
import type { Text } from '../writing/texts';

const spoken = new Set([
  'kicker', 'headline', 'standfirst', 'dateline', 'byline', 'topic', 'speaker', 'tablecaption', 'caption', 'credit', 'alt', 'title', 'fence', 'heading', 'quotation', 'pullquote', 'list', 'table', 'paragraph', 'picture', 'embed',
  'factbox', 'blocktitle', 'fact', 'question', 'questiontext', 'passage', 'related', 'relatedstory', 'corrects', 'storyname', 'gallery', 'media', 'transcript', 'document']);

/** Says where the cursor came to, when it comes to another part of the story: to the eye it is the look of the words. */
export function placeNames(text: Text, announce: (sentence: string) => void): Plugin {
  let last = '';
  return new Plugin({
    view: () => ({
      update(view) {
        const { $head } = view.state.selection;
        const names = Array.from({ length: $head.depth }, (_, depth) => $head.node(depth + 1).type.name).filter(name => spoken.has(name));
        const now = names.map(name => text(`editor.part.${name}`)).join(', ');
        if (now !== last && view.hasFocus()) announce(now);
        last = now;
      },
    }),
  });
}
