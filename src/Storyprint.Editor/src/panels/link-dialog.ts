import type { EditorView } from 'prosemirror-view';
import type { WritingContext } from '../writing/context';
import { button, element, field } from '../writing/element';
import { safeAddress } from '../paste/address';
import { Combobox } from './combobox';
import { ask, fault } from './dialog';
import { findStories, type FoundStory } from './find-stories';
import { linkRange, meaning, removeLink, setLink, storyAddress } from './links';

/** Asks where words are to lead: an address, the code of a story, or words of its headline. */
export function askForLink(context: WritingContext, view: EditorView): boolean {
  const { text } = context;
  const { origin } = location;
  const range = linkRange(view.state);
  if (!view.editable) return false;
  if (!range) {
    context.say(text('editor.link.not-here'));
    return true;
  }
  let chosen: FoundStory | null = null;
  const target = new Combobox<FoundStory>({
    text, type: 'text',
    offer: typed => {
      const meant = meaning(typed, origin);
      return meant && 'search' in meant ? findStories(context, meant.search) : [];
    },
    choose(story) {
      chosen = story;
      target.input.value = story.link;
      if (!words.value) words.value = story.label;
    },
    enter: () => target.input.form?.requestSubmit(),
  });
  target.input.value = range.href ?? '';
  const words = element('input', { type: 'text', dir: 'auto', autocomplete: 'off' });
  words.value = range.words;
  const say = fault(target.input);
  const close = ask(context, view, {
    title: text('editor.link'), submit: text('editor.link.set'),
    body: [target.field(text('editor.link.target'), text('editor.link.target.hint')), field(text('editor.link.words'), words)],
    others: range.href ? [button(text('editor.link.remove'), () => {
      view.dispatch(removeLink(view.state.tr, range));
      close();
    }, { class: 'danger' })] : [],
    onSubmit() {
      const meant = chosen && chosen.link === target.input.value ? { address: chosen.link } : meaning(target.input.value, origin);
      const isCode = meant && 'search' in meant && /^\d+$/.test(meant.search);
      const href = !meant ? null : 'address' in meant ? safeAddress(meant.address, origin) : isCode ? storyAddress(meant.search) : null;
      if (!href) {
        say(text('editor.link.fault'));
        return false;
      }
      // Somebody else may have changed the place meanwhile; then it is better to ask again.
      const now = linkRange(view.state);
      if (!now || now.words !== range.words) {
        say(text('editor.link.moved'));
        return false;
      }
      view.dispatch(setLink(view.state.tr, now, href, words.value).scrollIntoView());
      return true;
    },
  });
  return true;
}
