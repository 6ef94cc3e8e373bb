/** What a file's value says: `HASH 48213 audio/mpeg bells.mp3`. */
export interface StoredFile {
  readonly hash: string;
  readonly bytes: number;
  readonly type: string;
  readonly name: string;
}

// As Stories/Body/StoredFile.cs reads it, which knows no letters beyond the first plane: the server refuses a whole draft for another.
const pattern = /^([0-9a-f]{64}) (0|[1-9]\d{0,17}) (-|[A-Za-z0-9.+-]+\/[A-Za-z0-9.+-]+) ([\p{L}\p{Nd}._-]{1,200})$/u;

export function storedFile(value: unknown): StoredFile | null {
  const found = typeof value !== 'string' || /[\ud800-\udfff]/.test(value) ? null : pattern.exec(value);
  return found && { hash: found[1], bytes: Number(found[2]), type: found[3] === '-' ? '' : found[3], name: found[4] === '-' ? '' : found[4] };
}

/** Where a file is served that is kept here (Stories/Body/StoredFile.cs). */
export const addressOf = ({ hash, name }: StoredFile): string => `/media/${hash}/file/${encodeURIComponent(name)}`;

/** A size as people say it. */
export function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'megabyte'] : bytes >= 1_000 ? [bytes / 1_000, 'kilobyte'] : [bytes, 'byte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0 }).format(value);
}

/** A length in the figures of a language: 1:04:09. */
export function lengthOf(seconds: number, language: string): string {
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2, useGrouping: false });
  const one = new Intl.NumberFormat(language, { useGrouping: false });
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${one.format(hours)}:${two.format(minutes)}:${two.format(rest)}` : `${one.format(minutes)}:${two.format(rest)}`;
}
