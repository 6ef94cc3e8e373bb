import { oneLine } from '../paste/words';
import { type Failed, fileSender, type Read, type Sender } from '../pictures/send';
import type { Text } from '../writing/texts';
import { storedFile } from './file';

/** A sound, a film or a document that the server took. */
export interface SentFile {
  /** `HASH 48213 audio/mpeg bells.mp3`, as a block of a draft names it. */
  readonly file: string;
  readonly kind: 'audio' | 'video' | 'document';
  readonly title: string;
}

export type SendingFile = SentFile | Failed;

const kinds = ['audio', 'video', 'document'] as const;

export const asFile: Read<SentFile> = ({ file, kind, title }) => {
  const known = kinds.find(each => each === kind);
  return known && storedFile(file) ? { file: file as string, kind: known, title: typeof title === 'string' ? oneLine(title.slice(0, 1_000)) : '' } : null;
};

/** Storage/Pictures/DocumentStore.cs. */
const most = 256 * 2 ** 20;

export const sentFiles = (address: string, token: () => string, text: Text): Sender<SentFile> => fileSender(address, token, text, most, asFile);
