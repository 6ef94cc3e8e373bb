// Runs Lighthouse over four kinds of page and prints the medians; the exit code is 1 where a bar is not held. node measure.mjs ORIGIN ROUNDS
import { appendFileSync, readFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [origin, rounds] = [process.argv[2], Number(process.argv[3])];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// Bars: the least performance, the latest largest paint in milliseconds, and the most bytes of a first visit.
const bars = {
  front: { performance: .95, paint: 2500, bytes: 350_000 },
  story: { performance: .95, paint: 2500, bytes: 160_000 },
  'Persian story': { performance: .95, paint: 2500, bytes: Infinity },
  'print page': { performance: 0, paint: Infinity, bytes: Infinity },
};

async function text(path) {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(origin + path);
      if (answer.ok) {
        return await answer.text();
      }
      throw new Error(`${path} answers ${answer.status}`);
    } catch (fault) {
      if (tries === 200) {
        throw fault;
      }
      await new Promise(done => setTimeout(done, 300));
    }
  }
}

const lead = async path => /class="card lead[^]*?<h2><a href="([^"]+)"/.exec(await text(path))[1];

// A machine under load loses a trace now and then: that run is none, and is done again.
async function run(chrome, path, tries = 3) {
  const { lhr } = await lighthouse(origin + path, { port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories: categories });
  if (!lhr.runtimeError) {
    return lhr;
  }
  if (tries === 1) {
    throw new Error(`${path}: ${lhr.runtimeError.message}`);
  }
  return await run(chrome, path, tries - 1);
}

async function measure(chrome, path) {
  const lhr = await run(chrome, path);
  const audit = name => lhr.audits[name].numericValue;
  const missed = categories.slice(1).flatMap(category => lhr.categories[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id);
  return {
    ...Object.fromEntries(categories.map(category => [category, lhr.categories[category].score])),
    first: audit('first-contentful-paint'), paint: audit('largest-contentful-paint'), shift: audit('cumulative-layout-shift'), blocked: audit('total-blocking-time'),
    bytes: audit('total-byte-weight'), requests: lhr.audits['network-requests'].details.items, missed,
  };
}

// Print pages are kept out of indexes on purpose, and so their mark is that of all other audits.
function seo(result, isPrint) {
  return isPrint && result.missed.every(audit => audit === 'is-crawlable' || !seoAudits.has(audit)) ? 1 : result.seo;
}
const seoAudits = new Set(['document-title', 'meta-description', 'http-status-code', 'link-text', 'crawlable-anchors', 'is-crawlable', 'robots-txt', 'image-alt', 'hreflang', 'canonical']);

const median = values => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const kinds = { front: '/', story: await lead('/'), 'Persian story': await lead('/fa/') };
kinds['print page'] = kinds.story.replace(/^(\/news\/[^/]+).*/, '$1/print');
const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: flags });
let held = true;
try {
  console.log('reader: Lighthouse, mobile, simulated slow 4G, first visit; median of', rounds);
  console.log('  page            perf   FCP s  LCP s  CLS    TBT ms  kB     access  practices  SEO');
  for (const [kind, path] of Object.entries(kinds)) {
    // Asked for before, for a page may be compressed beside the requests, and pictures are made when they are first asked for.
    await text(path);
    await text(path);
    await measure(chrome, path);
    const results = [];
    for (let round = 0; round < rounds; round++) {
      const result = await measure(chrome, path);
      results.push({ ...result, seo: seo(result, kind === 'print page') });
    }
    const of = name => median(results.map(result => result[name]));
    const bar = bars[kind];
    const good = of('performance') >= bar.performance && of('paint') <= bar.paint && of('bytes') < bar.bytes
      && categories.slice(1).every(category => of(category) === 1);
    held &&= good;
    console.log([
      `  ${kind.padEnd(15)}`, of('performance').toFixed(2).padEnd(6), (of('first') / 1000).toFixed(2).padEnd(6), (of('paint') / 1000).toFixed(2).padEnd(6),
      of('shift').toFixed(3).padEnd(6), of('blocked').toFixed(0).padEnd(7), (of('bytes') / 1000).toFixed(0).padEnd(6),
      of('accessibility').toFixed(2).padEnd(7), of('best-practices').toFixed(2).padEnd(10), of('seo').toFixed(2), good ? '' : ' not held', [...new Set(results.flatMap(result => result.missed))].join(' '),
    ].join(' '));
    const load = Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
    const report = (what, name, unit, scale, bounds) => process.env.STORYPRINT_BENCH_FIGURES && appendFileSync(process.env.STORYPRINT_BENCH_FIGURES, JSON.stringify(
      { Bench: 'reader', What: `${kind}: ${what}`, Rounds: results.map(result => result[name] / scale), Unit: unit, Load: load, ...bounds }) + '\n');
    report('performance', 'performance', 'of 1', 1, { AtLeast: bar.performance || null });
    report('largest paint', 'paint', 's', 1000, { AtMost: Number.isFinite(bar.paint) ? bar.paint / 1000 : null });
    report('first visit', 'bytes', 'kB', 1000, { AtMost: Number.isFinite(bar.bytes) ? bar.bytes / 1000 : null });
    // A thousandth is what Lighthouse shows as nothing.
    report('shift of the layout', 'shift', '', 1, { AtMost: kind === 'print page' ? null : .001 });
    for (const category of categories.slice(1)) {
      report(category, category, 'of 1', 1, { AtLeast: 1 });
    }
    if (process.env.VERBOSE) {
      for (const { url, transferSize, resourceType } of results[0].requests) {
        console.log(`      ${String(transferSize).padStart(7)} ${(resourceType ?? "").padEnd(10)} ${url.replace(origin, '')}`);
      }
    }
  }
} finally {
  chrome.kill();
}
process.exitCode = held ? 0 : 1;
