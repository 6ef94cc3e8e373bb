// Scenes in the town.
import { BLUE, BRICK, INK, OCHRE, PAPER, arc, box, clamp, curve, fade, mix, roundTone, smoothstep } from './ink.mjs';
import { bareTree, farGulls, foliage, grass, sky, tree } from './nature.mjs';
import { bricks, cobbles, crowd, door, figure, house, lampPost, roof, windowPane } from './town.mjs';

function glow(sheet, x, y, r) {
  sheet.disc(x, y, r, r, { fill: OCHRE, line: 2.2 });
  sheet.strokes(Array.from({ length: 12 }, (_, i) => { const a = (i / 12) * Math.PI * 2; return [[x + Math.cos(a) * r * 1.4, y + Math.sin(a) * r * 1.4], [x + Math.cos(a) * r * 2.1, y + Math.sin(a) * r * 2.1]]; }), 2, OCHRE);
}

function awning(sheet, x, y, w, drop, tint) {
  const out = drop * 0.35, n = Math.round(w / 34);
  sheet.shape([[x, y], [x + w, y], [x + w + out, y + drop], [x - out, y + drop]], { line: 3.5 });
  for (let i = 0; i < n; i++) {
    const [a, b] = [i / n, (i + 1) / n].map((k) => [mix(x, x + w, k), mix(x - out, x + w + out, k)]);
    if (i % 2 === 0) { const strip = [[a[0], y], [b[0], y], [b[1], y + drop], [a[1], y + drop]]; sheet.shape(strip, { fill: tint, line: 2 }); sheet.engrave(strip, { angle: 90, gap: 6, tone: 0.28 }); }
    const scallop = arc((a[1] + b[1]) / 2, y + drop, (b[1] - a[1]) / 2, 14, 0, Math.PI, 10);
    sheet.shape(scallop, { fill: i % 2 ? PAPER : tint, line: 2.5 });
  }
}

function crate(sheet, x, y, w, kind) {
  for (let row = 0; row < 2; row++) for (let i = 0; i < w / 17; i++) {
    const fx = x + 8 + i * 17 + (row % 2) * 5, fy = y - 34 - row * 9;
    if (kind === 'fish') { sheet.shape(curve([[fx - 14, fy], [fx, fy - 6], [fx + 14, fy - 1], [fx + 20, fy - 6], [fx + 19, fy + 6], [fx + 14, fy + 1], [fx, fy + 6]], true, 4), { fill: BLUE, line: 1.8 }); }
    else if (kind === 'leaf') foliage(sheet, fx, fy, 13, 11, { mark: 4 });
    else { sheet.disc(fx, fy, 9, 9, { fill: kind, line: 2 }); sheet.stroke(arc(fx, fy, 5.5, 5.5, -0.3, 1.6, 6), 2.4); }
  }
  sheet.shape(box(x, y - 30, w, 30), { line: 2.5 });
  for (const dy of [20, 10]) sheet.line(x, y - dy, x + w, y - dy, 1.8);
  sheet.engrave(box(x, y - 30, w, 30), { gap: 5, tone: (px) => 0.15 + 0.3 * ((px - x) / w) });
}

function stall(sheet, x, y, w, tint, kinds) {
  sheet.engrave(box(x - 4, y - 260, w + 8, 150), { angle: 90, gap: 9, tone: 0.35 });
  for (const px of [x, x + w]) sheet.line(px, y, px, y - 270, 6);
  sheet.shape(box(x, y - 250, w, 140), { fill: OCHRE, line: 2.5 });
  sheet.engrave(box(x, y - 250, w, 140), { angle: 90, gap: 10, tone: (px, py) => 0.12 + 0.4 * smoothstep(0.25, 0.6, Math.abs((px - x) / w - 0.5)) });
  for (let i = 0; i < w / 42 - 1; i++) { const jx = x + 28 + i * 42; sheet.line(jx, y - 250, jx, y - 225, 2); sheet.shape(curve([[jx - 10, y - 205], [jx - 4, y - 226], [jx + 4, y - 226], [jx + 10, y - 205], [jx, y - 196]], true, 5), { fill: i % 2 ? PAPER : tint, line: 2 }); }
  figure(sheet, x + w * 0.5, y - 20, 168, { hat: 'cap', coat: PAPER, arm: 'fore' });
  sheet.shape(box(x - 10, y - 84, w + 20, 84), { line: 3.5 });
  sheet.engrave(box(x - 10, y - 84, w + 20, 84), { angle: 90, gap: 12, tone: fade(y - 84, 0.15, y, 0.7) });
  kinds.forEach((kind, i) => crate(sheet, x - 6 + (i * (w + 12)) / kinds.length, y - 76, (w + 12) / kinds.length - 6, kind));
  awning(sheet, x - 4, y - 320, w + 8, 70, tint);
}

export function market(sheet) {
  sky(sheet, { bottom: 520, dark: 0.95, pale: 0.72, gap: 8, tint: BLUE, clouds: [{ x: 1220, y: 120, w: 300, h: 46 }, { x: 320, y: 90, w: 240, h: 36 }] });
  for (let i = 0; i < 34; i++) sheet.disc(sheet.between(10, 1590), sheet.between(10, 240), sheet.between(2, 4), undefined, { line: 0 });
  const moon = arc(800, 96, 40, 40); sheet.shape(moon, { line: 2 }); sheet.engrave(moon, { gap: 6, tone: (x) => clamp((x - 800) / 60, 0, 0.4) });
  let x = -10;
  for (const [gable, w, h] of [['step', 190, 300], ['point', 160, 240], ['curve', 180, 290], ['flat', 170, 230], ['step', 170, 310], ['point', 180, 260], ['curve', 170, 300], ['point', 200, 250], ['flat', 200, 290]]) { house(sheet, x, 590, w, h, { gable, shade: 0.62, lit: 0.5, litTint: OCHRE }); x += w + 2; }
  sheet.shape(box(0, 560, 1600, 340), { line: 0 });
  sheet.engrave(box(0, 560, 1600, 340), { gap: 9, tone: (px, py) => clamp(0.5 - 0.5 * Math.exp(-(((py - 720) / 90) ** 2)) + 0.35 * smoothstep(780, 900, py), 0, 0.8) });
  cobbles(sheet, 600, 900);
  [[70, 690, 330, BRICK, [OCHRE, 'leaf', BRICK]], [640, 690, 330, OCHRE, ['fish', 'fish', 'leaf']], [1200, 690, 330, BRICK, ['leaf', OCHRE, BRICK]]].forEach((s) => stall(sheet, ...s));
  for (const [a, b] of [[[-10, 190], [520, 250]], [[520, 250], [1080, 250]], [[1080, 250], [1610, 190]]]) {
    const wire = Array.from({ length: 25 }, (_, i) => [mix(a[0], b[0], i / 24), mix(a[1], b[1], i / 24) + 70 * Math.sin((i / 24) * Math.PI)]);
    sheet.stroke(wire, 2.5); sheet.stroke(wire.map(([m, n]) => [m, n - 2]), 1.4, PAPER);
    wire.filter((_, i) => i % 3 === 1).forEach(([m, n]) => glow(sheet, m, n + 14, 11));
  }
  for (const px of [520, 1080]) { sheet.line(px, 740, px, 240, 9, PAPER); sheet.line(px, 740, px, 240, 6); sheet.shape(box(px - 12, 716, 24, 26), { fill: INK }); }
  crowd(sheet, [[160, 770], [225, 778], [420, 760], [590, 800], [700, 772], [800, 782], [1010, 790], [1150, 768], [1290, 780], [1352, 774], [1510, 790]], 176, [INK, PAPER, INK, BLUE]);
  crowd(sheet, [[60, 905], [330, 898], [480, 908], [905, 905], [1215, 902], [1440, 910]], 222, [INK]);
  figure(sheet, 960, 880, 116, { coat: BRICK, hat: 'wool', walk: true });
}

/** A street running away from the viewer: maps (side, up, depth) to the sheet. */
const streetView = (vx, vy, half, ground) => (across, up, depth) => {
  const k = 1 / (1 + depth);
  return [vx + across * half * k, vy + (ground - vy - up * (ground - vy)) * k];
};

function streetRow(sheet, at, side, tints) {
  for (let i = 11; i >= 0; i--) {
    const d0 = i * 0.42 - 0.35, d1 = d0 + 0.42, h = [3.4, 2.8, 3.7, 3.1][i % 4];
    const wall = [at(side, 0, d0), at(side, h, d0), at(side, h, d1), at(side, 0, d1)];
    sheet.shape(wall, { fill: tints[i % tints.length], line: 2.5 });
    sheet.engrave(wall, { angle: 90, gap: 7, tone: (side < 0 ? 0.16 : 0.5) + i * 0.012 });
    for (let f = 0; f < 3; f++) for (const [a, b] of [[0.12, 0.42], [0.58, 0.88]]) {
      const [u0, u1] = f === 0 ? [0.25, 0.75] : [f * 1.02 + 0.15, f * 1.02 + 0.72];
      const e0 = mix(d0, d1, a), e1 = mix(d0, d1, b);
      const pane = [at(side, u0, e0), at(side, u1, e0), at(side, u1, e1), at(side, u0, e1)];
      sheet.shape(pane, { line: 2 });
      sheet.engrave(pane, { angle: 90, gap: 4.5, tone: 0.8 });
      sheet.line(...[at(side, (u0 + u1) / 2, e0), at(side, (u0 + u1) / 2, e1)].flat(), 2, PAPER);
    }
    const eave = [at(side, h, d0), at(side, h + 0.14, d0), at(side, h + 0.14, d1), at(side, h, d1)];
    sheet.shape(eave, { line: 2 });
    const fascia = [at(side, 0.86, d0), at(side, 1.02, d0), at(side, 1.02, d1), at(side, 0.86, d1)];
    sheet.shape(fascia, { line: 2 });
  }
}

export function tram(sheet) {
  sky(sheet, { bottom: 540, dark: 0.4, clouds: [{ x: 760, y: 120, w: 380, h: 100 }, { x: 980, y: 300, w: 300, h: 60 }] });
  const at = streetView(900, 470, 900, 860);
  sheet.shape(box(0, 470, 1600, 430), { line: 0 });
  sheet.engrave(box(0, 470, 1600, 430), { gap: 10, tone: fade(470, 0.4, 900, 0.1) });
  cobbles(sheet, 500, 900);
  streetRow(sheet, at, -1.0, [PAPER, BRICK, PAPER, OCHRE]); streetRow(sheet, at, 1.0, [OCHRE, PAPER, BRICK, PAPER]);
  for (const side of [-1, 1]) {
    const walk = [at(side, 0, -0.4), at(side * 0.74, 0, -0.4), at(side * 0.74, 0, 5), at(side, 0, 5)];
    sheet.shape(walk, { line: 2.5 }); sheet.engrave(walk, { gap: 10, tone: side > 0 ? 0.3 : 0.14 });
  }
  for (const r of [-0.5, -0.12, 0.14, 0.5]) { sheet.line(...at(r, 0, -0.3), ...at(r, 0, 6), 7); sheet.line(...at(r, 0, -0.3), ...at(r, 0, 6), 2.4, PAPER); }
  for (const r of [-0.31, 0.32]) sheet.line(...at(r, 2.4, -0.4), ...at(r, 2.4, 6), 2.4);
  for (const d of [0.25, 0.9, 1.9, 3.2]) { sheet.stroke(curve([at(-1, 2.5, d), at(0, 2.42, d), at(1, 2.5, d)]), 1.8); }
  crowd(sheet, [[1010, 548, 0.5], [880, 540, 0.4], [940, 552, 0.5], [1190, 606, 0.85], [1060, 570, 0.62]], 120, [INK, PAPER]);
  // the car: near end d=0.3, far end d=1.15
  const [l, r, lo, hi, n, f] = [-0.62, 0.02, 0.1, 1.62, 0.18, 0.98];
  const flank = [at(r, lo, n), at(r, hi, n), at(r, hi, f), at(r, lo, f)];
  sheet.shape(flank, { fill: OCHRE, line: 3.5 });
  const lower = [at(r, lo, n), at(r, 0.75, n), at(r, 0.75, f), at(r, lo, f)];
  sheet.shape(lower, { fill: BRICK, line: 2.5 }); sheet.engrave(flank, { angle: 90, gap: 7, tone: 0.42 });
  for (let i = 0; i < 5; i++) { const a = mix(n, f, i / 5 + 0.035), b = mix(n, f, i / 5 + 0.165); const pane = [at(r, 0.82, a), at(r, 1.34, a), at(r, 1.34, b), at(r, 0.82, b)]; sheet.shape(pane, { line: 2.5 }); sheet.engrave(pane, { angle: 62, gap: 6, tone: (x, y) => (sheet.noise(x / 26, y / 70) > 0.5 ? 0.85 : 0.35) }); }
  sheet.shape([at(l, hi, n), at(r, hi, n), at(r, hi, f), at(l, hi, f)], { line: 3 });
  const [x0, y1] = at(l, lo, n), [x1, y0] = at(r, hi, n), w = x1 - x0, h = y1 - y0;
  const face = [[x0 + 6, y1], ...curve([[x0, y0 + h * 0.5], [x0 + 10, y0 + 30], [x0 + w * 0.16, y0 + 4], [x0 + w / 2, y0 - 12], [x1 - w * 0.16, y0 + 4], [x1 - 10, y0 + 30], [x1, y0 + h * 0.5]]), [x1 - 6, y1]];
  sheet.shape(face, { fill: OCHRE, line: 4 });
  const apron = [[x0 + 2, y0 + h * 0.56], [x1 - 2, y0 + h * 0.56], [x1 - 6, y1], [x0 + 6, y1]];
  sheet.shape(apron, { fill: BRICK, line: 3 }); sheet.engrave(apron, { gap: 8, tone: (x) => 0.08 + 0.55 * clamp((x - x0) / w - 0.25) });
  sheet.engrave(face, { gap: 8, tone: (x, y) => (y < y0 + h * 0.2 ? 0.3 : 0.05) });
  for (const [a, b] of [[0.07, 0.3], [0.34, 0.66], [0.7, 0.93]]) {
    const pane = box(x0 + w * a, y0 + h * 0.2, w * (b - a), h * 0.31);
    sheet.shape(pane, { line: 3 }); sheet.engrave(pane, { angle: 58, gap: 7, tone: (x, y) => (Math.sin((x + y) / 46) > -0.1 ? 0.82 : 0.3) });
  }
  figure(sheet, x0 + w * 0.5, y0 + h * 0.86, 230, { hat: 'cap', coat: PAPER });
  sheet.shape(apron, { fill: BRICK, line: 3 }); sheet.engrave(apron, { gap: 8, tone: (x) => 0.08 + 0.55 * clamp((x - x0) / w - 0.25) });
  sheet.shape(box(x0 + w * 0.34, y0 + h * 0.05, w * 0.32, h * 0.1), { line: 3 }); sheet.line(x0 + w * 0.4, y0 + h * 0.1, x0 + w * 0.6, y0 + h * 0.1, 9);
  sheet.disc(x0 + w / 2, y0 + h * 0.74, 34, 34, { line: 4 }); sheet.disc(x0 + w / 2, y0 + h * 0.74, 22, 22, { fill: OCHRE, line: 3 }); sheet.engrave(arc(x0 + w / 2, y0 + h * 0.74, 22, 22), { angle: 40, gap: 5, tone: 0.3 });
  for (const k of [0.14, 0.86]) sheet.disc(x0 + w * k, y0 + h * 0.66, 12, 12, { fill: PAPER, line: 3 });
  sheet.shape(box(x0 - 4, y1 - 12, w + 8, 20), { fill: INK }); sheet.shape([[x0 + 30, y1 + 8], [x1 - 30, y1 + 8], [x1 - 60, y1 + 40], [x0 + 60, y1 + 40]], { line: 3 });
  sheet.engrave([[x0 + 30, y1 + 8], [x1 - 30, y1 + 8], [x1 - 60, y1 + 40], [x0 + 60, y1 + 40]], { angle: 90, gap: 10, tone: 0.7 });
  for (const d of [0.35, 0.75]) { const c = at(r, 0.04, d); sheet.disc(c[0], c[1], 22 / (1 + d), 30 / (1 + d), { fill: INK }); }
  const pole = at(-0.3, hi, 0.5), wire = at(-0.31, 2.4, 0.35); sheet.line(...pole, ...wire, 5); sheet.line(pole[0] - 50, pole[1] + 2, pole[0], pole[1] - 34, 4); sheet.line(pole[0] + 40, pole[1] + 2, pole[0], pole[1] - 34, 4);
  crowd(sheet, [[1330, 800], [1270, 720, 0.8]], 215, [INK, PAPER]);
  figure(sheet, 1180, 790, 205, { hat: 'brim', walk: true, flip: true, bag: true });
  lampPost(sheet, 1440, 860, 420); lampPost(sheet, 130, 850, 420);
  figure(sheet, 215, 845, 230, { hat: 'long', coat: BLUE, skirt: true, scarf: true, bag: true, arm: 'fore' });
}

export function school(sheet) {
  sky(sheet, { bottom: 640, dark: 0.38, clouds: [{ x: 280, y: 120, w: 440, h: 100 }, { x: 1330, y: 170, w: 420, h: 110 }] });
  tree(sheet, 120, 660, 420, { tint: OCHRE }); tree(sheet, 1490, 660, 440, { tint: OCHRE });
  roof(sheet, [[240, 330], [330, 230], [1270, 230], [1360, 330]], { tint: BRICK });
  for (const cx of [420, 1150]) { sheet.shape(box(cx, 170, 44, 90), { line: 3 }); sheet.engrave(box(cx, 170, 44, 90), { gap: 8, tone: roundTone(cx + 14, 30, 0.8) }); }
  const wall = box(256, 330, 1088, 330);
  sheet.shape(wall, { line: 3 }); sheet.engrave(wall, { gap: 8, tone: 0.2 }); bricks(sheet, 260, 330, 1080, 330, { share: 0.16, size: 22 });
  for (let i = 0; i < 4; i++) for (const side of [0, 1]) for (const y of [378, 530]) windowPane(sheet, (side ? 950 : 290) + i * 94, y, 58, 88, { across: 2, down: 4 });
  sheet.shape(box(250, 486, 1100, 14), { line: 2.5 }); sheet.shape(box(246, 322, 1108, 14), { line: 3 });
  const mid = [[660, 660], [660, 300], [800, 190], [940, 300], [940, 660]];
  sheet.shape(mid, { fill: OCHRE, line: 3.5 }); sheet.engrave(mid, { gap: 8, tone: (x) => 0.08 + 0.35 * smoothstep(720, 940, x) });
  sheet.stroke([[644, 312], [800, 188], [956, 312]], 11); sheet.stroke([[650, 308], [800, 190], [950, 308]], 4, PAPER);
  sheet.shape(box(756, 110, 88, 108), { line: 3 }); sheet.engrave(box(756, 110, 88, 108), { gap: 7, tone: roundTone(790, 50, 0.8) });
  windowPane(sheet, 778, 150, 44, 50, { arched: true, across: 1, down: 1 });
  sheet.shape(curve([[790, 186], [792, 164], [800, 156], [808, 164], [810, 186]]), { fill: OCHRE, line: 2.5 });
  roof(sheet, [[742, 112], [800, 30], [858, 112]], { tint: BRICK, angle: 70 }); sheet.line(800, 30, 800, 2, 4); sheet.line(784, 14, 818, 10, 4);
  sheet.disc(800, 290, 40, 40, { line: 4 }); for (let i = 0; i < 12; i++) { const a = (i * Math.PI) / 6; sheet.line(800 + Math.cos(a) * 32, 290 + Math.sin(a) * 32, 800 + Math.cos(a) * 37, 290 + Math.sin(a) * 37, 3); } sheet.stroke([[800, 262], [800, 290], [820, 302]], 4);
  for (const x of [690, 862]) windowPane(sheet, x, 380, 50, 84, { arched: true }); windowPane(sheet, 770, 380, 60, 84, { arched: true });
  sheet.shape([...arc(800, 560, 60, 60, Math.PI, Math.PI * 2, 16), [860, 660], [740, 660]], { line: 3.5 }); door(sheet, 752, 660, 47, 110); door(sheet, 801, 660, 47, 110);
  for (let i = 0; i < 4; i++) sheet.shape(box(710 - i * 14, 652 + i * 11, 180 + i * 28, 11), { line: 2.5 });
  const yard = box(0, 694, 1600, 206); sheet.shape([[0, 660], [660, 660], [660, 694], [940, 694], [940, 660], [1600, 660], [1600, 900], [0, 900]], { line: 0 });
  sheet.engrave(box(0, 662, 660, 32), { gap: 8, tone: 0.3 }); sheet.engrave(box(944, 662, 656, 32), { gap: 8, tone: 0.3 }); sheet.engrave(yard, { gap: 11, tone: (x, y) => 0.1 + 0.5 * smoothstep(0.55, 0.75, sheet.noise(x / 260, y / 18)) });
  sheet.stroke([[150, 850], [390, 700], [560, 700], [500, 850]], 3); for (let i = 1; i < 4; i++) sheet.line(mix(390, 150, i / 4), mix(700, 850, i / 4), mix(560, 500, i / 4), mix(700, 850, i / 4), 3); sheet.line(470, 700, 330, 850, 3);
  const kids = [[470, 770, { coat: BRICK, walk: true, hat: 'hair' }], [350, 800, { coat: PAPER, hat: 'wool' }], [620, 740, { walk: true, hat: 'none', coat: BLUE }], [690, 760, { walk: true, hat: 'long', skirt: true, coat: PAPER }], [980, 770, { arm: 'up', hat: 'hair', coat: OCHRE }], [1120, 790, { arm: 'up', hat: 'none', coat: PAPER, flip: true }], [1190, 740, { hat: 'long', skirt: true, walk: true }], [1290, 760, { hat: 'wool', coat: BRICK, scarf: true }]];
  for (const [x, y, o] of kids) figure(sheet, x, y, 118, o);
  figure(sheet, 860, 742, 160, { hat: 'brim', bag: true, scarf: true });
  sheet.disc(1054, 690, 15, 15, { fill: BRICK, line: 3 }); sheet.stroke(arc(1054, 690, 9, 9, 0, 2, 8), 2.4);
  for (let x = 10; x < 1600; x += 34) { if (x > 690 && x < 910) continue; sheet.line(x, 900, x, 822, 6); sheet.shape([[x - 6, 822], [x, 806], [x + 6, 822]], { fill: INK, line: 1 }); }
  for (const [a, b] of [[0, 690], [910, 1600]]) { sheet.line(a, 838, b, 838, 6); sheet.line(a, 884, b, 884, 6); }
  for (const x of [690, 900]) { sheet.shape(box(x - 22, 790, 44, 110), { line: 3.5 }); sheet.engrave(box(x - 22, 790, 44, 110), { gap: 9, tone: roundTone(x - 6, 26, 0.8) }); sheet.shape(box(x - 29, 778, 58, 14), { line: 3 }); sheet.disc(x, 762, 16, 16, { line: 3 }); sheet.engrave(arc(x, 762, 16, 16), { gap: 5, tone: roundTone(x, 16, 0.9, 0) }); }
  farGulls(sheet, [[560, 150, 13], [600, 130, 11], [1060, 110, 13]]);
}

function loaf(sheet, x, y, w, h, kind) {
  if (kind === 'ring') { sheet.disc(x, y - h / 2, w / 2, h / 2, { fill: OCHRE, line: 2.5 }); sheet.engrave(arc(x, y - h / 2, w / 2, h / 2), { gap: 5, tone: (px, py) => clamp((px - x + py - y + h / 2) / w, 0, 0.7) }); sheet.disc(x, y - h / 2, w * 0.16, h * 0.16, { line: 2.5 }); return; }
  const body = curve([[x - w / 2, y - h * 0.15], [x - w * 0.44, y - h * 0.75], [x, y - h], [x + w * 0.44, y - h * 0.75], [x + w / 2, y - h * 0.15], [x + w * 0.4, y], [x - w * 0.4, y]], true, 6);
  sheet.shape(body, { fill: OCHRE, line: 2.5 });
  sheet.engrave(body, { gap: 5, tone: (px, py) => clamp(0.1 + 0.5 * ((px - x) / w) + 0.6 * ((py - y + h * 0.5) / h), 0, 0.75) });
  const cuts = kind === 'long' ? 4 : 2;
  for (let i = 0; i < cuts; i++) { const cx = x + ((i + 0.5) / cuts - 0.5) * w * 0.75; const slash = curve([[cx - 9, y - h * 0.38], [cx, y - h * 0.72], [cx + 12, y - h * 0.86], [cx + 5, y - h * 0.5]], true, 5); sheet.shape(slash, { line: 2 }); }
}

export function bakery(sheet) {
  const wall = box(0, 0, 1600, 760);
  sheet.shape(wall, { fill: PAPER, line: 0 }); sheet.engrave(wall, { gap: 9, tone: (x, y) => 0.2 + 0.25 * smoothstep(400, 0, y) }); bricks(sheet, 0, 0, 1600, 760, { share: 0.2, size: 34 });
  for (const x of [120, 420, 720, 1120, 1400]) { windowPane(sheet, x, 20, 110, 110, { across: 2, down: 2, lit: x === 720 ? OCHRE : null }); sheet.shape(box(x - 14, 134, 138, 16), { line: 3 }); if (x !== 720) foliage(sheet, x + 55, 128, 64, 18, { mark: 7 }); }
  const front = box(90, 236, 1180, 524); sheet.shape(front, { fill: BRICK, line: 4 }); sheet.engrave(front, { angle: 90, gap: 8, tone: 0.3 });
  const glass = box(130, 330, 760, 300); sheet.shape(glass, { line: 4 });
  sheet.engrave(glass, { angle: 90, gap: 9, tone: (x, y) => 0.75 - 0.62 * Math.exp(-(((x - 510) / 330) ** 2)) });
  sheet.line(510, 330, 510, 372, 3); sheet.shape([[466, 400], [486, 370], [534, 370], [554, 400]], { fill: INK }); sheet.disc(510, 402, 15, 9, { fill: OCHRE, line: 2.5 });
  sheet.clip(glass, () => figure(sheet, 690, 760, 330, { coat: PAPER, hat: 'cap', arm: 'fore', flip: true }));
  for (const y of [470, 552]) { sheet.shape(box(150, y, 330, 10), { line: 2.5 }); for (let i = 0; i < 4; i++) loaf(sheet, 196 + i * 80, y, 72, 50, ['round', 'ring', 'round', 'ring'][(i + (y > 500)) % 4]); }
  sheet.shape(box(130, 612, 760, 18), { line: 3 });
  for (let i = 0; i < 8; i++) loaf(sheet, 190 + i * 92, 612, i % 2 ? 84 : 74, i % 2 ? 44 : 56, i % 2 ? 'long' : 'round');
  for (const x of [385, 640]) sheet.line(x, 330, x, 630, 5);
  for (const [a, b] of [[160, 240], [200, 270], [760, 850]]) sheet.line(b, 345, a, 470, 3, PAPER);
  for (let i = 0; i < 3; i++) { const p = box(140 + i * 252, 650, 236, 92); sheet.shape(p, { fill: BRICK, line: 3 }); sheet.engrave(p, { gap: 8, tone: fade(650, 0.5, 742, 0.15) }); }
  sheet.shape(box(940, 330, 270, 430), { line: 4 }); sheet.engrave(box(940, 330, 270, 430), { angle: 90, gap: 8, tone: 0.5 });
  sheet.shape(box(964, 356, 222, 240), { fill: OCHRE, line: 3.5 }); sheet.engrave(box(964, 356, 222, 240), { angle: 58, gap: 11, tone: (x, y) => (Math.sin((x + y * 0.6) / 50) > 0.2 ? 0.35 : 0.05) });
  sheet.line(1075, 356, 1075, 596, 5); sheet.line(964, 436, 1186, 436, 5); sheet.shape(box(964, 620, 222, 116), { line: 3 }); sheet.disc(1196, 560, 8, 8, { fill: OCHRE, line: 3 });
  awning(sheet, 96, 216, 1168, 104, OCHRE);
  sheet.line(1276, 250, 1430, 250, 6); sheet.stroke(curve([[1276, 310], [1340, 300], [1400, 252]]), 4); sheet.line(1400, 250, 1400, 282, 3);
  const pretzel = curve([[1400, 372], [1352, 330], [1344, 296], [1372, 284], [1400, 316], [1428, 284], [1456, 296], [1448, 330], [1400, 372], [1362, 352], [1400, 336], [1438, 352]], true, 10);
  sheet.add(`<path d="M${pretzel.map((p) => p.map((n) => n.toFixed(1)).join(' ')).join('L')}Z" fill="none" stroke="${INK}" stroke-width="17"/>`); sheet.stroke([...pretzel, pretzel[0]], 11, OCHRE);
  sheet.shape(box(0, 760, 1600, 140), { line: 3 }); sheet.engrave(box(0, 760, 1600, 140), { gap: 10, tone: fade(760, 0.42, 900, 0.14) });
  for (let i = -4; i < 24; i++) sheet.line(800 + (i - 8) * 110, 760, 800 + (i - 8) * 168, 900, 2); sheet.line(0, 812, 1600, 812, 2);
  bicycle(sheet, 1330, 850, 1.25); 
  figure(sheet, 830, 868, 340, { hat: 'long', coat: BLUE, skirt: true, bag: true, arm: 'fore', scarf: true }); figure(sheet, 740, 866, 212, { hat: 'wool', coat: OCHRE, arm: 'fore', flip: true });
  figure(sheet, 80, 876, 350, { hat: 'brim', walk: true, bag: true });
}

function bicycle(sheet, x, y, s) {
  sheet.place(x, y, s, () => {
    for (const wx of [-82, 82]) { sheet.stroke(arc(wx, -56, 54, 54), 6); sheet.stroke(arc(wx, -56, 48, 48), 1.4); sheet.strokes(Array.from({ length: 14 }, (_, i) => [[wx, -56], [wx + Math.cos(i * 0.449) * 48, -56 + Math.sin(i * 0.449) * 48]]), 1.1); }
    sheet.strokes([[[-82, -56], [-30, -130], [60, -128], [0, -52], [-82, -56]], [[0, -52], [-36, -146]], [[60, -128], [82, -56]], [[60, -128], [54, -156], [76, -162], [94, -150]]], 5);
    sheet.shape(curve([[-60, -148], [-36, -156], [-14, -148], [-34, -142]], true, 5), { fill: INK }); sheet.stroke(arc(0, -52, 14, 14), 4);
    const basket = [[66, -150], [130, -150], [120, -108], [74, -108]];
    for (const bx of [84, 100, 114]) loaf(sheet, bx, -146, 16, 40, 'long');
    sheet.shape(basket, { fill: OCHRE, line: 3 }); sheet.engrave(basket, { angle: 45, gap: 7, tone: 0.28 }); sheet.engrave(basket, { angle: -45, gap: 7, tone: 0.28 });
  });
}

function player(sheet, x, y, h, instrument, tint) {
  figure(sheet, x, y, h, { coat: tint, hat: 'cap', arm: 'fore' });
  sheet.place(x, y, h / 100, () => {
    const brass = (pts, w) => { sheet.stroke(pts, w + 2.2); sheet.stroke(pts, w, OCHRE); };
    const bell = (bx, by, dx, dy) => { const p = curve([[bx - dy * 0.25, by + dx * 0.25], [bx + dx * 0.7 - dy * 0.3, by + dy * 0.7 + dx * 0.3], [bx + dx - dy * 0.75, by + dy + dx * 0.75], [bx + dx + dy * 0.75, by + dy - dx * 0.75], [bx + dx * 0.7 + dy * 0.3, by + dy * 0.7 - dx * 0.3], [bx + dy * 0.25, by - dx * 0.25]], false, 5); sheet.shape(p, { fill: OCHRE, line: 1.4 }); sheet.engrave(p, { angle: 80, gap: 2.6, tone: 0.35, step: 3 }); };
    if (instrument === 'trumpet') { brass([[6, -87], [38, -84]], 2.4); brass([[14, -80], [30, -79], [30, -85]], 1.8); bell(36, -84, 12, 1); sheet.strokes([[[18, -90], [18, -80]], [[21, -90], [21, -80]], [[24, -90], [24, -80]]], 1.2); sheet.stroke([[11, -76], [20, -78]], 6, INK); }
    if (instrument === 'trombone') { brass([[6, -87], [60, -72]], 1.6); brass([[60, -72], [61, -66], [14, -78]], 1.6); brass([[-14, -86], [10, -86]], 1.8); bell(14, -80, 14, 3); sheet.stroke([[12, -76], [34, -72]], 5, INK); }
    if (instrument === 'tuba') { brass(curve([[4, -86], [14, -84], [20, -64], [10, -48], [-4, -52], [-6, -70], [4, -78], [12, -64]], false, 6), 4); brass([[20, -64], [20, -96]], 6); bell(20, -94, 2, -18); sheet.stroke([[10, -74], [22, -66]], 6, INK); }
    if (instrument === 'horn') { brass(arc(16, -66, 12, 12), 3); brass([[6, -87], [12, -77]], 1.8); bell(10, -57, -9, 9); sheet.stroke([[10, -76], [20, -70]], 6, INK); }
    if (instrument === 'drum') { sheet.disc(18, -58, 20, 22, { line: 2 }); sheet.engrave(arc(18, -58, 20, 22), { angle: 70, gap: 3, tone: (px) => clamp((px - 14) / 34, 0, 0.5), step: 4 }); sheet.stroke(arc(18, -58, 17, 19), 1.2); sheet.line(12, -76, 30, -62, 2); sheet.disc(31, -61, 3.6, 3.6, { fill: INK }); }
  });
}

export function brassBand(sheet) {
  sky(sheet, { bottom: 620, dark: 0.36, clouds: [{ x: 180, y: 130, w: 360, h: 90 }, { x: 1420, y: 110, w: 380, h: 100 }] });
  tree(sheet, 300, 640, 340, { dense: 1.7 }); tree(sheet, 1310, 640, 350, { dense: 1.7 }); tree(sheet, 90, 660, 560, { tint: OCHRE, dense: 1.5 }); tree(sheet, 1510, 660, 540, { tint: OCHRE, dense: 1.5 });
  const inside = box(330, 270, 940, 330); sheet.shape(inside, { line: 0 }); sheet.engrave(inside, { gap: 8, tone: (x, y) => 0.16 + 0.4 * smoothstep(420, 270, y) });
  for (let i = 0; i < 9; i++) foliage(sheet, 390 + i * 104, 570, 70, 60, { mark: 7 });
  const cover = curve([[250, 270], [420, 214], [640, 120], [800, 70], [960, 120], [1180, 214], [1350, 270]]);
  sheet.shape(cover, { fill: BRICK, line: 4 }); sheet.engrave(cover, { angle: 90, gap: 9, tone: (x, y) => 0.14 + 0.6 * smoothstep(760, 1340, x) });
  for (const k of [-0.72, -0.4, 0, 0.4, 0.72]) sheet.stroke(curve([[800, 70], [800 + k * 240, 150], [800 + k * 550, 268]]), 3);
  sheet.shape(curve([[774, 78], [778, 44], [800, 20], [822, 44], [826, 78]]), { fill: OCHRE, line: 3 }); sheet.line(800, 20, 800, 2, 4);
  sheet.shape(box(262, 262, 1076, 26), { line: 3.5 });
  for (let x = 266; x < 1336; x += 30) sheet.shape(arc(x + 15, 288, 15, 16, 0, Math.PI, 8), { fill: (x / 30) % 2 < 1 ? OCHRE : PAPER, line: 2.5 });
  for (const x of [350, 800, 1250]) { sheet.line(x, 290, x, 640, 13); sheet.line(x - 2, 300, x - 2, 630, 3, PAPER); sheet.stroke(curve([[x - 60, 304], [x - 20, 330], [x, 380], [x + 20, 330], [x + 60, 304]]), 4); }
  const floor = [[300, 628], [1300, 628], [1330, 650], [270, 650]]; sheet.shape(floor, { line: 3 });
  [[440, 626, 'tuba', PAPER], [590, 620, 'trombone', BLUE], [720, 618, 'trumpet', BLUE], [900, 618, 'trumpet', PAPER], [1010, 620, 'horn', BLUE], [1150, 626, 'drum', PAPER]].forEach(([x, y, i, t]) => player(sheet, x, y, 262, i, t));
  [[520, 648, 'horn', BLUE], [820, 646, 'trombone', PAPER], [1060, 648, 'tuba', BLUE]].forEach(([x, y, i, t]) => player(sheet, x, y, 262, i, t));
  const base = [[290, 650], [1310, 650], [1310, 740], [290, 740]]; sheet.shape(base, { line: 3.5 }); sheet.engrave(base, { angle: 90, gap: 9, tone: fade(650, 0.6, 740, 0.3) });
  for (let x = 300; x < 1300; x += 50) sheet.shape([...arc(x + 25, 700, 18, 22, Math.PI, Math.PI * 2, 8), [x + 43, 736], [x + 7, 736]], { line: 2.5, fill: PAPER });
  for (let x = 304; x < 1300; x += 20) sheet.line(x, 646, x, 604, 2.4); sheet.line(296, 604, 1304, 604, 5);
  sheet.shape(box(0, 730, 1600, 170), { line: 0 }); sheet.engrave(box(0, 730, 1600, 170), { gap: 10, tone: 0.22 }); grass(sheet, 0, 1600, 735, 800, 200, 14);
  for (const y of [0, 1, 2]) for (let i = 0; i < 12; i++) { const x = 50 + i * 140 + y * 45 + sheet.between(-20, 20); figure(sheet, x, 905 + y * 60, 150 + y * 46, { back: true, hat: ['brim', 'hair', 'cap', 'long', 'wool'][(i * 3 + y) % 5], coat: (i + y) % 3 ? INK : [PAPER, OCHRE, BRICK][i % 3] }); }
}
