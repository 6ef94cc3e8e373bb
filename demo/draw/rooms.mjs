// Scenes under a roof.
import { BLUE, BRICK, INK, OCHRE, PAPER, arc, box, clamp, curve, fade, mix, roundTone, smoothstep } from './ink.mjs';
import { sky, water } from './nature.mjs';
import { crowd, figure, turned, windowPane } from './town.mjs';

function floorBoards(sheet, top, vx, { tone = 0.25, tint = PAPER, count = 26 } = {}) {
  const { width: w, height: h } = sheet;
  sheet.shape(box(0, top, w, h - top), { fill: tint, line: 3 });
  sheet.engrave(box(0, top, w, h - top), { gap: 9, tone: fade(top, tone * 1.6, h, tone * 0.5) });
  for (let i = -count; i <= count; i++) sheet.line(vx + i * (w / count) * 0.6, top, vx + i * (w / count) * 1.9, h, 2);
}

export function museum(sheet) {
  const v = [600, 640], wallTop = 400;
  // vault: ribs as nested arches drawn from the nearest to the farthest
  const bay = (k) => ({ l: mix(20, v[0] - 120, k), r: mix(1180, v[0] + 120, k), y: mix(470, 590, k), f: mix(1130, 750, k), rise: mix(430, 130, k) });
  const steps = [0, 0.28, 0.5, 0.67, 0.8, 0.9, 1];
  sheet.shape(box(0, 0, 1200, 1200), { line: 0 }); sheet.engrave(box(0, 0, 1200, 1130), { angle: 90, gap: 9, tone: 0.75 });
  const ring = (b) => arc((b.l + b.r) / 2, b.y, (b.r - b.l) / 2, b.rise, Math.PI, Math.PI * 2, 40);
  for (let i = 0; i + 1 < steps.length; i++) {
    const a = bay(steps[i]), b = bay(steps[i + 1]);
    const outer = ring(a), inner = ring(b);
    for (let s = 0; s < 40; s += 2) {
      const pane = [outer[s], outer[s + 2], inner[s + 2], inner[s]];
      sheet.shape(pane, { fill: BLUE, line: 2 });
      sheet.engrave(pane, { gap: 8, tone: 0.12 + 0.55 * Math.abs(s / 40 - 0.45) + i * 0.03 });
    }
    sheet.stroke(outer, 11 - i * 1.4); sheet.stroke(outer, 3, PAPER);
    for (const side of ['l', 'r']) {
      const wall = [[a[side], a.y], [b[side], b.y], [b[side], b.f], [a[side], a.f]];
      sheet.shape(wall, { line: 2.5 }); sheet.engrave(wall, { angle: 90, gap: 7, tone: side === 'l' ? 0.22 : 0.5 });
      const at = (k, u) => [mix(a[side], b[side], k), mix(mix(a.f, a.y, u), mix(b.f, b.y, u), k)];
      const gallery = [at(0, 0.52), at(1, 0.52), at(1, 0.58), at(0, 0.58)]; sheet.shape(gallery, { fill: OCHRE, line: 2.5 });
      for (const [u0, u1] of [[0.06, 0.46], [0.64, 0.94]]) { const arch = [at(0.25, u0), at(0.25, mix(u0, u1, 0.75)), at(0.5, u1), at(0.75, mix(u0, u1, 0.75)), at(0.75, u0)]; sheet.shape(arch, { line: 2 }); sheet.engrave(arch, { angle: 90, gap: 6, tone: 0.86 }); }
      sheet.line(...at(0, 0), ...at(0, 1), 8 - i);
    }
  }
  const end = bay(1); sheet.shape([...ring(end), [end.r, end.f], [end.l, end.f]], { line: 3 }); sheet.engrave([...ring(end), [end.r, end.f], [end.l, end.f]], { gap: 7, tone: 0.2 });
  windowPane(sheet, 548, 520, 104, 90, { arched: true, across: 5, down: 4, lit: OCHRE }); windowPane(sheet, 566, 668, 68, 82, { arched: true, sill: false });
  const near = bay(0); const floor = [[near.l - 20, near.f], [end.l, end.f], [end.r, end.f], [near.r + 20, near.f], [1200, 1200], [0, 1200]];
  sheet.shape(floor, { line: 3 });
  for (let y = 760, g = 10; y < 1200; y += g, g *= 1.32) sheet.line(0, y, 1200, y, 1.8);
  for (let i = -9; i <= 9; i++) sheet.line(600 + i * 13, 750, 600 + i * 130, 1200, 1.8);
  sheet.clip(floor, () => { for (let y = 760, g = 10, r = 0; y < 1200; y += g, g *= 1.32, r++) for (let i = -9; i < 9; i++) if ((i + r) & 1) { const k0 = (y - 750) / 450, k1 = Math.min(1, (y + g - 750) / 450), X = (c, k) => 600 + c * mix(13, 130, k); const tile = [[X(i, k0), y], [X(i + 1, k0), y], [X(i + 1, k1), y + g], [X(i, k1), y + g]]; sheet.engrave(tile, { gap: 7, tone: 0.55 }); } });
  whale(sheet);
  for (const [x, y, w] of [[215, 1010, 150], [985, 1000, 150]]) { sheet.shape(box(x - w / 2, y - 60, w, 70), { fill: OCHRE, line: 3 }); sheet.engrave(box(x - w / 2, y - 60, w, 70), { gap: 8, tone: roundTone(x - 20, w / 2, 0.7) }); sheet.shape(box(x - w / 2 + 6, y - 150, w - 12, 90), { line: 3 }); sheet.stroke(curve([[x - 44, y - 70], [x - 40, y - 110], [x, y - 130], [x + 30, y - 100], [x, y - 84], [x - 10, y - 104]]), 4); sheet.line(x - 50, y - 140, x - 62, y - 80, 2); sheet.line(x + 56, y - 140, x + 40, y - 80, 2); }
  crowd(sheet, [[520, 800, 0.45], [556, 806, 0.45], [660, 812, 0.5], [700, 845, 0.6], [460, 880, 0.75], [800, 930, 0.9]], 190, [INK, PAPER]);
  figure(sheet, 560, 1120, 300, { hat: 'brim', arm: 'up' }); figure(sheet, 680, 1128, 190, { hat: 'wool', coat: BRICK, arm: 'up', flip: true }); figure(sheet, 330, 1150, 310, { hat: 'long', coat: BLUE, skirt: true, arm: 'fore', bag: true });
}

function whale(sheet) {
  const spine = curve([[180, 470], [280, 380], [420, 340], [580, 350], [740, 400], [880, 440], [1010, 420], [1090, 380]], false, 9);
  for (const x of [330, 560, 800]) sheet.line(x, 60, x, 350, 2.4);
  const rib = (i, side) => { const [x, y] = spine[i], k = (i - 15) / 26, len = 190 * Math.sin(clamp(k) * Math.PI * 0.85 + 0.35); return curve([[x, y + 4], [x + side * 46 + 10, y + len * 0.35], [x + side * 44, y + len * 0.8], [x + side * 10 + 20, y + len]], false, 7); };
  for (const side of [1, -1]) for (let i = 16; i < 42; i += 2) { const p = rib(i, side); sheet.stroke(p, side > 0 ? 8 : 11); sheet.stroke(p, side > 0 ? 3.5 : 6, PAPER); }
  spine.forEach(([x, y], i) => { if (i < 10) return; const s = mix(19, 7, i / spine.length); sheet.line(x, y, x - 6, y - s * 2.1, s * 0.5); sheet.disc(x, y, s * 0.72, s, { line: 2.5 }); sheet.stroke(arc(x, y, s * 0.4, s * 0.62, -1, 1.4, 6), 2.4); });
  const skull = curve([[300, 372], [240, 378], [170, 440], [96, 560], [110, 566], [190, 500], [270, 452], [320, 420]], true, 8);
  sheet.shape(skull, { line: 3.5 }); sheet.engrave(skull, { angle: -38, gap: 7, tone: (x, y) => clamp((y - 400) / 220 + 0.1, 0, 0.6) }); sheet.disc(272, 412, 12, 9, { fill: INK });
  const jaw = curve([[300, 440], [250, 520], [170, 590], [112, 606], [120, 622], [190, 612], [270, 548], [318, 452]], true, 8); sheet.shape(jaw, { line: 3.5 }); sheet.engrave(jaw, { angle: -40, gap: 6, tone: 0.4 });
  const flipper = curve([[372, 440], [352, 520], [300, 590], [318, 606], [372, 556], [400, 480], [404, 436]], true, 7); sheet.shape(flipper, { line: 3 }); sheet.engrave(flipper, { angle: 120, gap: 7, tone: 0.4 });
  const fluke = curve([[1080, 384], [1130, 330], [1176, 316], [1140, 366], [1150, 410], [1180, 440], [1120, 424]], true, 7); sheet.shape(fluke, { line: 3 }); sheet.engrave(fluke, { angle: 30, gap: 6, tone: 0.35 });
}

export function tideGauge(sheet) {
  const wall = box(0, 0, 1200, 1200); sheet.shape(wall, { line: 0 });
  sheet.engrave(wall, { angle: 90, gap: 9, tone: (x, y) => 0.16 + 0.6 * smoothstep(240, 900, Math.hypot(x - 330, y - 260)) });
  for (let x = 0; x < 1200; x += 100) sheet.line(x, 0, x, 1200, 3);
  // the window and the sea outside
  sheet.shape(box(110, 70, 440, 380), { line: 5 });
  sheet.clip(box(130, 90, 400, 340), () => {
    sky(sheet, { top: 80, bottom: 300, clouds: [{ x: 330, y: 180, w: 260, h: 70 }], gap: 7 });
    water(sheet, { top: 300, bottom: 440, left: 120, right: 540, tint: BLUE, tone: 0.6, near: 13 });
    sheet.shape([[420, 300], [428, 236], [450, 236], [458, 300]], { line: 2.5 }); sheet.engrave([[420, 300], [428, 236], [450, 236], [458, 300]], { gap: 6, tone: 0.5 }); sheet.shape([[426, 236], [439, 212], [452, 236]], { fill: INK });
    sheet.shape([[190, 322], [290, 322], [276, 340], [206, 340]], { fill: INK }); sheet.shape([[240, 318], [240, 240], [286, 312]], { line: 2.5 }); sheet.shape([[236, 318], [236, 256], [204, 314]], { line: 2.5 });
  });
  sheet.stroke([...box(130, 90, 400, 340), [130, 90]], 4); sheet.line(330, 90, 330, 430, 8); sheet.line(130, 260, 530, 260, 8); sheet.shape(box(90, 450, 480, 22), { line: 4 });
  // clock
  sheet.disc(860, 190, 118, 118, { fill: OCHRE, line: 6 }); sheet.engrave(arc(860, 190, 118, 118), { angle: 40, gap: 8, tone: (x, y) => clamp((x - 860 + y - 190) / 240, 0, 0.7) }); sheet.disc(860, 190, 94, 94, { line: 4 });
  for (let i = 0; i < 60; i++) { const a = (i * Math.PI) / 30, r = i % 5 ? 82 : 74; sheet.line(860 + Math.cos(a) * r, 190 + Math.sin(a) * r, 860 + Math.cos(a) * 88, 190 + Math.sin(a) * 88, i % 5 ? 2 : 5); }
  sheet.line(860, 190, 824, 150, 7); sheet.line(860, 190, 890, 122, 5); sheet.disc(860, 190, 7, 7, { fill: INK });
  // bench
  sheet.shape(box(40, 800, 1120, 60), { fill: OCHRE, line: 4 }); sheet.engrave(box(40, 800, 1120, 60), { gap: 8, tone: (x, y) => 0.12 + 0.5 * sheet.noise(x / 160, y / 8) });
  sheet.shape(box(70, 860, 1060, 340), { line: 4 }); sheet.engrave(box(70, 860, 1060, 340), { angle: 90, gap: 9, tone: fade(860, 0.85, 1200, 0.4) });
  for (const x of [110, 460, 810]) { sheet.shape(box(x, 900, 310, 300), { fill: OCHRE, line: 4 }); sheet.engrave(box(x, 900, 310, 300), { gap: 9, tone: (px, py) => 0.2 + 0.45 * sheet.noise(px / 130, py / 12) }); sheet.shape(box(x + 24, 926, 262, 280), { fill: OCHRE, line: 3 }); sheet.engrave(box(x + 24, 926, 262, 280), { angle: 90, gap: 9, tone: 0.3 }); sheet.disc(x + 155, 1000, 14, 14, { line: 4 }); }
  // the recording drum with the week's curve
  const left = 250, right = 880, top = 530, low = 740;
  for (const x of [200, 920]) { const post = [[x - 34, 800], [x - 18, 500], [x + 18, 500], [x + 34, 800]]; sheet.shape(post, { fill: OCHRE, line: 4 }); sheet.engrave(post, { gap: 7, tone: roundTone(x - 6, 34, 0.9) }); }
  const drum = box(left, top, right - left, low - top); sheet.shape(drum, { line: 4 });
  for (let x = left + 30; x < right; x += 30) sheet.stroke([[x, top], [x, low]], 1.3); for (let y = top + 15; y < low; y += 15) sheet.line(left, y, right, y, 1.1);
  const tide = []; for (let x = left; x <= 640; x += 4) { const t = (x - left) / 30; tide.push([x, 635 + Math.sin(t) * (40 + 22 * Math.sin(t / 7)) + 7 * Math.sin(t * 2.1)]); }
  sheet.stroke(tide, 5); sheet.engrave(drum, { gap: 8, tone: (x, y) => { const k = (y - (top + low) / 2) / ((low - top) / 2); return k > 0.45 ? (k - 0.45) * 1.5 : k < -0.8 ? 0.4 : 0; } });
  for (const x of [left, right]) { const cap = arc(x, (top + low) / 2, 24, 118); sheet.shape(cap, { fill: OCHRE, line: 4 }); sheet.engrave(cap, { angle: 0, gap: 8, tone: fade(560, 0.1, 740, 0.8) }); }
  const gear = []; for (let i = 0; i < 96; i++) { const a = (i / 96) * Math.PI * 2, r = i % 4 < 2 ? 92 : 80; gear.push([1010 + Math.cos(a) * r, 640 + Math.sin(a) * r]); }
  sheet.line(900, 640, 1010, 640, 14); sheet.shape(gear, { fill: OCHRE, line: 3.5 }); sheet.engrave(gear, { angle: 45, gap: 8, tone: (x, y) => clamp((x - 1010 + y - 640) / 170 + 0.1, 0.05, 0.75) });
  sheet.disc(1010, 640, 54, 54, { line: 3 }); for (let i = 0; i < 5; i++) { const a = i * 1.2566; sheet.line(1010, 640, 1010 + Math.cos(a) * 54, 640 + Math.sin(a) * 54, 10); } sheet.disc(1010, 640, 15, 15, { fill: OCHRE, line: 4 });
  // pen carriage, wire, wheel, counterweight
  sheet.line(190, 494, 930, 494, 12); sheet.line(190, 494, 930, 494, 5, PAPER);
  sheet.shape(box(606, 470, 70, 48), { fill: BRICK, line: 4 }); sheet.engrave(box(606, 470, 70, 48), { gap: 7, tone: 0.35 }); sheet.shape([[632, 518], [652, 518], [642, 640]], { fill: INK });
  const wheel = [700, 400]; sheet.stroke([[676, 490], [740, 490], [768, 400]], 2.5); sheet.line(700, 494, 700, 400, 9); sheet.disc(...wheel, 68, 68, { line: 5 }); sheet.disc(...wheel, 56, 56, { line: 3 }); for (let i = 0; i < 6; i++) sheet.line(...wheel, 700 + Math.cos(i * 1.047) * 56, 400 + Math.sin(i * 1.047) * 56, 6); sheet.disc(...wheel, 12, 12, { fill: OCHRE, line: 4 });
  sheet.line(632, 400, 632, 470, 2.5); sheet.line(1120, 330, 1120, 800, 3); sheet.stroke([[700, 332], [1090, 316], [1120, 340]], 3); const weight = box(1092, 520, 56, 130); sheet.shape(weight, { line: 4 }); sheet.engrave(weight, { gap: 6, tone: roundTone(1110, 34, 1, 0.2) });
  // tide staff and notebook
  sheet.shape(box(42, 500, 52, 300), { line: 4 }); for (let i = 0; i < 15; i++) sheet.line(42, 510 + i * 20, i % 5 ? 64 : 84, 510 + i * 20, i % 5 ? 3 : 6);
  sheet.shape([[380, 808], [560, 772], [700, 800], [520, 842]], { line: 3.5 }); for (let i = 0; i < 6; i++) sheet.line(420 + i * 20, 806 + i * 3.6 - 6, 540 + i * 20, 784 + i * 3.6 - 4, 2); sheet.line(600, 760, 690, 820, 6);
  sheet.shape(curve([[770, 800], [764, 764], [778, 752], [812, 752], [826, 764], [820, 800]]), { fill: BLUE, line: 3.5 }); sheet.engrave(box(770, 760, 50, 40), { gap: 6, tone: roundTone(785, 30, 0.9) });
}

export function workshop(sheet) {
  sheet.shape(box(0, 0, 1600, 700), { line: 0 });
  sheet.engrave(box(0, 0, 1600, 700), { angle: 90, gap: 9, tone: (x, y) => clamp(0.6 - 0.5 * Math.exp(-(((x - 560 - (y - 100) * 0.5) / 330) ** 2)) + 0.2 * smoothstep(300, 0, y), 0.08, 0.85) });
  for (let x = 40; x < 1600; x += 120) sheet.line(x, 0, x, 700, 2.5);
  for (const x of [120, 640, 1160, 1580]) { const brace = [[x - 14, 0], [x + 14, 0], [x + 14, 700], [x - 14, 700]]; sheet.shape(brace, { fill: OCHRE, line: 3.5 }); sheet.engrave(brace, { gap: 8, tone: 0.35 }); sheet.line(x, 150, x + 120, 20, 18); sheet.line(x, 150, x + 120, 20, 11, OCHRE); }
  sheet.shape(box(0, 10, 1600, 32), { fill: OCHRE, line: 3.5 }); sheet.engrave(box(0, 10, 1600, 32), { gap: 8, tone: (x, y) => 0.15 + 0.5 * sheet.noise(x / 130, y / 6) });
  windowPane(sheet, 260, 110, 270, 230, { across: 4, down: 3, lit: PAPER }); windowPane(sheet, 790, 110, 250, 230, { across: 4, down: 3, lit: PAPER });
  for (const [x, w] of [[262, 266], [792, 246]]) { const v = box(x, 230, w, 110); sheet.engrave(v, { gap: 7, tone: fade(230, 0.05, 340, 0.4) }); }
  // tools on the wall
  const hang = (x, y, draw) => { sheet.disc(x, y, 4, 4, { fill: INK }); sheet.place(x, y, 1, draw); };
  const saw = () => { const p = [[-16, 6], [16, 6], [24, 150], [-2, 150]]; sheet.shape(p, { line: 3 }); sheet.engrave(p, { angle: 90, gap: 6, tone: 0.35 }); sheet.shape(curve([[-20, 10], [-16, -30], [16, -30], [22, 8]]), { fill: OCHRE, line: 3 }); };
  const mallet = () => { sheet.shape(box(-6, 0, 12, 110), { fill: OCHRE, line: 2.5 }); sheet.shape(box(-30, 90, 60, 40), { fill: OCHRE, line: 3 }); sheet.engrave(box(-30, 90, 60, 40), { gap: 6, tone: 0.4 }); };
  const chisel = () => { sheet.shape(box(-7, 0, 14, 46), { fill: BRICK, line: 2.5 }); sheet.shape([[-5, 46], [5, 46], [7, 120], [-7, 110]], { line: 2.5 }); };
  const calliper = () => sheet.strokes([curve([[0, 0], [-40, 50], [-10, 120]]), curve([[0, 0], [40, 50], [10, 120]])], 6);
  [[1220, 130, saw], [1290, 130, saw], [1350, 140, mallet], [1420, 140, chisel], [1452, 140, chisel], [1484, 140, chisel], [1530, 140, calliper], [590, 150, calliper], [1094, 150, chisel], [1122, 150, mallet], [200, 130, saw]].forEach((t) => hang(...t));
  floorBoards(sheet, 690, 800, { tone: 0.28 });
  // the boat on the stocks
  for (const x of [420, 720, 1010]) { sheet.line(x - 60, 790, x, 560, 15); sheet.line(x + 60, 790, x, 560, 15); sheet.line(x - 60, 790, x, 560, 9, OCHRE); sheet.line(x + 60, 790, x, 560, 9, OCHRE); }
  const sheer = [[180, 330], [330, 396], [560, 432], [820, 430], [1080, 388], [1290, 300]], keel = [[230, 560], [330, 640], [520, 690], [800, 700], [1020, 670], [1180, 590]];
  const strake = (k) => curve(sheer.map(([x, y], i) => [mix(x, keel[i][0], k ** 1.05), mix(y, keel[i][1], k)]), false, 10);
  for (let i = 0; i < 9; i++) { const x = 330 + i * 96, y = 404 + 30 * Math.sin((i / 8) * Math.PI); sheet.stroke(curve([[x, y + 30], [x - 4, y - 20], [x + 6, y - 70 - (i > 5 ? 12 : 0)]]), 12); sheet.stroke(curve([[x, y + 30], [x - 4, y - 20], [x + 6, y - 70 - (i > 5 ? 12 : 0)]]), 6, OCHRE); }
  const hull = [...strake(0), ...strake(1).reverse()]; sheet.shape(hull, { fill: OCHRE, line: 5 });
  for (let p = 0; p < 8; p++) {
    const a = strake(p / 8), b = strake((p + 1) / 8), plank = [...a, ...[...b].reverse()];
    sheet.shape(plank, { fill: p === 7 ? BRICK : OCHRE, line: 3 });
    sheet.engrave(plank, { angle: 90, gap: 7, tone: (x, y) => { const i = clamp(Math.round(((x - a[0][0]) / (a.at(-1)[0] - a[0][0])) * (a.length - 1)), 0, a.length - 1); const k = (y - a[i][1]) / (b[i][1] - a[i][1] + 1); return clamp(0.08 + 0.75 * (k - 0.45) + p * 0.055 + 0.25 * smoothstep(900, 1300, x) + 0.15 * smoothstep(300, 180, x), 0.04, 0.88); } });
    sheet.strokes(a.filter((_, i) => i % 5 === 2).map(([x, y]) => [[x, y + 10], [x + 0.5, y + 10]]), 4.5);
  }
  sheet.stroke(strake(0), 11); sheet.stroke(strake(0), 5, PAPER);
  const stem = curve([[1286, 286], [1270, 400], [1180, 592], [1204, 604], [1300, 420], [1316, 286]], true, 8); sheet.shape(stem, { fill: OCHRE, line: 4 }); sheet.engrave(stem, { angle: 60, gap: 7, tone: 0.4 });
  for (const [x, o] of [[1400, {}]]) { sheet.shape(box(x - 140, 610, 330, 26), { fill: OCHRE, line: 4, ...o }); sheet.engrave(box(x - 140, 610, 330, 26), { gap: 7, tone: 0.35 }); for (const dx of [-110, 150]) { sheet.shape(box(x + dx - 12, 636, 26, 180), { fill: OCHRE, line: 3.5 }); sheet.engrave(box(x + dx - 12, 636, 26, 180), { angle: 90, gap: 6, tone: 0.5 }); } }
  sheet.shape(box(1380, 566, 130, 44), { fill: BRICK, line: 3.5 }); sheet.engrave(box(1380, 566, 130, 44), { gap: 7, tone: 0.35 }); sheet.shape(curve([[1470, 566], [1480, 534], [1500, 534], [1496, 566]]), { fill: OCHRE, line: 3 });
  figure(sheet, 1262, 830, 350, { hat: 'cap', coat: PAPER, arm: 'fore' });
  figure(sheet, 150, 840, 350, { hat: 'wool', coat: BLUE, arm: 'fore' }); sheet.line(240, 640, 258, 570, 10); sheet.shape(box(228, 552, 60, 28), { fill: OCHRE, line: 3 });
  for (let i = 0; i < 34; i++) { const x = sheet.between(280, 1500), y = sheet.between(810, 885), r = sheet.between(8, 17); sheet.disc(x, y, r, r * 0.6, { fill: i % 3 ? PAPER : OCHRE, line: 2 }); sheet.stroke(arc(x + 1, y, r * 0.55, r * 0.32, 0.5, 5.4, 12), 2); }
}

const PIECES = {
  pawn: [[0, 0.42], [0.08, 0.44], [0.14, 0.36], [0.2, 0.3], [0.3, 0.22], [0.6, 0.15], [0.72, 0.14], [0.76, 0.26], [0.8, 0.15], [0.86, 0.2], [0.98, 0.25], [1.1, 0.19], [1.16, 0.06], [1.18, 0.01]],
  rook: [[0, 0.48], [0.1, 0.5], [0.16, 0.4], [0.26, 0.3], [0.5, 0.24], [1.0, 0.22], [1.08, 0.34], [1.14, 0.34], [1.16, 0.32], [1.4, 0.33], [1.41, 0.24]],
  bishop: [[0, 0.46], [0.1, 0.48], [0.16, 0.38], [0.28, 0.26], [0.7, 0.16], [1.0, 0.14], [1.05, 0.28], [1.1, 0.15], [1.18, 0.2], [1.32, 0.25], [1.5, 0.19], [1.66, 0.06], [1.7, 0.08], [1.76, 0.06], [1.78, 0.01]],
  queen: [[0, 0.5], [0.1, 0.52], [0.18, 0.4], [0.3, 0.28], [0.8, 0.17], [1.2, 0.15], [1.26, 0.32], [1.32, 0.17], [1.5, 0.2], [1.78, 0.32], [1.8, 0.26], [1.9, 0.1], [1.96, 0.09], [2.02, 0.01]],
  king: [[0, 0.52], [0.1, 0.54], [0.18, 0.42], [0.3, 0.3], [0.85, 0.18], [1.3, 0.16], [1.36, 0.34], [1.42, 0.18], [1.6, 0.22], [1.9, 0.31], [1.96, 0.24], [2.05, 0.1], [2.1, 0.12], [2.22, 0.12], [2.26, 0.01]],
};

function knight(sheet, x, y, s, dark, flip) {
  turned(sheet, x, y, s, [[0, 0.48], [0.1, 0.5], [0.16, 0.4], [0.26, 0.32], [0.36, 0.3], [0.4, 0.26], [0.41, 0.02]], { dark });
  const grow = (points) => points.map((p) => p.map((n) => n * 100));
  sheet.place(x, y, s / 100, () => {
    const head = grow(curve([[-0.3, -0.4], [-0.28, -0.8], [-0.36, -1.1], [-0.2, -1.42], [-0.02, -1.58], [0.02, -1.7], [0.1, -1.55], [0.3, -1.36], [0.46, -1.12], [0.42, -1.0], [0.28, -0.98], [0.1, -1.02], [0.2, -0.8], [0.3, -0.4]], true, 8));
    sheet.shape(head, { fill: dark ? INK : PAPER, line: 2.5 });
    sheet.engrave(head, { angle: 64, gap: 6, step: 4, wobble: 0.3, ink: dark ? PAPER : INK, tone: (px) => (dark ? (px < -8 ? 0.4 : 0.08) : clamp(px / 90 + 0.3, 0.04, 0.75)) });
    sheet.disc(14, -136, 3.5, 3.5, { fill: dark ? PAPER : INK, line: 0 });
    sheet.strokes([[[-0.3, -0.8], [-0.16, -0.86]], [[-0.34, -1.05], [-0.2, -1.06]], [[-0.28, -1.28], [-0.14, -1.24]], [[-0.14, -1.46], [-0.04, -1.36]], [[0.4, -1.06], [0.34, -1.1]]].map(grow), 3, dark ? PAPER : INK);
  }, { flip });
}

function sitter(sheet, x, y, s, flip, tint) {
  sheet.place(x, y, s, () => {
    const torso = curve([[-150, 300], [-140, 90], [-100, 20], [-40, -6], [40, -6], [100, 20], [150, 100], [170, 300]], false, 8); sheet.shape(torso, { fill: tint, line: 4 });
    sheet.engrave(torso, { angle: 76, gap: 8, tone: (px, py) => clamp(0.2 + px / 260 + sheet.noise(px / 30, py / 70) * 0.35, 0.1, 0.85) });
    const arm = curve([[110, 60], [150, 170], [120, 240], [60, 252], [20, 180], [18, 90], [40, 84], [58, 180], [100, 190], [80, 110]], true, 8); sheet.shape(arm, { fill: tint, line: 4 }); sheet.engrave(arm, { angle: 70, gap: 8, tone: 0.35 });
    sheet.shape(curve([[-26, 10], [-24, -40], [24, -40], [28, 10]]), { line: 3 });
    const head = curve([[-44, -30], [-58, -92], [-44, -146], [0, -166], [42, -150], [54, -118], [56, -104], [74, -78], [60, -70], [62, -58], [58, -50], [60, -40], [48, -22], [18, -16], [-10, -22]], true, 8); sheet.shape(head, { line: 4 });
    sheet.engrave(head, { angle: 72, gap: 6, tone: (px, py) => clamp(0.42 - (px + 30) / 90 + (py > -40 ? 0.25 : 0), 0, 0.6) });
    const hair = curve([[-46, -34], [-66, -70], [-66, -130], [-26, -180], [30, -178], [58, -148], [52, -128], [34, -142], [16, -124], [-2, -118], [-8, -92], [-22, -60], [-30, -40]], true, 8);
    sheet.shape(hair, { fill: INK }); sheet.engrave(hair, { angle: 60, gap: 9, ink: PAPER, tone: (px, py) => (py < -110 ? 0.22 : 0.1) });
    sheet.shape(curve([[-14, -96], [-2, -102], [6, -90], [0, -72], [-8, -68]], true, 6), { line: 3 }); sheet.stroke(curve([[-6, -94], [0, -90], [-3, -78]]), 2.5);
    sheet.stroke(curve([[26, -116], [38, -122], [50, -118]]), 5); sheet.stroke(curve([[30, -102], [40, -106], [50, -102]]), 3.5); sheet.disc(43, -101, 4, 4, { fill: INK }); sheet.stroke(curve([[44, -54], [52, -56], [60, -54]]), 3.5);
    sheet.shape(curve([[14, 92], [12, 40], [34, -10], [56, -16], [60, 10], [48, 90]], true, 6), { line: 3.5 });
  }, { flip });
}

export function chess(sheet) {
  sheet.engrave(box(0, 0, 1600, 560), { angle: 90, gap: 9, tone: (x, y) => clamp(0.85 - 0.75 * Math.exp(-(((x - 800) / 460) ** 2) - ((y - 160) / 380) ** 2), 0.06, 0.9) });
  sheet.line(800, 0, 800, 60, 5); const shade = [[660, 130], [750, 58], [850, 58], [940, 130]]; sheet.shape(shade, { fill: BRICK, line: 4 }); sheet.engrave(shade, { gap: 8, tone: roundTone(770, 130, 0.8) }); sheet.disc(800, 134, 40, 14, { fill: OCHRE, line: 3 });
  sitter(sheet, 300, 250, 1.12, false, BLUE); sitter(sheet, 1300, 250, 1.12, true, BRICK);
  const top = [[-40, 520], [1640, 520], [1900, 900], [-300, 900]]; sheet.shape(top, { fill: OCHRE, line: 4 }); sheet.engrave(box(0, 520, 1600, 380), { gap: 9, tone: (x, y) => 0.1 + 0.5 * sheet.noise(x / 240, y / 10) });
  const at = (file, rank) => { const k = rank / 8, z = 1 / (1 + k * 0.95); return [800 + (file - 4) * 205 * z * 0.98, 330 + (960 - 330) * z - 0]; };
  const edge = [at(-0.25, -0.2), at(8.25, -0.2), at(8.25, 8.25), at(-0.25, 8.25)]; sheet.shape([...edge.slice(0, 2), ...edge.slice(2)], { fill: BRICK, line: 5 }); sheet.engrave(edge, { gap: 8, tone: 0.4 });
  for (let r = 7; r >= 0; r--) for (let f = 0; f < 8; f++) { const sq = [at(f, r), at(f + 1, r), at(f + 1, r + 1), at(f, r + 1)]; sheet.shape(sq, { line: 2 }); if ((r + f) % 2 === 0) sheet.engrave(sq, { angle: 0, gap: 6, tone: 0.72 }); else sheet.engrave(sq, { gap: 9, tone: 0.05, least: 0.04 }); }
  const men = [['rook', 0, 7, 1], ['king', 6, 7, 1], ['rook', 5, 7, 1], ['bishop', 2, 6, 1], ['pawn', 0, 6, 1], ['pawn', 1, 5, 1], ['pawn', 5, 6, 1], ['pawn', 6, 6, 1], ['pawn', 7, 5, 1], ['knight', 4, 4, 1], ['queen', 3, 5, 1], ['pawn', 3, 4, 0], ['knight', 5, 3, 0], ['pawn', 4, 3, 0], ['bishop', 2, 3, 0], ['pawn', 0, 2, 0], ['pawn', 6, 1, 0], ['queen', 3, 1, 0], ['king', 6, 0, 0], ['pawn', 7, 1, 0], ['rook', 0, 0, 0], ['pawn', 1, 1, 0]];
  for (const [kind, f, r, dark] of men.sort((a, b) => b[2] - a[2])) {
    const [x, y] = at(f + 0.5, r + 0.42), s = 120 / (1 + ((r + 0.5) / 8) * 0.95);
    sheet.engrave(arc(x + s * 0.5, y + s * 0.02, s * 0.7, s * 0.12), { gap: 5, tone: 0.8 });
    if (kind === 'knight') knight(sheet, x, y, s, !!dark, !dark); else turned(sheet, x, y, s, PIECES[kind], { dark: !!dark });
  }
  const clock = box(1330, 560, 230, 120); sheet.shape(clock, { fill: OCHRE, line: 4.5 }); sheet.engrave(clock, { gap: 8, tone: (x, y) => 0.15 + 0.4 * sheet.noise(x / 90, y / 8) });
  for (const [cx, a] of [[1390, 2.2], [1500, -1.1]]) { sheet.disc(cx, 620, 46, 46, { line: 4 }); for (let i = 0; i < 12; i++) { const t = (i * Math.PI) / 6; sheet.line(cx + Math.cos(t) * 36, 620 + Math.sin(t) * 36, cx + Math.cos(t) * 41, 620 + Math.sin(t) * 41, 3); } sheet.line(cx, 620, cx + Math.cos(a) * 22, 620 + Math.sin(a) * 22, 5); sheet.line(cx, 620, cx, 584, 4); sheet.shape(box(cx - 9, cx < 1450 ? 540 : 550, 18, 20), { fill: INK }); }
}

export function archive(sheet) {
  const v = [600, 640], at = (side, up, d) => { const k = 1 / (1 + d); return [v[0] + side * 640 * k, v[1] + (860 - up * 1700) * k]; };
  sheet.shape(box(0, 0, 1200, 1500), { line: 0 }); sheet.engrave(box(0, 0, 1200, 640), { gap: 9, tone: 0.8 });
  for (let i = 7; i >= 0; i--) {
    const d0 = i * 0.55 - 0.3, d1 = d0 + 0.55;
    const vault = (d) => { const [lx, ly] = at(-1, 1, d), [rx] = at(1, 1, d); return arc((lx + rx) / 2, ly, (rx - lx) / 2, (rx - lx) * 0.28, Math.PI, Math.PI * 2, 30); };
    const band = [...vault(d0), ...vault(d1).reverse()]; sheet.shape(band, { line: 2.5 }); sheet.engrave(band, { gap: 8, tone: (x, y) => clamp(0.18 + Math.abs(x - 560) / 900 + i * 0.05, 0, 0.85) }); sheet.stroke(vault(d1), 7 / (1 + d1)); 
    for (const side of [-1, 1]) {
      const wall = [at(side, 0, d0), at(side, 1, d0), at(side, 1, d1), at(side, 0, d1)]; sheet.shape(wall, { fill: INK, line: 2 });
      const n = 8;
      for (let s = 0; s < n; s++) {
        const u0 = s / n + 0.012, u1 = (s + 1) / n - 0.012; const cols = 5;
        for (let c = 0; c < cols; c++) {
          const e0 = mix(d0, d1, c / cols + 0.02), e1 = mix(d0, d1, (c + 1) / cols - 0.015), up = u0 + (u1 - u0) * sheet.between(0.66, 0.94);
          if (sheet.rnd() < 0.08) continue;
          const file = [at(side, u0, e0), at(side, up, e0), at(side, up, e1), at(side, u0, e1)];
          sheet.shape(file, { fill: [PAPER, OCHRE, PAPER, BRICK, BLUE][Math.floor(sheet.rnd() * 5)], line: 1.8 });
          sheet.engrave(file, { angle: 90, gap: 6, tone: clamp((side > 0 ? 0.42 : 0.16) + i * 0.06, 0, 0.8) });
          if (i < 4) { const m = [at(side, mix(u0, up, 0.5), mix(e0, e1, 0.3)), at(side, mix(u0, up, 0.72), mix(e0, e1, 0.3)), at(side, mix(u0, up, 0.72), mix(e0, e1, 0.7)), at(side, mix(u0, up, 0.5), mix(e0, e1, 0.7))]; sheet.shape(m, { line: 1.5 }); const c0 = at(side, mix(u0, up, 0.22), mix(e0, e1, 0.5)); sheet.disc(c0[0], c0[1], 7 / (1 + e0), 9 / (1 + e0), { fill: INK, line: 0 }); }
        }
        sheet.line(...at(side, s / n, d0), ...at(side, s / n, d1), 5 / (1 + d0)); 
      }
      sheet.line(...at(side, 0, d0), ...at(side, 1, d0), 13 / (1 + d0)); sheet.line(...at(side, 0, d0), ...at(side, 1, d0), 6 / (1 + d0), OCHRE);
    }
  }
  const [ex, ey] = at(-1, 1, 4.1), [fx, fy] = at(1, 0, 4.1); sheet.shape(box(ex, ey, fx - ex, fy - ey), { line: 3 }); sheet.engrave(box(ex, ey, fx - ex, fy - ey), { gap: 7, tone: 0.3 }); windowPane(sheet, 566, 560, 68, 130, { arched: true, across: 3, down: 5, lit: OCHRE });
  const floor = [at(-1, 0, -0.3), at(-1, 0, 4.1), at(1, 0, 4.1), at(1, 0, -0.3), [1200, 1500], [0, 1500]]; sheet.shape(floor, { line: 3 });
  sheet.engrave(floor, { gap: 10, tone: (x, y) => clamp(0.1 + Math.abs(x - 600) / 800 + 0.35 * smoothstep(1000, 820, y), 0.05, 0.8) }); for (let i = -6; i <= 6; i++) sheet.line(...at(i / 6, 0, 4.1), ...at(i / 6, 0, -0.3), 2.4); for (const d of [0, 0.3, 0.7, 1.2, 1.9, 2.9]) sheet.line(...at(-1, 0, d), ...at(1, 0, d), 2.4);
  for (const d of [2.4, 1, 0.15]) { const [lx, ly] = at(0, 0.98, d), k = 1 / (1 + d); sheet.line(lx, ly - 340 * k, lx, ly, 3.5 * k + 1); sheet.shape([[lx - 90 * k, ly + 60 * k], [lx - 24 * k, ly], [lx + 24 * k, ly], [lx + 90 * k, ly + 60 * k]], { fill: INK }); sheet.disc(lx, ly + 62 * k, 40 * k, 16 * k, { fill: OCHRE, line: 2.5 }); }
  // ladder and reader on the left, trolley and archivist in the middle
  const rails = [[[130, 1420], [250, 330]], [[250, 1460], [330, 350]]]; for (const rail of rails) { sheet.stroke(rail, 20); sheet.stroke(rail, 12, OCHRE); }
  for (let i = 1; i < 15; i++) { const k = i / 15, a = rails[0].map((p) => p), b = rails[1]; const p = [mix(a[0][0], a[1][0], k), mix(a[0][1], a[1][1], k)], q = [mix(b[0][0], b[1][0], k), mix(b[0][1], b[1][1], k)]; sheet.line(...p, ...q, 13); sheet.line(...p, ...q, 6, OCHRE); }
  figure(sheet, 232, 960, 330, { hat: 'hair', coat: BLUE, arm: 'up', flip: true });
  const table = [[470, 1180], [900, 1180], [980, 1260], [420, 1260]]; for (const x of [450, 940]) sheet.line(x, 1262, x, 1450, 18); for (const x of [500, 880]) sheet.line(x, 1262, x, 1390, 12);
  figure(sheet, 712, 1330, 420, { hat: 'hair', coat: PAPER, arm: 'fore', flip: true, scarf: true });
  sheet.shape(table, { fill: OCHRE, line: 4 }); sheet.engrave(table, { gap: 9, tone: (x, y) => 0.1 + 0.4 * sheet.noise(x / 120, y / 8) }); sheet.shape(box(420, 1260, 560, 40), { fill: OCHRE, line: 4 }); sheet.engrave(box(420, 1260, 560, 40), { gap: 8, tone: 0.5 });
  sheet.shape(curve([[560, 1222], [640, 1200], [690, 1216], [750, 1200], [820, 1222]]).concat([[800, 1240], [690, 1234], [580, 1240]]), { line: 3.5 }); sheet.line(690, 1216, 690, 1234, 3); for (let i = 0; i < 4; i++) { sheet.line(590 + i * 6, 1218 + i * 5, 672, 1212 + i * 5, 1.8); sheet.line(708, 1212 + i * 5, 790 - i * 5, 1218 + i * 5, 1.8); }
  sheet.shape(box(850, 1150, 90, 80), { fill: BRICK, line: 4 }); sheet.engrave(box(850, 1150, 90, 80), { angle: 90, gap: 7, tone: roundTone(880, 50, 0.8) }); sheet.shape(box(870, 1170, 50, 26), { line: 2.5 }); sheet.shape(box(462, 1190, 74, 34), { fill: BLUE, line: 3.5 }); sheet.shape(box(470, 1160, 60, 30), { line: 3.5 });
}
