import { keymap } from 'prosemirror-keymap';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { choiceKeys } from '../choices/choice-keys';
import { ChoiceList } from '../choices/choice-list';
import { moment } from '../choices/moment';
import { selectChoice } from '../choices/settle';
import { fromServer } from '../merge/merge-answer';
import { ownEntries } from '../menu/entries';
import { Palette } from '../menu/palette';
import { slash } from '../menu/slash';
import { hereList, showHere, type Writer } from '../presence/here';
import { listen } from '../presence/listen';
import { HttpServer } from '../saving/http-server';
import { isOver } from '../saving/status';
import { Toolbar } from '../toolbar/toolbar';
import { ownTools, type Tool } from '../toolbar/tools';
import { turnDirection } from '../view/dress';
import type { Direction } from '../view/first-letter';
import { toDocument } from '../wire/to-document';
import { element } from '../writing/element';
import { createText } from '../writing/texts';
import { writing } from '../writing/writing';
import { createView } from './create-view';
import { createFrame } from './frame';
import { blockOf, keepSaved, type Saving } from './keep-saved';
import { openStory } from './open-story';
import { copyText, plainText } from './plain-text';
import { leftoverNotice } from './show-leftovers';
import { drawState, sentenceOf } from './state-line';

/** Puts the editor into its place on the page. */
export async function mount(root: HTMLElement): Promise<EditorView | null> {
  const { dataset: data } = root;
  const pageLanguage = document.documentElement.lang || 'en';
  const text = createText(JSON.parse(data.texts ?? '{}') as Record<string, string>, pageLanguage);
  const frame = createFrame(root, text);
  const say = moment(pageLanguage);
  const server = new HttpServer(data.draft!);
  frame.state.append(element('p', { class: 'saving' }, text('editor.opening')));
  const opened = await openStory(server, data.code ?? data.draft!, answer => {
    const problem = 'problem' in answer ? answer.problem : undefined;
    frame.notices.replaceChildren(element('div', { class: 'notice mind' }, element('p', {}, problem ?? text(answer.kind === 'signed-out' ? 'editor.state.signed-out' : 'editor.opening.waits'))));
  });
  if (!opened) return null;
  frame.notices.replaceChildren();

  let view: EditorView;
  let saving: Saving | null = null;
  const language = data.language ?? pageLanguage;
  const parts = writing({ root, text, language, token: () => saving?.sync.accessToken ?? opened.loaded.token });
  const palette = new Palette(text, [...ownEntries(), ...parts.entries]);
  const choices = new ChoiceList(text, () => view, frame.announce);
  const blocks: Tool = { key: 'blocks', sign: '¶ +', run: (_, button) => palette.open(view, button.getBoundingClientRect(), false) };
  const toolbar = new Toolbar(text, [blocks, ...ownTools(), ...parts.tools], () => view);
  const isEditable = (): boolean => opened.loaded.canEdit !== false && !(saving && isOver(saving.sync.status));
  const keys = { 'Mod-Shift-x': turnDirection, 'Mod-/': openPalette, 'Alt-F10': focusToolbar };
  view = createView(frame.paper, {
    doc: toDocument(opened.draft), text, language, direction: (data.direction ?? 'ltr') as Direction, moment: say, announce: frame.announce,
    plugins: [choiceKeys(), keymap(keys), slash(palette), ...parts.plugins], isEditable,
    onTransaction(now, tr: Transaction) {
      if (tr.docChanged && !tr.getMeta(fromServer)) saving?.changed();
      toolbar.update(now);
      choices.update(now);
    },
  });

  saving = keepSaved(view, server, opened, () => showState());
  const people = element('div', { class: 'editor-people' });
  frame.bar.append(toolbar.element, choices.element, people);
  if (data.leave) frame.bar.append(element('a', { class: 'button quiet editor-leave', href: data.leave }, text('editor.leave')));
  root.append(palette.element);
  parts.mountPanels(view, { top: frame.top, side: frame.side });
  addEventListener('beforeunload', event => { if (parts.isSending(view)) event.preventDefault(); });
  opened.leftovers.forEach(leftover => frame.notices.append(leftoverNotice(text, say, leftover, () => { void opened.journal.remove(leftover.record.editor); })));
  const warning = element('div', { class: 'notice mind', hidden: true }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), element('p', {}, text('editor.no-journal')));
  const stateNotice = element('div', {});
  frame.notices.append(warning, stateNotice);
  showState();
  toolbar.update(view);
  choices.update(view);
  if (data.events) listen(() => withQuery(data.events!, { editor: opened.editor, block: blockOf(view) }), ({ event, data: said }) => hear(event, said));
  return view;

  function showState(): void {
    const { sync, journal } = saving!;
    const kept = { isKept: journal.isUpToDate, works: journal.works };
    const line = { text, moment: say, signIn: data.signIn ?? null, copy: () => { void copyText(plainText(view.state.doc)).then(isCopied => frame.announce(text(isCopied ? 'editor.copied' : 'editor.copy.failed'))); } };
    const { state, notice } = drawState(line, sync.status, kept);
    if (frame.state.textContent !== state.textContent) frame.state.replaceChildren(state);
    warning.hidden = kept.works;
    const sentence = notice ? sentenceOf(line, sync.status, kept) : '';
    if (stateNotice.dataset.sentence !== sentence) stateNotice.replaceChildren(...(notice ? [notice] : []));
    stateNotice.dataset.sentence = sentence;
    if (view.editable !== isEditable()) view.setProps({});
  }

  function hear(event: string, said: string): void {
    try {
      if (event === 'version') saving!.sync.heard((JSON.parse(said) as { version: number }).version);
      if (event === 'here') showPeople((JSON.parse(said) as Writer[]).filter(writer => !writer.isYou));
    } catch {
      // A line that was cut off by a broken connection comes again with the next asking.
    }
  }

  function showPeople(writers: Writer[]): void {
    showHere(view, writers);
    const list = hereList(text, writers, jump);
    if (people.innerHTML !== list.outerHTML) people.replaceChildren(list);
  }

  function jump(block: string): void {
    view.state.doc.descendants((node, position) => {
      if (node.attrs.id === block) view.dispatch(selectChoice(view.state, position));
      return !node.isTextblock;
    });
    view.focus();
  }

  function openPalette(): boolean {
    palette.open(view, view.coordsAtPos(view.state.selection.from), false);
    return true;
  }

  function focusToolbar(): boolean {
    toolbar.focus();
    return true;
  }
}

function withQuery(address: string, values: Record<string, string | null>): string {
  const query = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
  return `${address}${address.includes('?') ? '&' : '?'}${query.toString()}`;
}
