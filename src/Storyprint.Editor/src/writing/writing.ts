import { keymap } from 'prosemirror-keymap';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { AboutPanel } from '../about/about-panel';
import { commentMarks } from '../comments/marks';
import { CommentPanel } from '../comments/panel';
import { CountPanel } from '../counts/panel';
import { FindPanel } from '../find/panel';
import { galleryDrop } from '../gallery/drop';
import { sayOrder } from '../gallery/say-order';
import { finding } from '../find/plugin';
import { Checks } from '../guards/checks';
import { CheckPanel } from '../guards/panel';
import { guards } from '../guards/plugin';
import { freshId } from '../identities/fresh-id';
import type { Entry } from '../menu/entries';
import { EmbedView } from '../panels/embed-view';
import { askForEmbed } from '../panels/embed-dialog';
import { inlineSuggestions } from '../panels/inline-suggest';
import { askForLink } from '../panels/link-dialog';
import { linkRange } from '../panels/links';
import { PartsPanel } from '../panels/parts-panel';
import { SectionPanel } from '../panels/section-panel';
import { tableSides } from '../panels/table-sides';
import { TablePanel } from '../panels/table-panel';
import { pastePlugin } from '../paste/plugin';
import { uploads, uploadsIn } from '../pictures/upload-plugin';
import type { Tool } from '../toolbar/tools';
import { Dictionary } from '../spelling/dictionary';
import { lookAgain, nextMisspelt, spelling } from '../spelling/plugin';
import { offer } from '../spelling/suggest';
import { areInvisiblesShown, invisibles, toggleInvisibles } from '../typing/invisibles';
import { isJoined, typingRules } from '../typing/languages';
import { smartTyping } from '../typing/plugin';
import { insertNonJoiner, nonJoinerKeys } from '../typing/zwnj';
import { listOf, type Panel, type WritingContext } from './context';
import { askForCorrects, askForRelated } from '../stories/story-dialog';
import { storyViews } from '../stories/story-views';
import { Message } from './message';
import { picturesAndFiles } from './pictures-and-files';
import type { Text } from './texts';

export interface WritingStart {
  readonly root: HTMLElement;
  readonly text: Text;
  /** The language of the story. */
  readonly language: string;
  token(): string;
}

/** All that the parts for writing give to the editor. */
export interface Writing {
  /** They come before the editor's own keys. */
  readonly plugins: readonly Plugin[];
  readonly tools: readonly Tool[];
  readonly entries: readonly Entry[];
  /** Puts the panels beside the text, and what opens over it before it. */
  mountPanels(view: EditorView, places: { readonly top: HTMLElement; readonly side: HTMLElement }): void;
  /** The comments are others than they were. */
  heardComments(): void;
  /** Whether pictures are on their way, which would be lost with the page. */
  isSending(view: EditorView): boolean;
}

export function writing(start: WritingStart): Writing {
  const { root, text, language } = start;
  const message = new Message(text);
  const context: WritingContext = { root, text, language, freshId, token: start.token, say: message.say, announce: message.announce };
  const files = picturesAndFiles(context);
  const checks = new Checks(listOf<string>(root, 'placeholders'), { section: listOf(root, 'sections').length > 0, headline: true });
  const panels: Panel[] = [];
  let shown: EditorView | null = null;
  const dictionary = new Dictionary(root.dataset.spelling ?? '', language, start.token, () => { if (shown && !shown.isDestroyed) lookAgain(shown.state, shown.dispatch); });
  const nextWord = (view: EditorView): void => { if (nextMisspelt(view.state, view.dispatch)) void offer(view, dictionary, text, root); };
  let find: FindPanel | null = null;
  let comments: CommentPanel | null = null;
  let about: AboutPanel | null = null;
  const openAbout = (): boolean => about?.open() ?? false;
  const openFind = (): boolean => (find?.open(), find !== null);

  const views = new Plugin({
    props: { nodeViews: { ...storyViews(context), ...files.views, embed: (node, view, getPos) => new EmbedView(node, view, getPos, text, () => askForEmbed(context, view)) } },
    view: () => ({
      update: view => panels.forEach(panel => panel.update(view)),
      destroy: () => { dictionary.stop(); panels.forEach(panel => panel.destroy?.()); },
    }),
  });
  const keys = keymap({ 'Mod-f': openFind, F9: openAbout, 'Alt-F7': (_, __, view) => (view && nextWord(view), true), 'Mod-Alt-m': () => comments?.begin() ?? false, 'Mod-k': (_, __, view) => Boolean(view && askForLink(context, view)) });
  const plugins = [
    views, keys, inlineSuggestions(context), smartTyping(typingRules(language, root.dataset.signs === 'own')), nonJoinerKeys(language), ...invisibles(text),
    pastePlugin(context, files.take), galleryDrop(), sayOrder(text, context.announce), uploads(), finding(), guards(checks, text), tableSides(), commentMarks(), spelling(dictionary, text, language.startsWith('fa')),
    keymap({ Escape: () => find?.isOpen === true && (find.close(), true) }),
  ];

  return {
    plugins,
    tools: [
      { key: 'link', sign: '↗', shortcut: 'Mod-K', run: view => { askForLink(context, view); }, isPossible: state => linkRange(state) !== null, isOn: state => Boolean(linkRange(state)?.href) },
      ...files.tools,
      ...(isJoined(language) ? [{ key: 'zwnj', sign: '¦', shortcut: 'Ctrl-Shift-2', run: (view: EditorView) => { insertNonJoiner(view.state, view.dispatch); view.focus(); } }] : []),
      ...(root.dataset.comments ? [{ key: 'comment', sign: '❝', shortcut: 'Mod-Alt-M', run: () => { comments?.begin(); } }] : []),
      { key: 'invisibles', sign: '·¶', shortcut: 'Mod-Alt-8', run: view => { toggleInvisibles(view.state, view.dispatch); view.focus(); }, isOn: areInvisiblesShown },
      ...(root.dataset.spelling ? [{ key: 'spelling', sign: 'ABC', shortcut: 'Alt-F7', run: nextWord }] : []),
      { key: 'find', sign: '⌕', shortcut: 'Mod-F', run: openFind },
      { key: 'about', sign: 'i', shortcut: 'F9', run: openAbout, isAlways: true },
    ],
    entries: [
      ...files.entries,
      { key: 'related', sign: '≡', run: view => { askForRelated(context, view); } },
      { key: 'corrects', sign: '✎', run: view => { askForCorrects(context, view); } },
      { key: 'about', sign: 'i', shortcut: 'F9', run: openAbout },
      { key: 'embed', sign: '▷', run: view => { askForEmbed(context, view); } },
    ],
    mountPanels(view, { top, side }) {
      shown = view;
      find = new FindPanel(view, text);
      const table = new TablePanel(context, view);
      comments = new CommentPanel(context, view);
      about = new AboutPanel(context, view);
      const beside = [new CheckPanel(checks, text), comments, new CountPanel(context), new SectionPanel(context, view), about, new PartsPanel(context, view, 'byline', 'authors'), new PartsPanel(context, view, 'topic', 'topics')];
      panels.push(find, table, ...beside);
      top.append(table.element, find.element, message.element);
      side.append(...beside.map(panel => panel.element));
      panels.forEach(panel => panel.update(view));
    },
    heardComments: () => void comments?.refresh(),
    isSending: view => uploadsIn(view.state).length > 0,
  };
}
