import type { Text } from '../writing/texts';

export interface SentPicture {
  readonly file: string;
  readonly address: string;
}

export type Sending = { readonly picture: SentPicture } | { readonly problem: string; readonly canRepeat: boolean };

export interface Sender {
  send(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Sending>;
}

/** Sends files to the server. XMLHttpRequest, because fetch does not say how much has gone. */
export function pictureSender(address: string, token: () => string, text: Text): Sender {
  return {
    send: (file, onProgress, signal) => new Promise(resolve => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append('file', file);
      request.open('POST', address);
      request.setRequestHeader('RequestVerificationToken', token());
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', event => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
      request.addEventListener('load', () => resolve(answer(request.status, request.responseText, request.responseURL, address, text)));
      for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => resolve({ problem: text('editor.picture.no-answer'), canRepeat: true }));
      signal.addEventListener('abort', () => request.abort());
      request.send(body);
    }),
  };
}

/** What an answer means, in words for the person who waits. */
export function answer(status: number, body: string, cameFrom: string, address: string, text: Text): Sending {
  const said = parse(body);
  if (status >= 200 && status < 300 && typeof said?.file === 'string' && typeof said.address === 'string') return { picture: { file: said.file, address: said.address } };
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
