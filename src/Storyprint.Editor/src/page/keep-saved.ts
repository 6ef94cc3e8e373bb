import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { readSelection } from '../keys/fresh-selection';
import { mergeAnswer, replaceAll } from '../merge/merge-answer';
import { clock } from '../saving/clock';
import { JournalWriter } from '../saving/journal-writer';
import { recoverClosed } from '../saving/recovery';
import type { Server } from '../saving/server';
import { isOver } from '../saving/status';
import { Sync } from '../saving/sync';
import { fromDocument } from '../wire/from-document';
import { same } from '../wire/same';
import type { Block } from '../wire/types';
import type { Opened } from './open-story';

export interface Saving {
  sync: Sync;
  journal: JournalWriter;
  changed(): void;
}

export function blockOf(view: EditorView): string | null {
  const { $head } = view.state.selection;
  for (let depth = $head.depth; depth > 0; depth--) {
    const { id } = $head.node(depth).attrs;
    if (id) return id as string;
  }
  return null;
}

// Where the smallest steps cannot be found, the whole is replaced while nothing is written: better a cursor that jumps than a state that differs.
function mergedInto(view: EditorView, sent: Block, merged: Block): Transaction | null {
  try {
    return mergeAnswer(view.state, sent, merged);
  } catch (wrong) {
    console.error(wrong);
    return same(fromDocument(view.state.doc), sent) ? replaceAll(view.state, merged) : null;
  }
}

/** Joins the living document, the journal of this browser and the server. */
export function keepSaved(view: EditorView, server: Server, opened: Opened, onState: () => void): Saving {
  const { editor, base, pending, loaded } = opened;
  const living = {
    draft: () => fromDocument(view.state.doc),
    merge(sent: Block, merged: Block) {
      readSelection(view);
      // Words that are being composed (Chinese, a phone's keyboard) would be torn apart.
      const tr = view.composing ? null : mergedInto(view, sent, merged);
      if (tr) view.dispatch(tr);
      return tr !== null;
    },
    block: () => blockOf(view),
  };
  const journal = new JournalWriter(opened.journal, clock, living.draft, onState);
  const inTime = (writing: Promise<boolean>): Promise<unknown> => Promise.race([writing, new Promise(resolve => setTimeout(resolve, 1_000))]);
  const sync = new Sync({ server, clock, living, editor, base, pending, token: loaded.token, person: loaded.person, write: parts => inTime(journal.write(parts)), onStatus: onState });
  void journal.write({ base, pending });
  listenToPage(view, sync, journal, opened);
  inheritTabs(sync, server, opened);
  // What an earlier tab left is gone on with where it could not be sent: it is not saved yet.
  sync.changed();
  return { sync, journal, changed: () => { journal.changed(); sync.changed(); } };
}

function listenToPage(view: EditorView, sync: Sync, journal: JournalWriter, opened: Opened): void {
  const hurry = (): void => sync.hurry();
  view.dom.addEventListener('blur', hurry);
  addEventListener('online', hurry);
  addEventListener('focus', hurry);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void journal.write({});
    hurry();
  });
  addEventListener('pagehide', () => {
    if (sync.isDirty && !journal.isUpToDate) void journal.write({});
    else if (!sync.isDirty && !isOver(sync.status)) void opened.journal.remove(opened.editor);
  });
  addEventListener('beforeunload', event => { if (sync.isDirty && !journal.isUpToDate) event.preventDefault(); });
}

/** Milliseconds between two looks for words of closed tabs: one that closes in a busy browser still holds its lock for a while. */
const between = 20_000;

// Another tab was closed, and this one is looked at again: what waited there goes out from here.
function inheritTabs(sync: Sync, server: Server, { journal, editor, loaded }: Opened): void {
  let running: Promise<void> | null = null;
  const inherit = (): void => {
    if (document.hidden || isOver(sync.status) || sync.status.kind === 'signed-out') return;
    running ??= recoverClosed(journal, editor, server, clock, loaded.person, () => sync.accessToken).catch(() => {}).finally(() => { running = null; });
  };
  for (const event of ['focus', 'online']) addEventListener(event, inherit);
  document.addEventListener('visibilitychange', inherit);
  setInterval(inherit, between);
}
