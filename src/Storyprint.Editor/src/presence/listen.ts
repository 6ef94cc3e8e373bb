import { EventReader, type ServerEvent } from './server-events';

const hidden = 20_000;
const longest = 60_000;

/**
 * Hears what the server tells while the page is open. The browser's own EventSource keeps one address for good; this one says with each asking where the
 * cursor is, and asks seldom while nobody looks.
 */
export function listen(address: () => string, hear: (event: ServerEvent) => void): () => void {
  let [isOver, failures] = [false, 0];
  let wake: (() => void) | null = null;
  const round = async (): Promise<number> => {
    const reader = new EventReader();
    const response = await fetch(address(), { headers: { accept: 'text/event-stream' }, redirect: 'manual', cache: 'no-store' });
    if (!response.ok || !response.body) throw new Error(`${response.status}`);
    const decoder = new TextDecoder();
    const body = response.body.getReader();
    for (let piece = await body.read(); !piece.done; piece = await body.read()) {
      if (!isOver) reader.read(decoder.decode(piece.value, { stream: true })).forEach(hear);
    }
    return reader.retry;
  };
  void (async () => {
    while (!isOver) {
      // Presence is a help: while there is none, saving goes on and says what is wrong.
      const pause = await round().then(retry => { failures = 0; return retry; }, () => Math.min(longest, 3_000 * 2 ** failures++));
      await new Promise<void>(resolve => {
        wake = resolve;
        setTimeout(resolve, document.hidden ? Math.max(hidden, pause) : pause);
      });
    }
  })();
  const look = (): void => { if (!document.hidden) wake?.(); };
  document.addEventListener('visibilitychange', look);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', look);
    wake?.();
  };
}
