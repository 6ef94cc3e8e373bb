import { keymap } from 'prosemirror-keymap';
import type { EditorView } from 'prosemirror-view';
import { choiceKeys } from '../choices/choice-keys';
import { ChoiceList } from '../choices/choice-list';
import type { Moment } from '../choices/moment';
import { selectChoice } from '../choices/settle';
import { fromServer } from '../merge/merge-answer';
import { ownEntries } from '../menu/entries';
import { Palette } from '../menu/palette';
import { slash } from '../menu/slash';
import { Beside } from '../preview/beside';
import { hereList, showHere, type Writer } from '../presence/here';
import { listen } from '../presence/listen';
import type { Server } from '../saving/server';
import { isOver } from '../saving/status';
import { Suggestions } from '../suggestions/suggestions';
import { Toolbar } from '../toolbar/toolbar';
import { ownTools, type Tool } from '../toolbar/tools';
import { turnDirection } from '../view/dress';
import type { Direction } from '../view/first-letter';
import { toDocument } from '../wire/to-document';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { type Writing, writing } from '../writing/writing';
import { createView } from './create-view';
import type { Frame } from './frame';
import { blockOf, keepSaved, type Saving } from './keep-saved';
import { Notices } from './notices';
import type { Opened } from './open-story';
import { plainText } from './plain-text';

export interface PageStart {
  root: HTMLElement;
  text: Text;
  frame: Frame;
  server: Server;
  opened: Opened;
  language: string;
  moment: Moment;
}

/** All parts of the editor, joined: the text, what stands around it, saving, and the others who write. */
export class EditorPage {
  readonly view: EditorView;
  private readonly saving: Saving;
  private readonly notices: Notices;
  private readonly palette: Palette;
  private readonly toolbar: Toolbar;
  private readonly choices: ChoiceList;
  private readonly people = element('div', { class: 'editor-people' });
  private readonly parts: Writing;
  private readonly suggestions: Suggestions | null;
  private readonly beside: Beside;
  private commentMark: string | null = null;

  constructor(private readonly start: PageStart) {
    const { root, text, frame, server, opened, language } = start;
    const parts = writing({ root, text, language, token: () => this.saving?.sync.accessToken ?? opened.loaded.token });
    this.palette = new Palette(text, [...ownEntries(), ...parts.entries]);
    this.choices = new ChoiceList(text, () => this.view, frame.announce);
    this.beside = new Beside(root, text, () => this.view, () => this.toolbar.update(this.view));
    this.toolbar = new Toolbar(text, [this.blocksTool(), ...ownTools(), ...parts.tools, ...this.beside.tools], () => this.view);
    this.notices = new Notices(start, () => plainText(this.view.state.doc));
    this.suggestions = root.dataset.base ? this.suggestionsBeside(root.dataset.base) : null;
    const keys = keymap({ ...this.beside.keys, 'Mod-Shift-x': turnDirection, 'Mod-/': () => this.openPalette(), 'Alt-F10': () => (this.toolbar.focus(), true) });
    this.view = createView(frame.paper, {
      doc: toDocument(opened.draft), text, language, direction: (root.dataset.direction ?? 'ltr') as Direction, moment: start.moment, announce: frame.announce,
      plugins: [choiceKeys(), keys, slash(this.palette), ...this.suggestions?.plugins ?? [], ...parts.plugins],
      isEditable: () => opened.loaded.canEdit !== false && !(this.saving && isOver(this.saving.sync.status)),
      onTransaction: (view, tr) => {
        if (tr.docChanged && !tr.getMeta(fromServer)) this.saving?.changed();
        this.update(view);
      },
    });
    this.saving = keepSaved(this.view, server, opened, () => this.showState());
    frame.bar.append(this.toolbar.element);
    frame.line.append(...(this.suggestions ? [this.suggestions.line.element] : []), this.choices.element, this.people, ...(root.dataset.leave ? [element('a', { class: 'button quiet editor-leave', href: root.dataset.leave }, text('editor.leave'))] : []));
    root.append(this.palette.element);
    parts.mountPanels(this.view, { top: frame.top, side: frame.side });
    addEventListener('beforeunload', event => { if (parts.isSending(this.view)) event.preventDefault(); });
    this.showState();
    this.update(this.view);
    this.parts = parts;
    this.suggestions?.begin();
    this.beside.mount(frame);
    if (root.dataset.events) listen(() => this.eventsAddress(root.dataset.events!), ({ event, data }) => this.hear(event, data));
  }

  private blocksTool(): Tool {
    return { key: 'blocks', sign: '¶ +', run: (view, button) => this.palette.open(view, button.getBoundingClientRect(), false) };
  }

  private update(view: EditorView): void {
    this.toolbar.update(view);
    this.choices.update(view);
    this.suggestions?.update(view);
  }

  private suggestionsBeside(address: string): Suggestions {
    const { text, frame } = this.start;
    return new Suggestions(address, { text, view: () => this.view, announce: frame.announce, version: () => this.saving.sync.base.version, heard: version => this.saving.sync.heard(version) });
  }

  private showState(): void {
    // The journal may have written before all parts are there.
    if (!this.saving) return;
    const wasEditable = this.view.editable;
    this.notices.show(this.saving.sync.status, { isKept: this.saving.journal.isUpToDate, works: this.saving.journal.works });
    this.beside.follow(this.saving.sync.base.version);
    if (isOver(this.saving.sync.status) && (wasEditable || this.view.dom.contentEditable === 'true')) this.view.setProps({});
  }

  private eventsAddress(address: string): string {
    const query = new URLSearchParams({ editor: this.start.opened.editor });
    const block = blockOf(this.view);
    if (block) query.set('block', block);
    return `${address}${address.includes('?') ? '&' : '?'}${query.toString()}`;
  }

  private hear(event: string, said: string): void {
    let told: unknown;
    try {
      told = JSON.parse(said);
    } catch {
      return; // A line that a broken connection cut off comes again with the next asking.
    }
    if (event === 'beside') this.suggestions?.heard((told as { version: number }).version);
    if (event === 'version') this.saving.sync.heard((told as { version: number }).version);
    if (event === 'comments') this.hearComments((told as { mark: string }).mark);
    if (event === 'here') this.showPeople((told as Writer[]).filter(writer => !writer.isYou));
  }

  private hearComments(mark: string): void {
    if (this.commentMark !== null && mark !== this.commentMark) this.parts.heardComments();
    this.commentMark = mark;
  }

  private showPeople(writers: Writer[]): void {
    showHere(this.view, writers);
    const list = hereList(this.start.text, writers, block => this.jump(block));
    if (this.people.innerHTML !== list.outerHTML) this.people.replaceChildren(list);
  }

  private jump(block: string): void {
    this.view.state.doc.descendants((node, position) => {
      if (node.attrs.id === block) this.view.dispatch(selectChoice(this.view.state, position));
      return !node.isTextblock;
    });
    this.view.focus();
  }

  private openPalette(): true {
    this.palette.open(this.view, this.view.coordsAtPos(this.view.state.selection.from), false);
    return true;
  }
}
