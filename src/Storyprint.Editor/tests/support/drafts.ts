import type { Block, Run, Stamp, ValueChoice, WordsRun } from '../../src/wire/types';
import { emphases } from '../../src/wire/types';
import type { Random } from './random';

const words = ['The library', 'opens at nine', 'in the harbour', 'کتابخانه', 'ساعت نه باز می‌شود', 'پل', '图书馆', '今天开放', 'rain', 'and\nwind', 'a bridge ', ' by the sea', '1,200'];
const stamps: Stamp[] = [{ who: 'Ines', at: '2026-11-22T09:00:00.0000000+00:00' }, { who: 'رضا', at: '2026-11-22T09:00:01.5000000+03:30' }];

/** Random drafts of every kind of block, with all that the format allows. */
export class RandomDrafts {
  private next = 0;

  constructor(private readonly random: Random) {}

  story(): Block {
    const { random } = this;
    const texts = Object.fromEntries(['kicker', 'headline', 'standfirst', 'dateline'].filter(() => !random.chance(3)).map(name => [name, this.runs(false)]));
    for (const name of ['searchHeadline', 'socialHeadline', 'paperHeadline', 'warning', 'sources']) if (random.chance(4)) texts[name] = this.runs(name === 'sources');
    const values = random.chance(4) ? {} : { language: 'en', ...(random.chance(2) ? { section: 'city' } : {}), ...(random.chance(4) ? { label: random.pick(['news', 'analysis', 'sponsored']) } : {}), ...this.made() };
    const blocks = [
      ...random.many(0, 2, () => this.block('byline', { text: this.runs(false) })),
      ...random.many(0, 6, () => this.body()),
      ...random.many(0, 2, () => this.block('topic', { text: this.runs(false) })),
      ...random.many(0, 1, () => this.block('note', { text: this.runs(false), said: this.maybe(false), foundBy: [] }, { at: stamps[0].at, note: 'Correction' })),
    ];
    return tidy({ id: 'story', kind: 'story', texts, values, blocks });
  }

  body(): Block {
    const { random } = this;
    switch (random.below(18)) {
      case 0: return this.block('heading', { text: this.maybe(true) }, random.chance(3) ? {} : { level: random.pick(['2', '3']) });
      case 1: return this.block('quotation', { speaker: this.kept(false) }, {}, random.many(0, 3, () => this.block('passage', { text: this.maybe(true) })));
      case 2: return this.block('pullquote', { text: this.maybe(true), speaker: this.kept(false) });
      case 3: return this.block('list', {}, random.chance(4) ? {} : { ordered: random.pick(['true', 'false']) }, random.many(0, 4, () => this.item()));
      case 4: return this.table();
      case 5: return this.picture();
      case 6: return this.block('embed', { title: this.kept(false) }, { address: 'https://example.org/film' });
      case 7: return this.block('break');
      case 8: return this.block('fence', { text: this.maybe(true) });
      case 9: return this.block('factbox', { title: this.maybe(false) }, {}, random.many(0, 3, () => this.block('fact', { text: this.maybe(true) }, random.chance(2) ? { item: random.pick(['true', 'false']) } : {})));
      case 10: return this.block('question', { question: this.maybe(true) }, {}, random.many(0, 3, () => this.block('passage', { text: this.maybe(true) })));
      case 11: return this.block('related', {}, {}, random.many(0, 3, () => this.standing('relatedstory')));
      case 12: return this.standing('corrects');
      case 13: return this.block('gallery', { caption: this.maybe(true) }, {}, random.many(0, 3, () => this.picture()));
      case 14: return this.media();
      case 15: return this.block('document', { title: this.maybe(false) }, { ...(random.chance(4) ? {} : { file: `${'cd'.repeat(32)} 48213 application/pdf plan.pdf` }), ...(random.chance(2) ? { address: 'https://example.org/plan.pdf' } : {}) });
      default: return this.block('paragraph', { text: this.maybe(true) });
    }
  }

  private made(): Record<string, string> {
    return this.random.chance(3) ? { made: this.random.pick(['digitalCapture', 'humanEdits', 'trainedAlgorithmicMedia']) } : {};
  }

  private picture(): Block {
    const values = { file: `${'ab'.repeat(32)} 1600x900`, address: '/media/harbour.jpg', ...(this.random.chance(2) ? { focus: '0.5 0.25' } : {}), ...this.made() };
    return this.block('picture', { caption: this.maybe(true), credit: this.maybe(false), alt: this.maybe(false) }, values);
  }

  // A story that is still to be chosen has no code yet.
  private standing(kind: string): Block {
    return this.block(kind, { text: this.maybe(false) }, this.random.chance(4) ? {} : { code: this.random.pick(['1125546', '7', '000123456789012345']) });
  }

  private media(): Block {
    const { random } = this;
    const values = {
      ...(random.chance(4) ? {} : { type: random.pick(['audio', 'video']) }), ...(random.chance(4) ? {} : { file: `${'ef'.repeat(32)} 48213 audio/mpeg bells.mp3` }), ...(random.chance(3) ? { address: 'https://example.org/bells.mp3' } : {}),
      ...(random.chance(2) ? { seconds: String(random.below(4_000)) } : {}), ...(random.chance(3) ? { poster: `${'01'.repeat(32)} 1280x720` } : {}), ...this.made(),
    };
    return this.block('media', { title: this.maybe(false), caption: this.maybe(true), credit: this.maybe(false), transcript: this.maybe(true) }, values);
  }

  runs(isRich: boolean): Run[] {
    const runs: Run[] = [];
    for (const run of this.random.many(1, 4, () => this.run(isRich))) {
      const last = runs.at(-1);
      if (last && 'text' in last && 'text' in run && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' })) last.text += run.text;
      else runs.push(run);
    }
    return runs;
  }

  private run(isRich: boolean): Run {
    const { random } = this;
    return random.chance(9)
      ? { choice: [{ text: random.chance(3) ? [] : [this.words(isRich)], ...stamps[0] }, { text: [this.words(isRich)], ...stamps[1] }] }
      : this.words(isRich);
  }

  private words(isRich: boolean): WordsRun {
    const { random } = this;
    const run: WordsRun = { text: random.pick(words) };
    if (!isRich) return run;
    const emphasis = emphases.filter(() => random.chance(5));
    if (emphasis.length > 0) run.emphasis = emphasis;
    if (random.chance(6)) run.link = random.pick(['/news/1125546', 'https://example.org/', 'mailto:desk@example.org']);
    if (random.chance(8)) run.was = random.pick(['0a1b', 'ff']);
    return run;
  }

  private maybe(isRich: boolean): Run[] | undefined {
    return this.random.chance(4) ? undefined : this.runs(isRich);
  }

  private kept(isRich: boolean): Run[] | undefined {
    return this.random.chance(3) ? [] : this.maybe(isRich);
  }

  private item(): Block {
    const { random } = this;
    const values = { ...(random.chance(3) ? {} : { depth: String(random.below(3)) }), ...(random.chance(4) ? { ordered: random.pick(['true', 'false']) } : {}), ...(random.chance(4) ? { number: String(random.below(9) - 2) } : {}) };
    return this.block('item', { text: this.maybe(true) }, values);
  }

  private table(): Block {
    const { random } = this;
    const columns = random.many(0, 3, () => this.block('column', {}, random.chance(2) ? { align: random.pick(['Start', 'Center', 'End']) } : {}));
    const row = (kind: string): Block => this.block(kind, Object.fromEntries(columns.map(column => [column.id, this.kept(true)])));
    return this.block('table', { caption: this.kept(false) }, random.chance(2) ? { aligned: random.pick(['true', 'false']) } : {},
      [...columns, ...(random.chance(2) ? [row('head')] : []), ...random.many(0, 3, () => row('row'))]);
  }

  block(kind: string, texts: Record<string, Run[] | undefined> = {}, values: Record<string, string> = {}, blocks: Block[] = []): Block {
    const { random } = this;
    const choices: ValueChoice[] | undefined = random.chance(9)
      ? [{ name: 'kind', options: [{ value: 'paragraph', ...stamps[0] }, { value: 'heading', ...stamps[1] }] }, ...(kind === 'heading' ? [{ name: 'level', options: [{ ...stamps[0] }, { value: '3', ...stamps[1] }] }] : [])]
      : undefined;
    return tidy({
      id: `b${this.next++}`, kind, origin: random.chance(6) ? `b${random.below(50)}` : undefined, texts: texts as Record<string, Run[]>, values,
      removal: random.chance(12) ? random.pick(stamps) : undefined, choices, blocks,
    });
  }
}

function tidy(block: Block): Block {
  const texts = Object.fromEntries(Object.entries(block.texts ?? {}).filter(([, runs]) => runs));
  return Object.fromEntries(Object.entries({ ...block, texts }).filter(([, value]) => value && Object.keys(value).length > 0)) as unknown as Block;
}
