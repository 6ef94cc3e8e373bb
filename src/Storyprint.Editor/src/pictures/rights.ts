import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import type { Rights, StoredPicture } from './stored-picture';

// Signs that every font has.
const signs = { ended: '×', ending: '!' } as const;

/** What the server said of the rights of pictures while this page is open. */
export class KnownRights {
  private readonly known = new Map<string, Rights>();

  hear({ file, rights }: StoredPicture): void {
    if (rights) this.known.set(file, rights);
    else this.known.delete(file);
  }

  /** A part of a picture may be used as long as the whole. */
  inherit(part: StoredPicture, whole: unknown): void {
    const rights = part.rights ?? this.of(whole);
    this.hear(rights ? { ...part, rights } : part);
  }

  of(file: unknown): Rights | null {
    return this.known.get(String(file)) ?? null;
  }
}

/** Says in words and by a sign that rights have ended or will soon. */
export function rightsLine(text: Text, rights: Rights): HTMLElement {
  return element('p', { class: `rights is-${rights.state}` }, element('span', { class: 'rights-sign', 'aria-hidden': 'true' }, signs[rights.state]), ' ', element('bdi', {}, rights.words || text(`editor.rights.${rights.state}`)));
}
