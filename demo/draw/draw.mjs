// Draws the demo pictures: node draw.mjs [outdir] [name ...]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Sheet } from './ink.mjs';
import * as shore from './shore.mjs';
import * as streets from './streets.mjs';
import * as rooms from './rooms.mjs';
import * as open from './open-air.mjs';

const SIZES = { lighthouse: [1200, 1500], archive: [1200, 1500], museum: [1200, 1200], tideGauge: [1200, 1200], seabirds: [1200, 1200] };
const scenes = { ...shore, ...streets, ...rooms, ...open };
const [outdir = 'svg', ...wanted] = process.argv.slice(2);
mkdirSync(outdir, { recursive: true });

/** Each picture has its own seed, from its name, so that redrawing one never changes another. */
const seedOf = (name) => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 1911);

for (const [scene, draw] of Object.entries(scenes)) {
  const name = scene.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  if (wanted.length && !wanted.includes(name)) continue;
  const sheet = new Sheet(...(SIZES[scene] ?? [1600, 900]), seedOf(name) % 100000);
  draw(sheet);
  writeFileSync(`${outdir}/${name}.svg`, sheet.svg());
  console.log(`${name} ${sheet.width}×${sheet.height}`);
}

// The library was drawn first, for the printed page; it only grows to the width of the others.
if (!wanted.length || wanted.includes('library')) {
  const drawn = readFileSync(new URL('library.svg', import.meta.url), 'utf8');
  writeFileSync(`${outdir}/library.svg`, drawn.replace('viewBox="0 0 1200 560"', 'viewBox="0 0 1200 560" width="1600" height="747"') + '\n');
}
