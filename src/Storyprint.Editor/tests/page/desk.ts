import type { Failure } from '../../src/saving/server';
import type { Block } from '../../src/wire/types';
import { type Fault, FakeServer } from '../support/fake-server';
import { stories } from './stories';

interface Reply {
  status?: number;
  body?: unknown;
  events?: string;
  headers?: Record<string, string>;
}

const statuses: Record<Failure['kind'], number> = { 'unknown-base': 409, refused: 400, stopped: 410, 'signed-out': 302, 'old-token': 400, failed: 503 };

const headlines = ['The library opens its new hall', 'Storm over the harbour', 'پل کهنه باز می‌شود'];

/** The development page's server: one story, its writers, and the faults that are asked for. */
export class Desk {
  private readonly server: FakeServer;
  private readonly writers = new Map<string, { block: string; name: string; at: number }>();

  constructor(language: string) {
    this.server = new FakeServer(stories[language] ?? stories.en);
  }

  async answer(method: string, path: string, query: URLSearchParams, body: string, headers: Record<string, string>): Promise<Reply | 'cut' | null> {
    const { server } = this;
    switch (`${method} ${path}`) {
      case 'GET /draft': return this.reply(await server.load());
      case 'POST /draft': return this.reply(await server.send(JSON.parse(body), headers.requestverificationtoken));
      case 'GET /draft/since': return this.reply(await server.since(Number(query.get('version'))));
      case 'POST /pictures': return { status: 200, body: { file: `${'ab'.repeat(32)} 1600x900`, address: '/picture.svg' } };
      case 'GET /stories': return { status: 200, body: headlines.filter(headline => headline.toLowerCase().includes(query.get('q')!.toLowerCase())).map((headline, index) => ({ code: `112554${index}`, headline, link: `/news/112554${index}/story` })) };
      case 'GET /events': return this.events(query);
      case 'GET /fault': server.fault = (query.get('name') || null) as Fault | null; return { status: 200, body: { fault: server.fault } };
      case 'GET /state': return { status: 200, body: server.draft };
      case 'POST /edit': server.edit(JSON.parse(body) as Block); return { status: 200, body: {} };
      case 'POST /writer': this.writers.set(query.get('editor')!, { block: query.get('block') ?? '', name: query.get('name')!, at: Infinity }); return { status: 200, body: {} };
      default: return null;
    }
  }

  private reply(answer: { kind: string }): Reply | 'cut' {
    const { kind, ...body } = answer;
    if (kind === 'failed' && !('problem' in answer)) return 'cut';
    const status = statuses[kind as Failure['kind']] ?? 200;
    return { status, body: kind === 'old-token' ? undefined : body, headers: kind === 'signed-out' ? { location: '/sign-in' } : {} };
  }

  private events(query: URLSearchParams): Reply {
    const editor = query.get('editor') ?? '';
    this.writers.set(editor, { block: query.get('block') ?? '', name: 'Ines Berg', at: Date.now() });
    const here = [...this.writers].filter(([, { at }]) => Date.now() - at < 10_000 || at === Infinity).map(([id, { name, block }]) => ({ editor: id, name, block, isYou: id === editor }));
    return { events: `retry: 1000\nevent: version\ndata: {"version":${this.server.version}}\n\nevent: here\ndata: ${JSON.stringify(here)}\n\n` };
  }
}
