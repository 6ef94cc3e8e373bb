import type { StoredPicture } from '../pictures/stored-picture';

/** What pictures are chosen for. */
export interface Purpose {
  readonly title: string;
  readonly isMany: boolean;
  /** Pictures that the newsroom has, in the order in which they were chosen. */
  take(pictures: readonly StoredPicture[]): void;
  /** Files that are to be sent first. */
  send(files: readonly File[]): void;
}
