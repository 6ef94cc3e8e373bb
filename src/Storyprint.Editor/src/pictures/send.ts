import type { Text } from '../writing/texts';
import { readPicture, type StoredPicture } from './stored-picture';

export interface Failed {
  readonly problem: string;
  readonly canRepeat: boolean;
}

export type Sending = { readonly picture: StoredPicture } | Failed;

export interface Sender<T = { readonly picture: StoredPicture }> {
  /** The largest file that the server takes, in bytes. */
  readonly most?: number;
  send(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<T | Failed>;
}

/** What a good answer says; null where it is none. */
export type Read<T> = (said: Readonly<Record<string, unknown>>) => T | null;

export const asPicture: Read<{ readonly picture: StoredPicture }> = said => {
  const picture = readPicture(said);
  return picture && { picture };
};

/** Sends files to the server. XMLHttpRequest, because fetch does not say how much has gone. */
export function fileSender<T>(address: string, token: () => string, text: Text, most: number, read: Read<T>): Sender<T> {
  return {
    most,
    send: (file, onProgress, signal) => new Promise(resolve => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append('file', file);
      request.open('POST', address);
      request.setRequestHeader('RequestVerificationToken', token());
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', event => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
      request.addEventListener('load', () => resolve(answer(request.status, request.responseText, request.responseURL, address, text, read)));
      for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => resolve({ problem: text('editor.picture.no-answer'), canRepeat: true }));
      signal.addEventListener('abort', () => request.abort());
      request.send(body);
    }),
  };
}

/** Storage/Pictures/PictureStore.cs. */
const mostOfPictures = 64 * 2 ** 20;

export const pictureSender = (address: string, token: () => string, text: Text): Sender => fileSender(address, token, text, mostOfPictures, asPicture);

/** What an answer means, in words for the person who waits. */
export function answer<T = { readonly picture: StoredPicture }>(status: number, body: string, cameFrom: string, address: string, text: Text, read: Read<T> = asPicture as Read<T>): T | Failed {
  const said = parse(body);
  const good = status >= 200 && status < 300 && said ? read(said) : null;
  if (good) return good;
  if (typeof said?.problem === 'string') return { problem: said.problem, canRepeat: status >= 500 };
  if (status === 413) return { problem: text('editor.picture.too-large'), canRepeat: false };
  // A page in place of the answer is the page for signing in.
  if (status === 401 || status === 403 || (cameFrom && !cameFrom.endsWith(address)) || /^\s*</.test(body) && status < 300) return { problem: text('editor.picture.signed-out'), canRepeat: true };
  return { problem: text('editor.picture.no-answer'), canRepeat: true };
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(body);
    return typeof found === 'object' ? found as Record<string, unknown> | null : null;
  } catch {
    return null; // Not the answer that was asked for; its status says the rest.
  }
}
