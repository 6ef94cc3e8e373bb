// The engraver's bench: a sheet, a seeded hand, and lines that swell with the tone under them.

export const INK = '#141414';
export const PAPER = '#ffffff';
export const OCHRE = '#ecd09a';
export const BLUE = '#cbd8df';
export const BRICK = '#dcae98';

const TAU = Math.PI * 2;
const fixed = (n) => Math.round(n * 10) / 10;
export const clamp = (n, low = 0, high = 1) => Math.min(high, Math.max(low, n));
export const mix = (a, b, t) => a + (b - a) * t;
export const smoothstep = (a, b, n) => {
  const t = clamp((n - a) / (b - a));
  return t * t * (3 - 2 * t);
};

/** A reproducible stream of numbers in [0, 1). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth value noise in [0, 1]. */
export function valueNoise(seed) {
  const at = (x, y) => {
    let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2246822519);
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
  };
  return (x, y) => {
    const x0 = Math.floor(x), y0 = Math.floor(y);
    const fx = smoothstep(0, 1, x - x0), fy = smoothstep(0, 1, y - y0);
    return mix(mix(at(x0, y0), at(x0 + 1, y0), fx), mix(at(x0, y0 + 1), at(x0 + 1, y0 + 1), fx), fy);
  };
}

export const box = (x, y, w, h) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];

export function arc(cx, cy, rx, ry = rx, from = 0, to = TAU, steps = 40) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const a = mix(from, to, i / steps);
    return [cx + rx * Math.cos(a), cy + ry * Math.sin(a)];
  });
}

/** A Catmull-Rom curve through the points, as a dense list of points. */
export function curve(points, closed = false, steps = 10) {
  const n = points.length;
  const pick = (i) => (closed ? points[(i + n) % n] : points[clamp(i, 0, n - 1)]);
  const out = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [a, b, c, d] = [pick(i - 1), pick(i), pick(i + 1), pick(i + 2)];
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      out.push([0, 1].map((k) => 0.5 * (2 * b[k] + (c[k] - a[k]) * t
        + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
        + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t)));
    }
  }
  if (!closed) out.push(points[n - 1]);
  return out;
}

const joined = (points) => points.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L');

export class Sheet {
  constructor(width, height, seed) {
    Object.assign(this, { width, height, seed, out: [], clips: 0 });
    this.rnd = seeded(seed);
    this.noise = valueNoise(seed);
  }

  between(a, b) { return mix(a, b, this.rnd()); }

  add(markup) { this.out.push(markup); }

  shape(points, { fill = PAPER, line = 2.5, ink = INK } = {}) {
    this.add(`<path d="M${joined(points)}Z" fill="${fill}" stroke="${line ? ink : 'none'}" stroke-width="${line}"/>`);
    return points;
  }

  stroke(points, line = 2.5, ink = INK) {
    this.add(`<path d="M${joined(points)}" fill="none" stroke="${ink}" stroke-width="${line}"/>`);
  }

  strokes(list, line = 2, ink = INK) {
    if (list.length) this.add(`<path d="${list.map((p) => `M${joined(p)}`).join('')}" fill="none" stroke="${ink}" stroke-width="${line}"/>`);
  }

  line(x1, y1, x2, y2, line = 2.5, ink = INK) { this.stroke([[x1, y1], [x2, y2]], line, ink); }

  path(d, { fill = 'none', line = 2.5, ink = INK } = {}) {
    this.add(`<path d="${d}" fill="${fill}" stroke="${line ? ink : 'none'}" stroke-width="${line}"/>`);
  }

  disc(cx, cy, rx, ry = rx, style = {}) { return this.shape(arc(cx, cy, rx, ry), style); }

  clip(points, draw) {
    const id = `c${++this.clips}`;
    this.add(`<clipPath id="${id}"><path d="M${joined(points)}Z"/></clipPath><g clip-path="url(#${id})">`);
    draw();
    this.add('</g>');
  }

  place(x, y, scale, draw, { flip = false, turn = 0 } = {}) {
    this.add(`<g transform="translate(${fixed(x)} ${fixed(y)}) rotate(${turn}) scale(${flip ? -scale : scale} ${scale})">`);
    draw();
    this.add('</g>');
  }

  /** One swelling line: points with half-widths, broken where the width falls to nothing. */
  ribbonPath(points, halves, least) {
    let d = '', run = [];
    const flush = () => {
      if (run.length > 1) {
        const up = run.map(([p, h]) => [p[0], p[1] - h]);
        const down = run.map(([p, h]) => [p[0], p[1] + h]).reverse();
        d += `M${joined([...up, ...down])}Z`;
      }
      run = [];
    };
    points.forEach((p, i) => (halves[i] > least ? run.push([p, halves[i]]) : flush()));
    flush();
    return d;
  }

  /** Fill an area with parallel lines whose width follows `tone(x, y)` from 0 (paper) to 1 (solid). */
  engrave(area, { angle = 0, gap = 8, tone = 0.3, bend = null, step = 9, ink = INK, least = 0.07, wobble = 0.6 } = {}) {
    const a = (angle * Math.PI) / 180, ux = Math.cos(a), uy = Math.sin(a);
    const flat = area.map(([x, y]) => [x * ux + y * uy, -x * uy + y * ux]);
    const vs = flat.map((p) => p[1]), reach = bend ? 120 : 0;
    const toneAt = typeof tone === 'function' ? tone : () => tone;
    let d = '';
    const first = Math.ceil((Math.min(...vs) - reach) / gap) * gap + gap * 0.37;
    const us = flat.map((p) => p[0]);
    for (let v = first; v < Math.max(...vs) + reach; v += gap) {
      let cuts = [];
      if (bend) cuts = [Math.min(...us), Math.max(...us)];
      else {
        for (let i = 0; i < flat.length; i++) {
          const p = flat[i], q = flat[(i + 1) % flat.length];
          if ((p[1] > v) !== (q[1] > v)) cuts.push(p[0] + ((v - p[1]) / (q[1] - p[1])) * (q[0] - p[0]));
        }
        cuts.sort((m, n) => m - n);
      }
      for (let c = 0; c + 1 < cuts.length; c += 2) {
        const count = Math.max(1, Math.ceil((cuts[c + 1] - cuts[c]) / step));
        let up = [], down = [];
        const flush = () => {
          if (up.length > 1) d += `M${joined([...up, ...down.reverse()])}Z`;
          up = []; down = [];
        };
        for (let i = 0; i <= count; i++) {
          const u = mix(cuts[c], cuts[c + 1], i / count);
          const w = v + (bend ? bend(u, v) : 0) + (this.noise(u / 60, v / 9) - 0.5) * wobble * 2;
          const x = u * ux - w * uy, y = u * uy + w * ux;
          const t = clamp(toneAt(x, y), 0, 1.05);
          if (t < least) { flush(); continue; }
          const half = (gap * t) / 2;
          up.push([x + uy * half, y - ux * half]);
          down.push([x - uy * half, y + ux * half]);
        }
        flush();
      }
    }
    if (!d) return;
    if (bend) this.clip(area, () => this.add(`<path d="${d}" fill="${ink}"/>`));
    else this.add(`<path d="${d}" fill="${ink}"/>`);
  }

  svg() {
    const { width: w, height: h } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">`
      + `<rect width="${w}" height="${h}" fill="${PAPER}"/><g stroke-linejoin="round" stroke-linecap="round">`
      + this.out.join('\n')
      + `</g><rect x="2" y="2" width="${w - 4}" height="${h - 4}" fill="none" stroke="${INK}" stroke-width="4"/></svg>\n`;
  }
}

/** Tone of a round thing lit from the left: dark on the right, a thin shadow on the left rim. */
export const roundTone = (cx, r, dark = 0.75, light = 0.08) => (x) => {
  const k = clamp((x - cx) / r, -1, 1);
  return light + dark * Math.max(0, k) ** 1.4 + 0.25 * Math.max(0, -k - 0.7);
};

/** Tone running evenly from one height to another. */
export const fade = (y0, t0, y1, t1) => (x, y) => mix(t0, t1, clamp((y - y0) / (y1 - y0)));
