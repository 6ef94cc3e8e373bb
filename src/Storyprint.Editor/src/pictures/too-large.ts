import { sizeOf } from '../media/file';
import type { Text } from '../writing/texts';

/** Says that a file is larger than the server takes: it would be on its way for an hour before the server could. */
export function tooLarge(text: Text, { name, size }: { readonly name: string; readonly size: number }, most = Infinity): string | null {
  // As the server counts them.
  const megabytes = (bytes: number): string => sizeOf(Math.ceil(bytes / 2 ** 20) * 1_000_000, text.language);
  return size > most ? text('editor.file.too-large', name, megabytes(size), megabytes(most)) : null;
}
