import { history } from 'prosemirror-history';
import { EditorState, type Plugin, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { identities } from '../../src/identities/identities';
import { keyboard } from '../../src/keys/keymap';
import { toDocument } from '../../src/wire/to-document';
import type { Block } from '../../src/wire/types';
import { page } from './browser';
import { paragraph, storyOf } from './editing';

page();

/** An editor on a page, with keys and typing as a browser would give them. */
export class Live {
  readonly view: EditorView;

  constructor(draft: Block | string, plugins: readonly Plugin[] = []) {
    const doc = toDocument(typeof draft === 'string' ? storyOf(paragraph('a', draft)) : draft);
    let next = 1;
    const state = EditorState.create({ doc, plugins: [...plugins, ...keyboard(), history(), identities(() => `new${next++}`)] });
    this.view = new EditorView(document.body, { state });
    this.end();
  }

  /** The caret behind the last word of the body. */
  end(): this {
    return this.put(TextSelection.atEnd(this.view.state.doc).head);
  }

  put(anchor: number, head = anchor): this {
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, anchor, head)));
    return this;
  }

  /** The caret behind these words, or the selection of them. */
  at(words: string, isSelected = false): this {
    let found = -1;
    this.view.state.doc.descendants((node, pos) => {
      const index = node.isTextblock && found < 0 ? node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words) : -1;
      if (index >= 0) found = pos + 1 + index;
    });
    if (found < 0) throw new Error(`There are no words '${words}'.`);
    return this.put(isSelected ? found : found + words.length, found + words.length);
  }

  type(words: string): this {
    for (const letter of words) {
      const { from, to } = this.view.state.selection;
      if (!this.view.someProp('handleTextInput', handle => handle(this.view, from, to, letter, () => this.view.state.tr))) {
        this.view.dispatch(this.view.state.tr.insertText(letter, from, to));
      }
    }
    return this;
  }

  key(name: string, more: KeyboardEventInit = {}): boolean {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
    return Boolean(this.view.someProp('handleKeyDown', handle => handle(this.view, event)));
  }

  get words(): string {
    return this.view.state.selection.$from.parent.textContent;
  }
}
