import { history } from 'prosemirror-history';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { identities } from '../../src/identities/identities';
import { putBack, theirWords } from '../../src/merge/their-words';
import { fromDocument } from '../../src/wire/from-document';
import { toDocument } from '../../src/wire/to-document';
import type { Block, Run } from '../../src/wire/types';

export const text = (words: string): Record<string, Run[]> => (words ? { text: [{ text: words }] } : {});

export function paragraph(id: string, words = '', more: Partial<Block> = {}): Block {
  return { id, kind: 'paragraph', ...(words ? { texts: text(words) } : {}), ...more };
}

export const storyOf = (...blocks: Block[]): Block => ({ id: 'story', kind: 'story', ...(blocks.length > 0 ? { blocks } : {}) });

/** An editor without a page. Fresh identities are new1, new2 and so on. */
export class Editing {
  state: EditorState;
  private next = 1;

  constructor(draft: Block) {
    this.state = EditorState.create({ doc: toDocument(draft), plugins: [history(), theirWords(), identities(() => `new${this.next++}`)] });
  }

  /** Puts the cursor behind these words, or selects them. */
  at(words: string, offset = words.length, until = offset): this {
    let found = -1;
    this.state.doc.descendants((node, position) => {
      const index = node.isTextblock ? node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words) : -1;
      if (index >= 0 && found < 0) found = position + 1 + index;
      return found < 0;
    });
    if (found < 0) throw new Error(`There are no words '${words}'.`);
    return this.put(found + offset, found + until);
  }

  put(anchor: number, head = anchor): this {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, anchor, head)));
    return this;
  }

  run(...commands: Command[]): this {
    for (const command of commands) {
      if (!command(this.state, tr => this.apply(tr))) throw new Error('The command does nothing here.');
    }
    this.state.doc.check();
    return this;
  }

  apply(tr: Transaction): void {
    this.state = this.state.apply(tr);
    const back = putBack(this.state);
    if (back) this.state = this.state.apply(back);
  }

  type(words: string): this {
    this.state = this.state.apply(this.state.tr.insertText(words));
    return this;
  }

  get draft(): Block {
    return fromDocument(this.state.doc);
  }

  get blocks(): Block[] {
    return this.draft.blocks ?? [];
  }

  /** The draft in short: kind, identity, origin and words of each block. */
  get short(): string {
    const one = ({ kind, id, origin, texts, values, blocks }: Block): string =>
      `${kind}${values?.level ?? values?.depth ?? ''} ${id}${origin ? `<${origin}` : ''}`
      + (texts ? ` ${Object.values(texts).map(runs => runs.map(run => ('text' in run ? run.text : '?')).join('')).join('|')}` : '')
      + (blocks ? ` [${blocks.map(one).join('; ')}]` : '');
    return this.blocks.map(one).join('; ');
  }

  /** The words around the cursor. */
  get around(): string {
    const { $head } = this.state.selection;
    const words = (from: number, to: number): string => $head.parent.textBetween(from, to, '', '\ufffc');
    return `${words(0, $head.parentOffset)}^${words($head.parentOffset, $head.parent.content.size)}`;
  }
}
