import { keymap } from 'prosemirror-keymap';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { AboutPanel } from '../about/about-panel';
import { commentMarks } from '../comments/marks';
import { CommentPanel } from '../comments/panel';
import { fileOf, isCroppable } from '../crop/area';
import { askForCrop } from '../crop/crop-dialog';
import { Cropped } from '../crop/cropped';
import { cutter } from '../crop/send-crop';
import { CountPanel } from '../counts/panel';
import { FindPanel } from '../find/panel';
import { galleryDrop } from '../gallery/drop';
import { makeGallery, newGallery } from '../gallery/gallery';
import { GalleryView } from '../gallery/gallery-view';
import { mediaViews } from '../media/media-view';
import { finding } from '../find/plugin';
import { Checks } from '../guards/checks';
import { CheckPanel } from '../guards/panel';
import { guards } from '../guards/plugin';
import { freshId } from '../identities/fresh-id';
import { type Entry, insertBlock } from '../menu/entries';
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
import { chooseFiles, choosePictures } from '../pictures/choose';
import { PictureView } from '../pictures/picture-view';
import { pictureSender } from '../pictures/send';
import { uploads, uploadsIn } from '../pictures/upload-plugin';
import { Uploader } from '../pictures/uploader';
import { pictureWords } from '../pictures/words-view';
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
  const uploader = new Uploader(context, pictureSender(root.dataset.pictures ?? '', start.token, text));
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
  const replace = (view: EditorView, id: string): void => chooseFiles(false, files => { if (files[0]) uploader.replace(view, id, files[0]); });
  const choose = (view: EditorView, pos: number): void => choosePictures(view, uploader, pos);
  const cropped = new Cropped();
  const cut = cutter(root.dataset.crop ?? '', start.token, text);
  const wholeOf = (file: unknown) => cropped.of(file)?.original ?? null;
  const canCrop = (file: unknown): boolean => { const size = fileOf(wholeOf(file)?.file ?? file); return size !== null && isCroppable(size); };
  const pictures = { text, replace, canCrop, wholeOf, ...(root.dataset.crop ? { crop: (view: EditorView, id: string) => { askForCrop(context, view, id, cut, cropped); } } : {}) };

  const views = new Plugin({
    props: { nodeViews: { ...pictureWords(text), ...storyViews(context), ...mediaViews(text), gallery: (node, view, getPos) => new GalleryView(node, view, getPos, text, root.dataset.pictures ? choose : null), picture: (node, view, getPos) => new PictureView(node, view, getPos, pictures), embed: (node, view, getPos) => new EmbedView(node, view, getPos, text, () => askForEmbed(context, view)) } },
    view: () => ({
      update: view => panels.forEach(panel => panel.update(view)),
      destroy: () => { dictionary.stop(); panels.forEach(panel => panel.destroy?.()); },
    }),
  });
  const keys = keymap({ 'Mod-f': openFind, F9: openAbout, 'Alt-F7': (_, __, view) => (view && nextWord(view), true), 'Mod-Alt-m': () => comments?.begin() ?? false, 'Mod-k': (_, __, view) => Boolean(view && askForLink(context, view)) });
  const plugins = [
    views, keys, inlineSuggestions(context), smartTyping(typingRules(language, root.dataset.signs === 'own')), nonJoinerKeys(language), ...invisibles(text),
    pastePlugin(context, (view, files) => uploader.take(view, files)), galleryDrop(), uploads(), finding(), guards(checks, text), tableSides(), commentMarks(), spelling(dictionary, text, language.startsWith('fa')),
    keymap({ Escape: () => find?.isOpen === true && (find.close(), true) }),
  ];

  return {
    plugins,
    tools: [
      { key: 'link', sign: '↗', shortcut: 'Mod-K', run: view => { askForLink(context, view); }, isPossible: state => linkRange(state) !== null, isOn: state => Boolean(linkRange(state)?.href) },
      ...(isJoined(language) ? [{ key: 'zwnj', sign: '¦', shortcut: 'Ctrl-Shift-2', run: (view: EditorView) => { insertNonJoiner(view.state, view.dispatch); view.focus(); } }] : []),
      ...(root.dataset.comments ? [{ key: 'comment', sign: '❝', shortcut: 'Mod-Alt-M', run: () => { comments?.begin(); } }] : []),
      { key: 'invisibles', sign: '·¶', shortcut: 'Mod-Alt-8', run: view => { toggleInvisibles(view.state, view.dispatch); view.focus(); }, isOn: areInvisiblesShown },
      ...(root.dataset.spelling ? [{ key: 'spelling', sign: 'ABC', shortcut: 'Alt-F7', run: nextWord }] : []),
      { key: 'find', sign: '⌕', shortcut: 'Mod-F', run: openFind },
      { key: 'about', sign: 'i', shortcut: 'F9', run: openAbout, isAlways: true },
    ],
    entries: [
      { key: 'picture', sign: '▣', run: view => choosePictures(view, uploader), isPossible: () => Boolean(root.dataset.pictures) },
      { key: 'gallery', sign: '▣▣', run: view => { if (insertBlock(newGallery, true)(view.state, view.dispatch)) choose(view, view.state.selection.from + 1); }, isPossible: view => Boolean(root.dataset.pictures) && insertBlock(newGallery, true)(view.state) },
      { key: 'gallery-of', sign: '▣▣', run: view => { makeGallery(view.state, view.dispatch); }, isPossible: view => makeGallery(view.state) },
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
