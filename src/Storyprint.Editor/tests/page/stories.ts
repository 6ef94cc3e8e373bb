import type { Block } from '../../src/wire/types';

const at = '2026-11-28T09:00:00.0000000+00:00';

/** Stories to look at, with every kind of block and with choices. */
export const stories: Record<string, Block> = {
  en: {
    id: 'story', kind: 'story',
    texts: { kicker: [{ text: 'Harbour' }], headline: [{ text: 'The old bridge opens again in May' }], standfirst: [{ text: 'After two winters of repairs, walkers and bicycles come back first; cars have to wait until the autumn.' }], dateline: [{ text: 'Hamburg' }] },
    values: { language: 'en' },
    blocks: [
      { id: 'by1', kind: 'byline', texts: { text: [{ text: 'Sara Lind' }] } },
      { id: 'p1', kind: 'paragraph', texts: { text: [{ text: 'The bridge over the inner harbour opens on ' }, { text: '3 May', emphasis: ['strong'] }, { text: ', the port authority said. It had been ' }, { text: 'closed', link: '/news/1125546' }, { text: ' since a storm damaged two of its piers.' }] } },
      { id: 'p2', kind: 'paragraph', texts: { text: [{ text: 'Tickets for the first crossing cost ' }, { choice: [{ text: [{ text: 'four euros' }], who: 'Ines Berg', at }, { text: [{ text: 'nothing for children, four euros for others' }], who: 'Omid', at }] }, { text: '.' }] } },
      { id: 'h1', kind: 'heading', values: { level: '2' }, texts: { text: [{ text: 'What was mended' }] }, choices: [{ name: 'level', options: [{ value: '2', who: 'Ines Berg', at }, { value: '3', who: 'Omid', at }] }] },
      { id: 'l1', kind: 'list', values: { ordered: 'true' }, blocks: [{ id: 'i1', kind: 'item', values: { depth: '0' }, texts: { text: [{ text: 'Both piers' }] } }, { id: 'i2', kind: 'item', values: { depth: '1', ordered: 'false' }, texts: { text: [{ text: 'the northern one down to the ground' }] } }, { id: 'i3', kind: 'item', values: { depth: '0' }, texts: { text: [{ text: 'The railings and the lamps' }] } }] },
      { id: 'q1', kind: 'quotation', texts: { speaker: [{ text: 'Lena Brandt, harbour master' }] }, blocks: [{ id: 'q1a', kind: 'passage', texts: { text: [{ text: 'We looked at every bolt. Some of them were older than my grandmother.' }] } }] },
      { id: 'p3', kind: 'paragraph', texts: { text: [{ text: 'A small exhibition in the library shows how it was built.' }] }, removal: { who: 'Omid', at } },
      { id: 't1', kind: 'table', texts: { caption: [{ text: 'Crossings a day' }] }, blocks: [{ id: 'c1', kind: 'column' }, { id: 'c2', kind: 'column', values: { align: 'End' } }, { id: 'th', kind: 'head', texts: { c1: [{ text: 'Year' }], c2: [{ text: 'People' }] } }, { id: 't1a', kind: 'row', texts: { c1: [{ text: '2019' }], c2: [{ text: '12,400' }] } }, { id: 't1b', kind: 'row', texts: { c1: [{ text: '2023' }], c2: [{ text: '14,100' }] } }] },
      { id: 'f1', kind: 'fence', texts: { text: [{ text: 'Desk: the number of bolts comes from the port authority; ask again before Friday.' }] } },
      { id: 'pic', kind: 'picture', values: { file: `${'ab'.repeat(32)} 1600x900`, address: '/picture.svg', focus: '0.75 0.33' }, texts: { caption: [{ text: 'The lamp at the northern pier.' }], credit: [{ text: 'Sara Lind' }], alt: [{ text: 'A yellow lamp over grey water' }] } },
      { id: 'u1', kind: 'pullquote', texts: { text: [{ text: 'Some of them were older than my grandmother.' }], speaker: [{ text: 'Lena Brandt' }] } },
      { id: 'k1', kind: 'break' },
      { id: 'p4', kind: 'paragraph', texts: { text: [{ text: 'The first walkers may cross at nine in the morning.' }] } },
      { id: 'to1', kind: 'topic', texts: { text: [{ text: 'Bridges' }] } },
      { id: 'n1', kind: 'note', texts: { text: [{ text: 'An earlier version said that the bridge opens in June.' }] }, values: { at } },
    ],
  },
  fa: {
    id: 'story', kind: 'story',
    texts: { kicker: [{ text: 'بندر' }], headline: [{ text: 'پل کهنه در اردیبهشت دوباره باز می‌شود' }], standfirst: [{ text: 'پس از دو زمستان تعمیر، نخست پیادگان و دوچرخه‌ها بازمی‌گردند؛ خودروها باید تا پاییز صبر کنند.' }] },
    values: { language: 'fa' },
    blocks: [
      { id: 'by1', kind: 'byline', texts: { text: [{ text: 'سارا لیند' }] } },
      { id: 'p1', kind: 'paragraph', texts: { text: [{ text: 'پل بندر روز سیزدهم اردیبهشت باز می‌شود. این پل از زمانی که توفان دو پایهٔ آن را شکست ' }, { text: 'بسته', emphasis: ['strong'] }, { text: ' بود.' }] } },
      { id: 'p2', kind: 'paragraph', texts: { text: [{ text: 'بلیت نخستین گذر ' }, { choice: [{ text: [{ text: 'چهار یورو' }], who: 'Ines Berg', at }, { text: [{ text: 'برای کودکان رایگان' }], who: 'امید', at }] }, { text: ' است.' }] } },
      { id: 'h1', kind: 'heading', values: { level: '2' }, texts: { text: [{ text: 'چه چیزی تعمیر شد' }] } },
      { id: 'l1', kind: 'list', values: { ordered: 'true' }, blocks: [{ id: 'i1', kind: 'item', values: { depth: '0' }, texts: { text: [{ text: 'هر دو پایه' }] } }, { id: 'i2', kind: 'item', values: { depth: '0' }, texts: { text: [{ text: 'نرده‌ها و چراغ‌ها' }] } }] },
      { id: 'p3', kind: 'paragraph', texts: { text: [{ text: 'The Harbour Post was the first to report it.' }] }, removal: { who: 'امید', at } },
      { id: 'q1', kind: 'quotation', texts: { speaker: [{ text: 'لنا برانت، رئیس بندر' }] }, blocks: [{ id: 'q1a', kind: 'passage', texts: { text: [{ text: 'همهٔ پیچ‌ها را نگاه کردیم.' }] } }] },
    ],
  },
  empty: { id: 'story', kind: 'story' },
};

const sentence = 'The harbour lies still in the morning, and the first boats come in with the wind from the west. ';

/** 20,000 words in 400 paragraphs, to see how it feels to write in. */
stories.long = {
  id: 'story', kind: 'story', texts: { headline: [{ text: 'A long walk around the harbour' }] },
  blocks: Array.from({ length: 400 }, (_, index): Block => ({ id: `p${index}`, kind: index % 12 === 0 ? 'heading' : 'paragraph', texts: { text: [{ text: index % 12 === 0 ? `Part ${index / 12 + 1}` : `${index} ${sentence.repeat(3)}` }] } })),
};

const file = `${'ab'.repeat(32)} 1600x900`;
const picture = (id: string, words: string): Block => ({ id, kind: 'picture', texts: { caption: [{ text: words }], credit: [{ text: 'L. Berg' }] }, values: { file, address: '/picture.svg' } });

/** Every kind of block that holds more than words, and what stands beside a story. */
stories.kinds = {
  id: 'story', kind: 'story', values: { language: 'en', label: 'analysis' },
  texts: { headline: [{ text: 'The old bridge opens again' }], searchHeadline: [{ text: 'Harbour bridge opens' }], sources: [{ text: 'Harbour office\n' }, { text: 'Report of the engineers', link: 'https://example.org/report' }] },
  blocks: [
    { id: 'p1', kind: 'paragraph', texts: { text: [{ text: 'The bridge of the inner harbour opens on 3 May.' }] } },
    { id: 'f1', kind: 'factbox', texts: { title: [{ text: 'The bridge' }] }, blocks: [{ id: 'f1a', kind: 'fact', texts: { text: [{ text: 'Built in 1901 of iron from the old yard.' }] } }, { id: 'f1b', kind: 'fact', values: { item: 'true' }, texts: { text: [{ text: '240 metres long' }] } }, { id: 'f1c', kind: 'fact', values: { item: 'true' }, texts: { text: [{ text: 'Two piers' }] } }] },
    { id: 'q1', kind: 'question', texts: { question: [{ text: 'Why did it take two winters?' }] }, blocks: [{ id: 'q1a', kind: 'passage', texts: { text: [{ text: 'The storm broke both piers.' }] } }] },
    { id: 'q2', kind: 'question', texts: { question: [{ text: 'چه زمانی برای خودروها باز می‌شود؟' }] }, blocks: [{ id: 'q2a', kind: 'passage', texts: { text: [{ text: 'در پاییز.' }] } }] },
    { id: 'g1', kind: 'gallery', texts: { caption: [{ text: 'The harbour in the morning' }] }, blocks: [picture('g1a', 'The old pier'), picture('g1b', 'The new one')] },
    { id: 'm1', kind: 'media', texts: { title: [{ text: 'The bells of the harbour' }], transcript: [{ text: 'Bells.\nThen wind.' }] }, values: { type: 'audio', file: `${'ef'.repeat(32)} 48213 audio/mpeg bells.mp3`, seconds: '61' } },
    { id: 'd1', kind: 'document', texts: { title: [{ text: 'The plan of the repair' }] }, values: { file: `${'cd'.repeat(32)} 1482130 application/pdf plan.pdf` } },
    { id: 'r1', kind: 'related', blocks: [{ id: 'r1a', kind: 'relatedstory', texts: { text: [{ text: 'The library opens its new hall' }] }, values: { code: '1125540' } }, { id: 'r1b', kind: 'relatedstory', texts: { text: [{ text: 'Storm over the harbour' }] } }] },
    { id: 'c1', kind: 'corrects', texts: { text: [{ text: 'Bridge stays closed until June' }] }, values: { code: '1125541' } },
  ],
};
