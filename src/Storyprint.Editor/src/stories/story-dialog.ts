import type { EditorView } from 'prosemirror-view';
import { Combobox } from '../panels/combobox';
import { ask, fault } from '../panels/dialog';
import { codeOf, findStories, type FoundStory } from '../panels/find-stories';
import { oneLine } from '../paste/words';
import type { WritingContext } from '../writing/context';
import { addStory, blockWith, hasStory, insertAbout, type NamedStory, relatedAt, renameStory } from './stories';

interface Asked {
  readonly title: string;
  /** Puts the story where it was asked for; what stands in the way comes back as a sentence. */
  take(story: NamedStory): string | null;
}

/** Asks for a story, by its code or by words of its headline. */
function askForStory(context: WritingContext, view: EditorView, { title, take }: Asked): boolean {
  if (!view.editable) return false;
  const { text } = context;
  let chosen: FoundStory | null = null;
  const target = new Combobox<FoundStory>({
    text, type: 'text', offer: typed => findStories(context, codeOf(typed) ?? typed),
    choose(story) {
      chosen = story;
      target.input.value = story.label;
    },
    enter: () => target.input.form?.requestSubmit(),
  });
  const labelled = target.field(text('editor.story.choose'), text('editor.story.hint'));
  const say = fault(target.input);
  ask(context, view, {
    title, submit: text('editor.story.take'), body: [labelled],
    onSubmit() {
      const story = chosen?.label === target.input.value ? { code: chosen.code, headline: oneLine(chosen.label) } : { code: codeOf(target.input.value) ?? '', headline: '' };
      const problem = !/^\d{1,18}$/.test(story.code) ? text('editor.story.fault') : story.code === context.root.dataset.code ? text('editor.story.itself') : take(story);
      if (problem !== null) say(problem);
      return problem === null;
    },
  });
  return true;
}

// A code alone was typed: its headline comes behind, if it is published and nobody wrote one meanwhile.
async function fillHeadline(context: WritingContext, view: EditorView, id: string, { code, headline }: NamedStory): Promise<void> {
  const found = headline ? undefined : (await findStories(context, code)).find(story => story.code === code);
  const place = found && !view.isDestroyed ? blockWith(view.state.doc, id) : null;
  if (place && place.node.attrs.code === code && place.node.content.size <= 2 && !place.node.textContent) view.dispatch(renameStory(view.state.tr, place, { code, headline: oneLine(found!.label) }));
}

/** Asks for a related story: into the list that the cursor is in, or into a new one. */
export const askForRelated = (context: WritingContext, view: EditorView): boolean => askForStory(context, view, {
  title: context.text('editor.block.related'),
  take(story) {
    const list = relatedAt(view.state);
    if (list && hasStory(list, story.code)) return context.text('editor.story.there');
    const id = context.freshId();
    return put(context, view, id, story, list ? addStory(view.state.tr, list, story, id) : insertAbout(view.state, 'related', story, id));
  },
});

/** Asks which older story this one corrects. */
export const askForCorrects = (context: WritingContext, view: EditorView): boolean => askForStory(context, view, {
  title: context.text('editor.block.corrects'),
  take(story) {
    const id = context.freshId();
    return put(context, view, id, story, insertAbout(view.state, 'corrects', story, id));
  },
});

/** Asks for another story in the place of one. */
export const askForOther = (context: WritingContext, view: EditorView, id: string): boolean => askForStory(context, view, {
  title: context.text('editor.related.change'),
  take(story) {
    const place = blockWith(view.state.doc, id);
    return put(context, view, id, story, place && renameStory(view.state.tr, place, story));
  },
});

function put(context: WritingContext, view: EditorView, id: string, story: NamedStory, tr: ReturnType<typeof insertAbout> | null): string | null {
  if (!tr) return context.text('editor.story.gone');
  view.dispatch(tr);
  void fillHeadline(context, view, id, story);
  return null;
}
