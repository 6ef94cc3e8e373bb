import { File as NodeFile } from 'node:buffer';
import { JSDOM } from 'jsdom';
// First, whichever tests run together: it looks at the page once, and half a page is none that it knows.
import 'prosemirror-view';

interface Page {
  window: Window & typeof globalThis;
}

/** A page for tests that need one. */
export function page(html = '<!doctype html><body></body>', language = 'en'): Page {
  const dom: Page = new JSDOM(html, { url: 'https://news.example.org/newsroom/drafts/1125546/edit', pretendToBeVisual: true });
  dom.window.document.documentElement.lang = language;
  // Node's own files: its object addresses take no others. Node 20 keeps File in a module.
  globalThis.File ??= NodeFile as unknown as typeof File;
  // jsdom lays nothing out; an editor asks all the same where its caret is.
  const nowhere = { left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0, x: 0, y: 0, toJSON: () => '' };
  Object.assign(dom.window.Range.prototype, { getClientRects: () => [nowhere], getBoundingClientRect: () => nowhere });
  const names = ['window', 'document', 'DOMParser', 'HTMLElement', 'Node', 'Element', 'MutationObserver', 'Event', 'KeyboardEvent', 'MouseEvent', 'InputEvent', 'CustomEvent', 'getSelection', 'getComputedStyle', 'innerHeight', 'requestAnimationFrame', 'cancelAnimationFrame'] as const;
  for (const name of names) Object.defineProperty(globalThis, name, { value: dom.window[name as keyof typeof dom.window], configurable: true, writable: true });
  return dom;
}
