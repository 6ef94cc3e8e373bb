import { fileOf } from '../crop/area';
import { readPicture, type StoredPicture } from '../pictures/stored-picture';

/** A picture of the library as its list shows it. */
export interface FoundPicture extends StoredPicture {
  /** A small one for the list; `address` is that of a block. */
  readonly thumbnail: string;
}

/** One part of what was found. */
export interface FoundPart {
  readonly pictures: readonly FoundPicture[];
  /** Where the next part begins. */
  readonly next: number;
  readonly hasMore: boolean;
}

const mostAtOnce = 500;

// Blocks name the largest, as those that are sent do: Storage/Pictures/RenditionStore.cs.
const large = 1600;

/** Reads a part of the list; null where the answer is none. A picture that cannot be read is left out, and the others are shown. */
export function readPart(said: unknown, from: number): FoundPart | null {
  const { pictures, more } = (said ?? {}) as Record<string, unknown>;
  if (!Array.isArray(pictures)) return null;
  const all = pictures.slice(0, mostAtOnce);
  return { pictures: all.flatMap(foundPicture), next: from + all.length, hasMore: more === true && all.length > 0 };
}

function foundPicture(said: unknown): FoundPicture[] {
  const picture = readPicture(said);
  if (!picture) return [];
  const { hash } = fileOf(picture.file)!;
  const sizes = new RegExp(`^(/media/${hash})/\\d+\\.(?:jpg|webp)$`);
  return [{ ...picture, thumbnail: picture.address, address: picture.address.replace(sizes, `$1/${large}.jpg`) }];
}
