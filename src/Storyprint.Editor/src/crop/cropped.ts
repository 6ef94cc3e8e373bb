import type { Area } from './area';

/** A picture before it was cropped. */
export interface Original {
  readonly file: string;
  readonly address: string;
  readonly focus: string | null;
}

/** What was cropped while this page is open, by the file that came of it: so that the whole can be had again, and another part is cut from the whole. */
export class Cropped {
  private readonly known = new Map<string, { original: Original; area: Area }>();

  add(file: string, original: Original, area: Area): void {
    if (file !== original.file) this.known.set(file, { original, area });
  }

  of(file: unknown): { original: Original; area: Area } | null {
    return this.known.get(String(file)) ?? null;
  }
}
