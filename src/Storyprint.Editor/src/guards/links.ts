import { safeAddress } from '../paste/address';

/** What is wrong with a link, by the key of its sentence; null where it is sound. */
export type LinkFault = 'unsafe' | 'inside' | 'other-place' | 'no-words';

const hostOf = (address: string): string | null => {
  try {
    return new URL(address).hostname;
  } catch {
    return null; // A path of this site.
  }
};

// Addresses that only this building can reach, or that are no addresses: "http://https", "http://localhost".
const inside = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[)|\.(local|localhost|internal|lan|home|test|invalid)$|^[^.]+$/;

export function linkFault(href: string, words: string): LinkFault | null {
  const address = safeAddress(href);
  if (address === null) return 'unsafe';
  if (!words.trim()) return 'no-words';
  if (/^\/newsroom(\/|$)/.test(address)) return 'inside';
  const host = /^https?:/.test(address) ? hostOf(address) : null;
  if (host !== null && inside.test(host)) return 'inside';
  // Words that are themselves an address lead where they say.
  const said = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#:]\S*)?$/i.exec(words.trim())?.[1]?.toLowerCase().replace(/^www\./, '');
  const isNamed = said && /^(https?:\/\/|www\.)/i.test(words.trim());
  return isNamed && host !== null && host.replace(/^www\./, '') !== said ? 'other-place' : null;
}
