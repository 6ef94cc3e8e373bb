import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Answer = { result?: Record<string, unknown>; error?: { message: string } };

const found = ['chromium', 'chromium-browser', 'google-chrome'].find(name => {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`]).length > 0;
  } catch {
    return false; // Not on this machine.
  }
});

/** For tests in a browser: where there is none, they are left out and say why. */
export const inBrowser = { skip: found ? false : 'There is no Chromium on this machine.', timeout: 180_000 } as const;

/** A real browser, spoken to over a pipe in its own protocol (chromedevtools.github.io/devtools-protocol). */
export class Chromium {
  private readonly folder = mkdtempSync(join(tmpdir(), 'editor-browser-'));
  private readonly browser: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private next = 1;
  private rest = '';

  constructor() {
    this.browser = spawn(found!, ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-pipe', `--user-data-dir=${this.folder}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.browser.once('exit', () => [...this.waiting.values()].forEach(answer => answer({ error: { message: 'The browser has ended.' } })));
    (this.browser.stdio[4] as Readable).setEncoding('utf8').on('data', (piece: string) => this.hear(piece));
  }

  send<T = Record<string, unknown>>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = this.next++;
    (this.browser.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => this.waiting.set(id, ({ result, error }) => (error ? fail(new Error(`${method}: ${error.message}`)) : done(result as T))));
  }

  async stop(): Promise<void> {
    const gone = new Promise(done => this.browser.once('exit', done));
    void this.send('Browser.close').catch(() => {});
    await gone;
    // Its helpers may write for a moment longer.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  private hear(piece: string): void {
    const parts = (this.rest + piece).split('\0');
    this.rest = parts.pop()!;
    for (const part of parts) {
      const { id, ...answer } = JSON.parse(part) as Answer & { id?: number };
      if (id === undefined) continue;
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    }
  }
}
