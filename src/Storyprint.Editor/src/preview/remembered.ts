export const views = ['page', 'phone', 'paper', 'item', 'card'] as const;
export type Shown = (typeof views)[number];

/** How the preview was left on this machine. */
export interface Remembered {
  readonly isOpen: boolean;
  readonly shown: Shown;
  readonly isWide: boolean;
}

const name = 'storyprint.preview';
const first: Remembered = { isOpen: false, shown: 'page', isWide: false };

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** The store of this machine; a browser that is told to keep nothing has none. */
const ofMachine = (): Store => localStorage;

export function remembered(store: () => Store = ofMachine): Remembered {
  try {
    const found = JSON.parse(store().getItem(name) ?? '{}') as Partial<Record<keyof Remembered, unknown>>;
    return { isOpen: found.isOpen === true, shown: views.find(each => each === found.shown) ?? first.shown, isWide: found.isWide === true };
  } catch {
    return first; // Without a store, and where another program's words stand there.
  }
}

export function remember(now: Remembered, store: () => Store = ofMachine): void {
  try {
    store().setItem(name, JSON.stringify(now));
  } catch {
    // It is asked for again next time.
  }
}
