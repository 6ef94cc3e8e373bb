import type { Answer, Failure, News, Opening, Sending, Server } from './server';

const patience = 30_000;

/** The server, by its addresses. */
export class HttpServer implements Server {
  constructor(private readonly address: string, private readonly ask: typeof fetch = (...parts) => fetch(...parts)) {}

  load(): Promise<Opening> {
    return this.call<Opening>(this.address, {}, 'loaded');
  }

  send(sending: Sending, token: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', RequestVerificationToken: token };
    return this.call<Answer>(this.address, { method: 'POST', headers, body: JSON.stringify(sending) }, 'saved');
  }

  since(version: number): Promise<News> {
    return this.call<News>(`${this.address}/since?version=${version}`, {}, 'news');
  }

  private async call<T>(address: string, options: RequestInit, kind: string): Promise<T | Failure> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      const response = await this.ask(address, { ...options, signal: stop.signal, redirect: 'manual', cache: 'no-store', credentials: 'same-origin' });
      const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
      return response.ok && typeof body?.version === 'number' ? ({ ...body, kind } as T) : failureOf(response, body);
    } catch {
      return { kind: 'failed' };
    } finally {
      clearTimeout(timer);
    }
  }
}

export function failureOf(response: { status: number; type: string }, body: Record<string, unknown> | null): Failure {
  const problem = typeof body?.problem === 'string' ? body.problem : undefined;
  if (response.type === 'opaqueredirect' || response.status === 401 || (response.status >= 300 && response.status < 400)) return { kind: 'signed-out' };
  if (response.status === 409) return { kind: 'unknown-base' };
  if (response.status === 400) return problem === undefined ? { kind: 'old-token' } : { kind: 'refused', problem };
  if (response.status === 413) return { kind: 'refused', problem: problem ?? '' };
  if (problem !== undefined && [403, 404, 410].includes(response.status)) return { kind: 'stopped', problem, isGone: response.status !== 403 };
  return { kind: 'failed', problem };
}
