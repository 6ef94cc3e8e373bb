import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { readSelection } from '../keys/fresh-selection';
import type { Block } from '../wire/types';
import type { Text } from '../writing/texts';
import { Base } from './base';
import { FollowBase } from './follow-base';
import { toSuggestion } from './go';
import { SuggestionLine } from './line';
import { beside, suggestedIn, suggestions, toggleSuggestions } from './plugin';

interface Around {
  readonly text: Text;
  view(): EditorView;
  announce(sentence: string): void;
  /** The version of the proposal that is held here. */
  version(): number;
  heard(version: number): void;
}

/** All of a proposal that is drawn beside its words. */
export class Suggestions {
  readonly plugins: readonly Plugin[];
  readonly line: SuggestionLine;
  private readonly follower: FollowBase;
  private last: { draft: Block; base: Base } | null = null;

  /** @param address Where the draft is asked for that the proposal stands beside. */
  constructor(address: string, private readonly around: Around) {
    const { text, announce } = around;
    this.line = new SuggestionLine(text, around.view, announce);
    this.follower = new FollowBase(address, { version: () => around.version(), heard: version => around.heard(version), show: draft => this.show(draft) });
    this.plugins = [...suggestions(text), keymap({ 'Alt-F8': toSuggestion(1, text, announce), 'Shift-Alt-F8': toSuggestion(-1, text, announce), 'Mod-Alt-9': toggleSuggestions })];
  }

  begin(): void {
    this.follower.look();
  }

  update(view: EditorView): void {
    if (suggestedIn(view.state)?.isHeld) this.follower.look();
    this.line.update(view);
  }

  /** The draft has this version now. */
  heard(version: number): void {
    this.follower.heard(version);
    this.follower.settle();
  }

  private show(draft: Block): void {
    const view = this.around.view();
    if (this.last?.draft !== draft) this.last = { draft, base: new Base(draft) };
    readSelection(view);
    view.dispatch(beside(view.state.tr, this.last.base));
  }
}
