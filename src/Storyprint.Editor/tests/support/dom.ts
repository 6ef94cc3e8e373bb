import { page } from './browser';

const { window } = page();
for (const name of ['HTMLButtonElement', 'HTMLInputElement', 'getComputedStyle', 'innerWidth'] as const) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}

// jsdom draws nothing, so nothing has a place.
const nowhere = { left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0, x: 0, y: 0, toJSON: () => ({}) };
window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
window.Range.prototype.getBoundingClientRect = () => nowhere;

export function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): boolean {
  return target.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}
