import type { EditorView } from 'prosemirror-view';
import type { Text } from './texts';

/** What the parts for writing need to know of the editor around them. */
export interface WritingContext {
  /** The page's root element, whose data attributes say addresses and lists. */
  readonly root: HTMLElement;
  /** The language of the story (`fa`), which need not be that of the page. */
  readonly language: string;
  readonly text: Text;
  /** A fresh identity for a block. */
  freshId(): string;
  /** The antiforgery token of today: it changes when somebody signs in again. */
  token(): string;
  /** Says one sentence to everybody, screen readers too. */
  say(sentence: string): void;
  /** Says it to screen readers alone. */
  announce(sentence: string): void;
}

/** A panel beside the text. */
export interface Panel {
  readonly element: HTMLElement;
  update(view: EditorView): void;
  destroy?(): void;
}

/** A list that stands in a data attribute as JSON, or nothing where it is absent or broken. */
export function listOf<T>(root: HTMLElement, name: string): readonly T[] {
  try {
    const found: unknown = JSON.parse(root.dataset[name] ?? '[]');
    return Array.isArray(found) ? found as T[] : [];
  } catch {
    return []; // The page is at fault; writing goes on without the list.
  }
}
