// Sky, water, trees, rocks, birds.
import { INK, PAPER, arc, box, clamp, curve, mix, smoothstep } from './ink.mjs';

/** How far inside a bank of clouds a point is: below 0 outside, up to 1 within. */
export function cloudBank(sheet, clouds) {
  const puffs = clouds.flatMap(({ x, y, w, h }) => {
    const n = 5 + Math.round(w / 90);
    return Array.from({ length: n }, (_, i) => {
      const k = (i + 0.5) / n, lift = Math.sin(k * Math.PI);
      return { x: x + (k - 0.5) * w, floor: y + h * 0.25, y: y - lift * h * 0.3, r: (h * (0.35 + 0.45 * lift)) * sheet.between(0.75, 1.2), wide: (w / n) * sheet.between(1, 1.6) };
    });
  });
  return (x, y) => {
    let best = -1;
    for (const p of puffs) {
      const ry = y > p.y ? Math.max(8, p.floor - p.y) : p.r;
      best = Math.max(best, 1 - Math.hypot((x - p.x) / p.wide, (y - p.y) / ry));
    }
    return best;
  };
}

export function sky(sheet, { top = 0, bottom, clouds = [], dark = 0.42, pale = 0.14, gap = 8, tint = null, light = () => 1 }) {
  const inside = cloudBank(sheet, clouds);
  if (tint) sheet.shape(box(0, top, sheet.width, bottom - top), { fill: tint, line: 0 });
  if (tint) for (const run of cloudShapes(sheet, inside, top, bottom, gap)) sheet.shape(run, { fill: PAPER, line: 0 });
  sheet.engrave(box(0, top, sheet.width, bottom - top), {
    gap, step: 8, wobble: 1.6,
    tone: (x, y) => {
      const ragged = inside(x, y) + (sheet.noise(x / 24, y / 5) - 0.5) * 0.22;
      const base = mix(dark, pale, clamp((y - top) / (bottom - top))) * (0.8 + 0.4 * sheet.noise(x / 190, y / 40)) * light(x, y);
      if (ragged < 0) return base;
      return ragged > 0.22 && inside(x + 22, y + 26) < 0.16 ? base * 0.42 : 0;
    },
  });
}

function cloudShapes(sheet, inside, top, bottom, gap) {
  const out = [];
  for (let y = top; y < bottom; y += gap) {
    let start = null;
    for (let x = 0; x <= sheet.width + 8; x += 8) {
      const on = x <= sheet.width && inside(x, y + gap / 2) > 0;
      if (on && start === null) start = x;
      if (!on && start !== null) { out.push(box(start, y, x - start, gap + 0.5)); start = null; }
    }
  }
  return out;
}

/** Water seen flat: lens-shaped strokes that lengthen and open towards the viewer. */
export function water(sheet, { top, bottom, left = 0, right = sheet.width, tone = 0.5, near = 17, far = 4, tint = null, shadow = () => 0, swell = 1 }) {
  if (tint) sheet.shape(box(left, top, right - left, bottom - top), { fill: tint, line: 0 });
  let d = '';
  for (let y = top + 1, gap = far; y < bottom; y += gap) {
    const k = (y - top) / (bottom - top);
    gap = mix(far, near, k);
    const points = [], halves = [], phase = sheet.between(0, 9), length = mix(40, 130, k);
    for (let x = left; x <= right; x += 6) {
      const n = sheet.noise(x / length + phase * 50, y / 7) * 0.65 + sheet.noise(x / (length * 3), y / 40) * 0.35;
      const t = clamp((n - 0.36) * 2.1) * tone + shadow(x, y) * (0.55 + 0.6 * n);
      points.push([x, y + Math.sin(x / (length * 0.36) + phase) * gap * 0.3 * swell]);
      halves.push((clamp(t, 0, 1) * gap) / 2);
    }
    d += sheet.ribbonPath(points, halves, 0.28);
  }
  sheet.add(`<path d="${d}" fill="${INK}"/>`);
}

/** A crown of leaf marks over a few overlapping lumps. */
export function foliage(sheet, cx, cy, rx, ry, { tint = PAPER, dense = 1, mark = 9 } = {}) {
  const lumps = [[0, 0, 0.72]];
  for (let i = 0; i < 9; i++) {
    const a = (i / 9) * Math.PI * 2 + sheet.between(-0.2, 0.2);
    lumps.push([Math.cos(a) * 0.58, Math.sin(a) * 0.58, sheet.between(0.32, 0.46)]);
  }
  for (const [x, y, r] of lumps) sheet.disc(cx + x * rx, cy + y * ry, r * rx, r * ry, { fill: tint, line: 0 });
  const marks = [], heavy = [];
  const count = Math.round((rx * ry) / (mark * mark) * 2.6 * dense);
  for (let i = 0; i < count; i++) {
    const [lx, ly, lr] = lumps[Math.floor(sheet.rnd() * lumps.length)];
    const a = sheet.between(0, Math.PI * 2), q = Math.sqrt(sheet.rnd());
    const ux = lx + Math.cos(a) * lr * q, uy = ly + Math.sin(a) * lr * q;
    const shade = 0.42 + 0.42 * (ux * 0.6 + uy * 0.8) + 0.3 * (Math.cos(a - 0.9) * q);
    if (sheet.rnd() > shade + 0.12) continue;
    const x = cx + ux * rx, y = cy + uy * ry, s = mark * sheet.between(0.6, 1.1), t = sheet.between(-0.5, 0.5);
    const leaf = [[-s, s * 0.3 + t], [-s * 0.55, -s * 0.42], [0, s * 0.22], [s * 0.5, -s * 0.36], [s, s * 0.35 - t]].map(([m, n]) => [x + m, y + n]);
    (shade > 0.72 ? heavy : marks).push(leaf);
  }
  sheet.strokes(marks, mark * 0.2);
  sheet.strokes(heavy, mark * 0.36);
}

export function tree(sheet, x, y, height, { tint = PAPER, wide = 0.62, dense = 1 } = {}) {
  const w = height * 0.035, top = y - height * 0.55;
  const trunk = curve([[x - w * 1.7, y], [x - w, y - height * 0.1], [x - w * 0.7, top], [x + w * 0.7, top], [x + w, y - height * 0.1], [x + w * 1.9, y]]);
  sheet.shape(trunk, { line: 2 });
  sheet.engrave(trunk, { angle: 84, gap: 5, tone: (px) => 0.35 + 0.6 * clamp((px - x + w) / (2 * w)) });
  for (const side of [-1, 1]) sheet.stroke(curve([[x, y - height * 0.4], [x + side * height * 0.07, y - height * 0.52], [x + side * height * 0.16, y - height * 0.6]]), w * 0.7);
  foliage(sheet, x, y - height * 0.66, height * wide * 0.5, height * 0.36, { tint, dense, mark: Math.max(5, height * 0.03) });
}

export function bareTree(sheet, x, y, height, { lean = 0, width = height * 0.05, frost = false } = {}) {
  const limbs = new Map();
  const grow = (px, py, a, length, w, depth) => {
    const ex = px + Math.cos(a) * length, ey = py + Math.sin(a) * length;
    const bow = [mix(px, ex, 0.5) + sheet.between(-1, 1) * length * 0.09, mix(py, ey, 0.5)];
    const key = Math.max(1.1, Math.round(w * 2) / 2);
    if (!limbs.has(key)) limbs.set(key, []);
    limbs.get(key).push(curve([[px, py], bow, [ex, ey]], false, 5));
    if (depth === 0 || w < 0.7) return;
    const forks = depth > 4 ? 2 : sheet.rnd() < 0.55 ? 3 : 2;
    for (let i = 0; i < forks; i++) {
      const spread = (i - (forks - 1) / 2) * sheet.between(0.5, 0.85) + sheet.between(-0.16, 0.16);
      grow(ex, ey, a + spread - Math.cos(a) * 0.05, length * sheet.between(0.66, 0.84), w * 0.66, depth - 1);
    }
  };
  grow(x, y, -Math.PI / 2 + lean, height * 0.27, width, 7);
  const all = [...limbs].sort((m, n) => n[0] - m[0]);
  if (frost) for (const [w, list] of all) sheet.strokes(list.map((p) => p.map(([m, n]) => [m - 1.6, n - 1.6])), w + 2.4, PAPER);
  for (const [w, list] of all) sheet.strokes(list, w);
  const foot = curve([[x - width * 1.5, y + 4], [x - width * 0.6, y - height * 0.06], [x, y - height * 0.12], [x + width * 0.6, y - height * 0.06], [x + width * 1.6, y + 4]]);
  sheet.shape(foot, { fill: INK, line: 0 });
}

export function conifer(sheet, x, y, height) {
  const rows = 9, points = [[x, y - height]];
  for (let i = 1; i <= rows; i++) points.push([x + height * 0.24 * (i / rows) * sheet.between(0.8, 1.15), y - height * (1 - i / rows * 0.92)], [x + height * 0.12 * (i / rows), y - height * (1 - i / rows * 0.92) - 3]);
  for (let i = rows; i >= 1; i--) points.push([x - height * 0.12 * (i / rows), y - height * (1 - i / rows * 0.92) - 3], [x - height * 0.24 * (i / rows) * sheet.between(0.8, 1.15), y - height * (1 - i / rows * 0.92)]);
  sheet.shape(points, { fill: INK, line: 1.5 });
  sheet.line(x, y, x, y - height * 0.1, height * 0.04);
  sheet.engrave(points, { angle: 62, gap: height * 0.05, ink: PAPER, tone: (px) => (px < x - 2 ? 0.3 : 0) });
}

export function rock(sheet, points, { fill = PAPER, gap = 8, dark = 0.8 } = {}) {
  const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  sheet.shape(points, { fill, line: 3 });
  const tone = (x, y) => {
    const along = x * 0.86 + y * 0.5, across = y * 0.86 - x * 0.5;
    const n = sheet.noise(along / 120, across / 22) * 0.65 + sheet.noise(along / 34, across / 9) * 0.35;
    return clamp((n - 0.4) * 1.7 + 0.3 * ((x - x0) / (x1 - x0)) + 0.34 * ((y - y0) / (y1 - y0)) - 0.06, 0.1, dark);
  };
  sheet.engrave(points, { angle: 68, gap, tone, wobble: 2 });
  sheet.engrave(points, { angle: 12, gap: gap * 1.2, tone: (x, y) => tone(x, y) - 0.4, wobble: 2 });
}

export function gullInFlight(sheet, x, y, size, { turn = 0, flip = false } = {}) {
  sheet.place(x, y, size / 100, () => {
    const far = curve([[-4, -6], [-14, -34], [-40, -56], [-62, -58], [-38, -40], [-20, -12], [-2, 4]], true);
    const near = curve([[10, -4], [34, -34], [66, -46], [100, -36], [70, -30], [44, -12], [20, 8]], true);
    sheet.shape(far, { line: 2.6 });
    sheet.engrave(far, { angle: 55, gap: 5, tone: 0.5 });
    const body = curve([[-40, 14], [-16, -6], [14, -8], [40, -4], [52, 2], [40, 8], [12, 14], [-18, 14], [-52, 20]], true);
    sheet.shape(body, { line: 2.6 });
    sheet.engrave(body, { gap: 4, tone: (px, py) => clamp((py - 4) / 14, 0, 0.6) });
    sheet.shape(near, { line: 2.6 });
    sheet.engrave(near, { angle: -30, gap: 5, tone: (px) => 0.15 + clamp((px - 60) / 30) });
    sheet.shape([[50, 0], [64, 5], [50, 7]], { fill: INK, line: 1 });
    sheet.disc(43, 0, 2, 2, { fill: INK, line: 0 });
  }, { turn, flip });
}

export function farGulls(sheet, spots) {
  sheet.strokes(spots.map(([x, y, s]) => [...curve([[x - s, y - s * 0.35], [x - s * 0.5, y - s * 0.5], [x, y]], false, 5), ...curve([[x, y], [x + s * 0.55, y - s * 0.62], [x + s, y - s * 0.3]], false, 5)]), 3);
}

export function grass(sheet, x0, x1, y0, y1, count, height = 14) {
  const blades = [];
  for (let i = 0; i < count; i++) {
    const x = sheet.between(x0, x1), y = sheet.between(y0, y1), h = height * sheet.between(0.5, 1.2) * mix(0.6, 1.2, (y - y0) / (y1 - y0 + 1));
    for (const k of [-0.4, 0, 0.45]) blades.push([[x, y], [x + k * h * 0.6, y - h * 0.6], [x + k * h * 1.2, y - h]]);
  }
  sheet.strokes(blades, 1.8);
}

export function reeds(sheet, x0, x1, y, count, height) {
  for (let i = 0; i < count; i++) {
    const x = sheet.between(x0, x1), h = height * sheet.between(0.55, 1.1), lean = sheet.between(-0.15, 0.25) * h;
    sheet.stroke(curve([[x, y], [x + lean * 0.3, y - h * 0.6], [x + lean, y - h]], false, 5), sheet.between(2, 4.5));
    if (sheet.rnd() < 0.35) sheet.stroke([[x + lean * 0.8, y - h * 0.9], [x + lean, y - h - 14]], 10);
    else sheet.stroke(curve([[x + lean * 0.3, y - h * 0.6], [x + lean * 0.3 + 18, y - h * 0.72], [x + lean * 0.3 + 34, y - h * 0.6]], false, 5), 2.2);
  }
}

export function foam(sheet, points, size) {
  const puffs = points.map(([x, y]) => [x + sheet.between(-1, 1) * size, y + sheet.between(-1, 1) * size, size * sheet.between(0.4, 1)]);
  for (const [x, y, r] of puffs) sheet.disc(x, y, r, r * 0.85, { line: 0 });
  sheet.strokes(puffs.map(([x, y, r]) => arc(x, y, r * 0.8, r * 0.7, sheet.between(2.6, 3.6), sheet.between(5.2, 6.4), 8)), 2);
}

export { smoothstep };
