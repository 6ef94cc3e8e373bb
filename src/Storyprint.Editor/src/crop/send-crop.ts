import { answer, type Sending } from '../pictures/send';
import type { Text } from '../writing/texts';
import type { Area } from './area';

export type Cut = (hash: string, area: Area) => Promise<Sending>;

/** Asks the server to cut a part out of an original. */
export function cutter(address: string, token: () => string, text: Text, ask: typeof fetch = (...parts) => fetch(...parts)): Cut {
  return async (hash, area) => {
    try {
      const headers = { 'content-type': 'application/json', accept: 'application/json', RequestVerificationToken: token() };
      const response = await ask(address, { method: 'POST', headers, body: JSON.stringify({ hash, ...area }), redirect: 'manual', credentials: 'same-origin' });
      if (response.type === 'opaqueredirect') return { problem: text('editor.picture.signed-out'), canRepeat: true };
      return answer(response.status, await response.text(), response.url, address, text);
    } catch {
      return { problem: text('editor.picture.no-answer'), canRepeat: true };
    }
  };
}
