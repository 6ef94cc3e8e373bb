import { JSDOM } from 'jsdom';

interface Page {
  window: Window & typeof globalThis;
}

/** A page for tests that need one. */
export function page(html = '<!doctype html><body></body>', language = 'en'): Page {
  const dom: Page = new JSDOM(html, { url: 'https://news.example.org/newsroom/drafts/1125546/edit', pretendToBeVisual: true });
  dom.window.document.documentElement.lang = language;
  const names = ['window', 'document', 'DOMParser', 'HTMLElement', 'Node', 'Element', 'MutationObserver', 'Event', 'KeyboardEvent', 'MouseEvent', 'InputEvent', 'CustomEvent', 'File', 'Blob', 'FormData', 'getSelection', 'innerHeight', 'requestAnimationFrame', 'cancelAnimationFrame'] as const;
  for (const name of names) Object.defineProperty(globalThis, name, { value: dom.window[name as keyof typeof dom.window], configurable: true, writable: true });
  return dom;
}
