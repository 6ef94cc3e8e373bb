import type { Failure } from '../../src/saving/server';
import type { Block } from '../../src/wire/types';
import { type Fault, FakeServer } from '../support/fake-server';
import { library } from './library';
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

  /** The draft beside which a proposal is written, and its version. */
  private beside: { version: number; draft: Block } | null;

  constructor(language: string, isProposal = false) {
    const story = stories[language] ?? stories.en;
    this.server = new FakeServer(isProposal ? proposed(story) : story);
    this.beside = isProposal ? { version: 1, draft: story } : null;
  }

  async answer(method: string, path: string, query: URLSearchParams, body: string, headers: Record<string, string>): Promise<Reply | 'cut' | null> {
    const { server } = this;
    switch (`${method} ${path}`) {
      case 'GET /draft': return this.reply(await server.load());
      case 'POST /draft': return this.reply(await server.send(JSON.parse(body), headers.requestverificationtoken));
      case 'GET /draft/since': return this.reply(await server.since(Number(query.get('version'))));
      case 'GET /base': return { status: 200, body: { ...this.beside, proposal: server.version } };
      case 'POST /beside': this.beside = { version: this.beside!.version + 1, draft: JSON.parse(body) as Block }; return { status: 200, body: {} };
      case 'GET /seen': return { status: 200, body: [{ who: 'newsroom', text: 'The newsroom: 2 people', names: ['Ines Berg', 'Omid'] }, { who: 'readers', text: 'Readers: not before it is published', names: [] }] };
      case 'POST /pictures/crop': return this.crop(JSON.parse(body) as Record<string, number>);
      case 'POST /pictures': return { status: 200, body: { file: `${'ab'.repeat(32)} 1600x900`, address: '/picture.svg', credit: 'Sara Lind', made: 'digitalCapture', rights: 'ending', rightsWords: 'Rights end on 3 March 2027' } };
      case 'GET /pictures/choose': return library(query);
      case 'POST /files': return sentFile(body);
      case 'GET /stories': return { status: 200, body: headlines.map((headline, index) => ({ code: `112554${index}`, headline, link: `/news/112554${index}/story` })).filter(({ code, headline }) => code === query.get('q') || headline.toLowerCase().includes(query.get('q')!.toLowerCase())) };
      case 'GET /events': return this.events(query);
      case 'GET /fault': server.fault = (query.get('name') || null) as Fault | null; return { status: 200, body: { fault: server.fault } };
      case 'GET /state': return { status: 200, body: server.draft };
      case 'POST /edit': server.edit(JSON.parse(body) as Block); return { status: 200, body: {} };
      case 'POST /writer': this.writers.set(query.get('editor')!, { block: query.get('block') ?? '', name: query.get('name')!, at: Infinity }); return { status: 200, body: {} };
      default: return null;
    }
  }

  private crop({ width, height }: Record<string, number>): Reply {
    return Math.min(width, height) < 100 ? { status: 400, body: { problem: 'Too little would be left.' } } : { status: 200, body: { file: `${'cd'.repeat(32)} ${width}x${height}`, address: `/picture.svg?${width}x${height}` } };
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
    const beside = this.beside ? `event: beside\ndata: {"version":${this.beside.version}}\n\n` : '';
    return { events: `retry: 1000\nevent: version\ndata: {"version":${this.server.version}}\n\n${beside}event: here\ndata: ${JSON.stringify(here)}\n\n` };
  }
}

const types: Record<string, string> = { mp3: 'audio/mpeg', mp4: 'video/mp4', pdf: 'application/pdf' };

function sentFile(body: string): Reply {
  const name = /filename="([^"]+)"/.exec(body)?.[1] ?? '';
  const type = types[name.split('.').at(-1)!];
  if (!type) return { status: 400, body: { problem: `“${name}” is no sound, film or document that is taken here.` } };
  const kind = type.startsWith('audio') ? 'audio' : type.startsWith('video') ? 'video' : 'document';
  return { status: 200, body: { file: `${'ef'.repeat(32)} ${body.length} ${type} ${name.replace(/[^\w.-]/g, '-')}`, kind, title: name.replace(/\.\w+$/, '') } };
}

/** The story as somebody suggests it: words, a split, blocks that are new, gone, moved and of another kind. */
function proposed(story: Block): Block {
  const now = structuredClone(story);
  const blocks = now.blocks!;
  const words = (id: string): { text: string } => blocks.find(block => block.id === id)!.texts!.text[0] as { text: string };
  words('p1').text = words('p1').text.replace('inner', 'old').replace('opens on', 'opens again on').replace('پل بندر', 'پل کهنهٔ بندر');
  blocks.splice(3, 0, { id: 'added', kind: 'paragraph', texts: { text: [{ text: story.values?.language === 'fa' ? 'این بند تازه است.' : 'This paragraph is new.' }] } });
  const gone = blocks.findIndex(block => block.id === 'f1');
  if (gone >= 0) blocks.splice(gone, 1);
  const quotation = blocks.findIndex(block => block.kind === 'quotation');
  blocks.splice(2, 0, ...blocks.splice(quotation, 1));
  const heading = blocks.find(block => block.kind === 'heading');
  if (heading) heading.values = { level: '3' };
  const list = blocks.find(block => block.kind === 'list');
  list?.blocks?.splice(1, 1);
  const last = blocks.find(block => block.id === 'p4');
  if (last) {
    last.texts = { text: [{ text: 'The first walkers may cross ' }, { text: 'at nine', emphasis: ['strong'] }] };
    blocks.splice(blocks.indexOf(last) + 1, 0, { id: 'tail', kind: 'paragraph', origin: 'p4', texts: { text: [{ text: ' in the morning.' }] } });
  }
  return now;
}
