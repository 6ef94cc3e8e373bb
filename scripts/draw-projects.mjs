// Draws the projects of src/ and their references as docs/pictures/projects.svg, from the project files.
// node scripts/draw-projects.mjs [--check]   with --check nothing is written; it fails where the drawing is stale
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs/pictures/projects.svg');
const projects = new Map(readdirSync(join(root, 'src')).filter(name => existsSync(join(root, 'src', name, `${name}.csproj`))).sort().map(name => {
  const file = readFileSync(join(root, 'src', name, `${name}.csproj`), 'utf8');
  const uses = [...file.matchAll(/<ProjectReference Include="[^"]*?([^"/\\]+)\.csproj"/g)].map(match => match[1]);
  const about = /<Description>([^<]*)<\/Description>/.exec(file)?.[1] ?? '';
  return [name, { name, uses, about }];
}));

// A reference that also follows from others is not drawn.
function reaches(from, to, without) {
  return projects.get(from).uses.some(next => !(from === without && next === to) && (next === to || reaches(next, to)));
}
const arrows = [...projects.values()].flatMap(({ name, uses }) => uses.filter(use => !reaches(name, use, name)).map(use => [name, use]));

const levels = new Map();
function level(name) {
  if (!levels.has(name)) {
    levels.set(name, 1 + Math.max(-1, ...projects.get(name).uses.map(level)));
  }
  return levels.get(name);
}
// An arrow over several rows gets a narrow place in each row between, so that it passes beside the boxes there.
const rows = [];
for (const name of projects.keys()) {
  (rows[level(name)] ??= []).push(name);
}
const steps = arrows.map(([from, to]) => {
  const between = Array.from({ length: level(from) - level(to) - 1 }, (_, at) => `${from}>${to}#${level(from) - 1 - at}`);
  between.forEach(stop => rows[+stop.split('#')[1]].push(stop));
  return [from, ...between, to];
});
const pairs = steps.flatMap(stops => stops.slice(1).map((stop, at) => [stops[at], stop]));

// Each row is ordered by where its neighbours stand, a few times up and down.
const [width, boxWidth, boxHeight, rowHeight, margin, gap, lane] = [1180, 206, 64, 118, 20, 22, 26];
const places = new Map();
const widthOf = name => (projects.has(name) ? boxWidth : lane);
const place = () => rows.forEach(row => {
  const all = row.reduce((sum, name) => sum + widthOf(name), 0);
  const space = Math.min(gap * 4, (width - 2 * margin - all) / (row.length + 1));
  let x = (width - all - space * (row.length - 1)) / 2;
  row.forEach(name => {
    places.set(name, x + widthOf(name) / 2);
    x += widthOf(name) + space;
  });
});
place();
for (let round = 0; round < 24; round++) {
  for (const row of round % 2 ? [...rows].reverse() : rows) {
    const keys = new Map(row.map(name => {
      const near = pairs.filter(pair => pair.includes(name)).map(([from, to]) => places.get(from === name ? to : from));
      return [name, near.length ? near.reduce((sum, at) => sum + at, 0) / near.length : width / 2];
    }));
    row.sort((a, b) => keys.get(a) - keys.get(b) || (a < b ? -1 : 1));
    place();
  }
}

const height = margin * 2 + (rows.length - 1) * rowHeight + boxHeight;
const boxes = new Map(rows.flatMap((row, number) => row.map(name => [name, { x: places.get(name), y: margin + (rows.length - 1 - number) * rowHeight }])));
const round = number => Math.round(number * 10) / 10;
const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const spread = (name, side, pair) => {
  const all = pairs.filter(each => each[side] === name).sort((a, b) => places.get(a[1 - side]) - places.get(b[1 - side]));
  return places.get(name) + (projects.has(name) ? (all.indexOf(pair) - (all.length - 1) / 2) * Math.min(22, (boxWidth - 30) / all.length) : 0);
};
const lines = steps.map(stops => {
  let path = '';
  stops.slice(1).forEach((stop, at) => {
    const pair = pairs.find(([from, to]) => from === stops[at] && to === stop);
    const isLast = at === stops.length - 2;
    const [x1, x2] = [spread(stops[at], 0, pair), spread(stop, 1, pair)];
    const [y1, y2] = [boxes.get(stops[at]).y + boxHeight, boxes.get(stop).y - (isLast ? 7 : 0)];
    const bend = (y2 - y1) / 2;
    path += `${path ? 'L' : 'M'}${round(x1)} ${round(y1)}C${round(x1)} ${round(y1 + bend)} ${round(x2)} ${round(y2 - bend)} ${round(x2)} ${round(y2)}`;
  });
  return `<path class="arrow" d="${path}" marker-end="url(#head)"/>`;
});
const wrap = text => text.split(' ').reduce((all, word) => {
  const last = all.at(-1);
  return last.length + word.length > 31 ? [...all, word] : [...all.slice(0, -1), last ? `${last} ${word}` : word];
}, ['']).slice(0, 2);
const cards = [...boxes].filter(([name]) => projects.has(name)).map(([name, { x, y }]) => {
  const about = wrap(projects.get(name).about);
  return `<g><rect class="box" x="${round(x - boxWidth / 2)}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="6"/>`
    + `<text class="name" x="${round(x)}" y="${y + (about[0] ? 22 : 37)}">${escape(name)}</text>`
    + about.map((line, at) => line && `<text class="about" x="${round(x)}" y="${y + 39 + at * 14}">${escape(line)}</text>`).join('') + '</g>';
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The projects and what each refers to">
<style>
svg { background: #fdfcf9; font-family: system-ui, sans-serif; }
.box { fill: #fff; stroke: #8a8378; } .name { font-weight: 600; font-size: 14px; fill: #16130f; text-anchor: middle; }
.about { font-size: 11px; fill: #5c564d; text-anchor: middle; } .arrow { fill: none; stroke: #8c2f1c; stroke-width: 1.2; } .head { fill: #8c2f1c; }
@media (prefers-color-scheme: dark) {
svg { background: #16161a; } .box { fill: #212126; stroke: #8d877d; } .name { fill: #ece8e1; } .about { fill: #aaa397; } .arrow { stroke: #f09a8c; } .head { fill: #f09a8c; }
}
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>
${[...lines, ...cards].join('\n')}
</svg>
`;
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== svg) {
    console.error('docs/pictures/projects.svg is stale: node scripts/draw-projects.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, svg);
}
