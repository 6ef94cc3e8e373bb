// Opens a story of 20,000 words in the demonstration's editor and types. node measure.mjs ORIGIN KEYSTROKES
import { appendFileSync } from 'node:fs';
import puppeteer from '../reader/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js';

const [origin, keystrokes] = [process.argv[2], Number(process.argv[3])];
const words = 20_000;
const inParagraph = 50;
const bars = { open: 1_000, key: 50, bytes: 200_000, growth: 60 };

async function answers() {
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(`${origin}/newsroom/sign-in`).catch(() => null))?.ok) return;
    await new Promise(done => setTimeout(done, 300));
  }
  throw new Error('The demonstration does not answer.');
}

const paragraph = index => Array.from({ length: inParagraph }, (_, word) => `word${(index * 31 + word * 17) % 4_000}`).join(' ');

// A story is begun, and its words are sent as an editor sends them.
async function fill(page) {
  await page.goto(`${origin}/newsroom/stories/new`);
  await page.type('#f-headline', 'The long history of the harbour');
  await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
  const address = page.url();
  const blocks = Array.from({ length: words / inParagraph }, (_, index) => ({ id: `p${index}`, kind: 'paragraph', texts: { text: [{ text: paragraph(index) }] } }));
  const status = await page.evaluate(async (draft, sent) => {
    const opened = await (await fetch(draft)).json();
    const last = opened.draft.blocks?.at(-1)?.id;
    const placed = sent.map(({ id }, index) => ({ id, parent: 'story', ...(index > 0 ? { after: sent[index - 1].id } : last ? { after: last } : {}) }));
    const body = JSON.stringify({ editor: 'bench', request: 'fill', version: opened.version, branch: false, change: { blocks: sent, placed } });
    return (await fetch(draft, { method: 'POST', headers: { 'content-type': 'application/json', RequestVerificationToken: opened.token }, body })).status;
  }, address.replace(/\/edit$/, '/draft'), blocks);
  if (status !== 200) throw new Error(`The story was not taken: ${status}`);
  return address;
}

// From the key until the frame that shows it was painted.
const watch = () => {
  window.painted = [];
  document.addEventListener('keydown', event => {
    const from = event.timeStamp;
    requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.painted.push(performance.now() - from); channel.port2.postMessage(0); });
  }, true);
};

const part = (all, share) => [...all].sort((one, other) => one - other)[Math.min(all.length - 1, Math.floor(all.length * share))];

function report(what, rounds, unit, bar, beside = null) {
  const value = part(rounds, 0.5);
  console.log(`  ${what}: ${value.toFixed(1)} ${unit}${bar ? `; at most ${bar}: ${value <= bar ? 'held' : '**not held**'}` : ''}`);
  if (process.env.STORYPRINT_BENCH_FIGURES) {
    appendFileSync(process.env.STORYPRINT_BENCH_FIGURES, `${JSON.stringify({ Bench: 'editor', What: what, Rounds: rounds, Unit: unit, ...(bar ? { AtMost: bar } : {}), ...(beside ? { Beside: beside } : {}), Load: 0 })}\n`);
  }
  return !bar || value <= bar;
}

await answers();
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--js-flags=--expose-gc', '--enable-precise-memory-info'] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(`${origin}/newsroom/sign-in`);
  await Promise.all([page.waitForNavigation(), page.click('button[value=mira]')]);
  const address = await fill(page);
  let bytes = 0;
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  const opens = [];
  for (let round = 0; round < 5; round++) {
    bytes = 0;
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(count => document.querySelectorAll('.ProseMirror p').length > count, {}, words / inParagraph);
    opens.push(await page.evaluate(() => performance.now()));
  }
  const script = await page.evaluate(async () => {
    const address = [...document.scripts].map(each => each.src).find(src => /editor[^/]*\.js/.test(src));
    return Number((await fetch(address, { cache: 'no-store' })).headers.get('content-length'));
  });
  await page.evaluate(watch);
  await page.evaluate(() => {
    const middle = [...document.querySelectorAll('.ProseMirror p')].filter(each => each.textContent.startsWith('word'))[200];
    middle.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.selectNodeContents(middle);
    range.collapse(false);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.querySelector('.ProseMirror').focus();
  });
  const memory = async () => { await page.evaluate(() => window.gc?.()); return (await page.metrics()).JSHeapUsedSize / 1e6; };
  // Words of five letters, and a paragraph of fifty of them, as people write.
  const keyAt = key => key % (6 * inParagraph) === 6 * inParagraph - 1 ? 'Enter' : key % 6 === 5 ? 'Space' : 'abcde'[key % 6];
  const type = async count => { for (let key = 0; key < count; key++) await page.keyboard.press(keyAt(key)); };
  await type(200);
  const before = await memory();
  await page.evaluate(() => { window.painted = []; });
  await type(keystrokes);
  const painted = await page.evaluate(() => window.painted);
  const after = await memory();
  const held = [
    report('opening a story of 20,000 words', opens, 'ms', bars.open),
    report('a keystroke in it until it is painted, p95', [part(painted, 0.95)], 'ms', bars.key, `median ${part(painted, 0.5).toFixed(1)} ms`),
    report(`memory after ${keystrokes.toLocaleString('en')} keystrokes more than before`, [after - before], 'MB', bars.growth, `${before.toFixed(0)} MB before`),
    report('the script of the editor, packed', [script / 1000], 'kB', bars.bytes / 1000, `${(bytes / 1000).toFixed(0)} kB with page, style, fonts and draft`),
  ];
  process.exitCode = held.every(Boolean) ? 0 : 1;
} finally {
  await browser.close();
}
