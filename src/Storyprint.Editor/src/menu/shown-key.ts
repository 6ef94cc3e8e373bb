const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|[oa]d)/.test(navigator.platform);
const signs: Record<string, string> = isMac ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };

/** A key as the keyboard in front of somebody says it. */
export function shownKey(key: string): string {
  return key.split('-').map(part => signs[part] ?? part.toUpperCase()).join(isMac ? '' : '+');
}
