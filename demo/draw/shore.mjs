// Scenes by the water.
import { BLUE, BRICK, INK, OCHRE, PAPER, arc, box, clamp, curve, fade, mix, roundTone, smoothstep } from './ink.mjs';
import { farGulls, foam, foliage, grass, gullInFlight, reeds, rock, sky, tree, water } from './nature.mjs';
import { crowd, figure, fishingBoat, house, lampPost, rowboat, windowPane } from './town.mjs';

function hill(sheet, points, base, { tone = 0.3, angle = 24, tint = PAPER } = {}) {
  const land = [...curve(points), [points.at(-1)[0], base], [points[0][0], base]];
  sheet.shape(land, { fill: tint, line: 2.5 });
  sheet.engrave(land, { angle, gap: 7, tone: (x, y) => tone * (0.4 + 1.1 * sheet.noise(x / 70, y / 30)) });
}

function quayWall(sheet, x, y, w, h) {
  sheet.shape(box(x, y, w, h), { line: 3 });
  sheet.engrave(box(x, y, w, h), { angle: 90, gap: 6, tone: fade(y, 0.2, y + h, 0.8) });
  for (let row = 0; row * 22 < h; row++) for (let bx = x + (row % 2) * 30; bx < x + w; bx += 60) sheet.stroke([[bx, y + row * 22], [bx + 60, y + row * 22], [bx + 60, Math.min(y + h, y + row * 22 + 22)]], 1.5);
  sheet.shape(box(x - 4, y - 9, w + 8, 11), { line: 2.5 });
}

function crane(sheet, x, y, h) {
  for (const dx of [0, 50]) sheet.line(x + dx, y, x + 12 + dx * 0.5, y - h * 0.55, 6);
  for (let i = 0; i < 6; i++) sheet.line(x + (i % 2 ? 2 : 48) , y - i * h * 0.09, x + (i % 2 ? 44 : 6), y - (i + 1) * h * 0.09, 2.5);
  sheet.shape(box(x - 12, y - h * 0.7, 74, h * 0.15), { fill: BRICK, line: 3 });
  sheet.engrave(box(x - 12, y - h * 0.7, 74, h * 0.15), { angle: 90, gap: 6, tone: (px) => (px > x + 30 ? 0.55 : 0.15) });
  windowPane(sheet, x - 4, y - h * 0.68, 22, 26, { across: 2, down: 1, sill: false });
  const tip = [x + h * 0.62, y - h * 1.08];
  sheet.line(x + 50, y - h * 0.6, ...tip, 5); sheet.line(x + 30, y - h * 0.7, ...tip, 4);
  for (let i = 1; i < 9; i++) { const k = i / 9; sheet.line(mix(x + 50, tip[0], k), mix(y - h * 0.6, tip[1], k), mix(x + 30, tip[0], k + 0.05), mix(y - h * 0.7, tip[1], k + 0.05), 2); }
  sheet.line(x + 20, y - h * 0.7, x + 10, y - h * 0.95, 5); sheet.line(x + 10, y - h * 0.95, ...tip, 2);
  sheet.line(...tip, tip[0], y - h * 0.45, 2); sheet.shape(box(tip[0] - 26, y - h * 0.45, 52, 40), { fill: OCHRE, line: 2.5 });
  sheet.engrave(box(tip[0] - 26, y - h * 0.45, 52, 40), { gap: 8, tone: 0.3 });
}

export function harbour(sheet) {
  sky(sheet, { bottom: 470, clouds: [{ x: 380, y: 130, w: 520, h: 120 }, { x: 1240, y: 210, w: 460, h: 110 }, { x: 860, y: 330, w: 300, h: 50 }] });
  hill(sheet, [[0, 400], [200, 372], [480, 392], [800, 350], [1100, 330], [1350, 366], [1600, 340]], 480, { tone: 0.32 });
  water(sheet, { top: 470, bottom: 570, tint: BLUE, tone: 0.5 });
  const fronts = [['step', 150, 210, BRICK], ['point', 130, 180, PAPER], ['curve', 140, 240, OCHRE], ['point', 160, 200, PAPER], ['step', 130, 230, PAPER], ['flat', 150, 190, BRICK], ['point', 140, 170, OCHRE]];
  let x = 30;
  for (const [gable, w, h, tint] of fronts) { house(sheet, x, 500, w, h, { gable, tint, floors: h > 200 ? 4 : 3, shade: 0.2 }); x += w + 4; }
  quayWall(sheet, -10, 508, 1330, 54);
  crane(sheet, 1110, 502, 250);
  crowd(sheet, [[90, 506], [250, 507], [420, 505], [446, 507], [700, 506], [905, 507], [985, 505], [1260, 507]], 52);
  water(sheet, {
    top: 562, bottom: 900, tint: BLUE, tone: 0.62,
    shadow: (px, py) => (px < 1320 ? 0.5 * smoothstep(660, 570, py) : 0) + 0.55 * smoothstep(190, 60, Math.abs(px - 1030)) * smoothstep(880, 720, py) * (py > 705 ? 1 : 0) + 0.5 * smoothstep(150, 40, Math.abs(px - 420)) * (py > 655 && py < 760 ? 1 : 0),
  });
  fishingBoat(sheet, 420, 650, 0.72, { tint: PAPER, flip: true });
  fishingBoat(sheet, 1020, 716, 1.15, { tint: BRICK });
  rowboat(sheet, 700, 640, 0.55);
  const near = [[0, 900], [0, 742], [330, 790], [470, 900]];
  sheet.shape(near, { line: 3.5 });
  sheet.engrave(near, { angle: 8, gap: 12, tone: 0.28 });
  sheet.shape([[330, 790], [470, 900], [400, 900]], { fill: INK });
  for (const [bx, by, s] of [[110, 812, 1], [290, 846, 1.15]]) {
    const post = curve([[bx - 24 * s, by], [bx - 15 * s, by - 16 * s], [bx - 15 * s, by - 52 * s], [bx - 26 * s, by - 62 * s], [bx - 20 * s, by - 76 * s], [bx + 20 * s, by - 76 * s], [bx + 26 * s, by - 62 * s], [bx + 15 * s, by - 52 * s], [bx + 15 * s, by - 16 * s], [bx + 24 * s, by]]);
    sheet.shape(post, { line: 3 }); sheet.engrave(post, { gap: 5, tone: roundTone(bx - 4, 24 * s, 0.95, 0.15), step: 4 });
  }
  for (const dy of [0, 9, 18]) sheet.stroke(curve([[274, 792 + dy], [310, 802 + dy], [316, 792 + dy]]), 5);
  sheet.stroke(curve([[315, 800], [480, 800], [640, 760], [860, 690]]), 4);
  gullInFlight(sheet, 820, 160, 90); gullInFlight(sheet, 1000, 250, 50, { flip: true });
  farGulls(sheet, [[560, 250, 14], [600, 270, 11], [1420, 120, 15], [1460, 150, 11]]);
}

export function bridge(sheet) {
  sky(sheet, { bottom: 500, clouds: [{ x: 300, y: 120, w: 420, h: 90 }, { x: 1150, y: 160, w: 620, h: 130 }, { x: 700, y: 290, w: 360, h: 60 }] });
  hill(sheet, [[0, 470], [300, 452], [700, 470], [1000, 446], [1300, 460], [1600, 440]], 545, { tone: 0.4 });
  let hx = 20;
  for (let i = 0; i < 19; i++) { const w = sheet.between(50, 95), h = sheet.between(50, 110); house(sheet, hx, 545, w, h, { gable: ['point', 'flat', 'step'][i % 3], floors: 2, bays: 2, tint: i % 4 === 1 ? BRICK : PAPER, shade: 0.24 }); hx += w + sheet.between(-2, 14); }
  const deck = 372, piers = [-60, 380, 820, 1260, 1700], foot = 590;
  water(sheet, { top: 545, bottom: 900, tint: BLUE, tone: 0.6, shadow: (x, y) => {
    const p = Math.min(...piers.map((q) => Math.abs(x - q - 0)));
    return (p < 62 ? 0.8 : 0) * smoothstep(840, 600, y) + 0.35 * (y > 690 && y < 770 ? 1 : 0);
  } });
  for (let s = 0; s + 1 < piers.length; s++) {
    const a = piers[s] + 44, b = piers[s + 1] - 44;
    const lower = (x) => { const k = (x - a) / (b - a); return mix(foot - 60, deck + 34, Math.sin(k * Math.PI) ** 0.85); };
    const xs = Array.from({ length: 15 }, (_, i) => mix(a, b, i / 14));
    for (let i = 0; i < 14; i++) { sheet.line(xs[i], deck + 10, xs[i + 1], lower(xs[i + 1]), 3.4); sheet.line(xs[i], lower(xs[i]), xs[i + 1], deck + 10, 3.4); }
    for (const x of xs) sheet.line(x, deck + 8, x, lower(x), 5);
    const top = xs.map((x) => [x, lower(x) - 9]), under = xs.map((x) => [x, lower(x) + 9]).reverse();
    const rib = [...curve(top, false, 4), ...curve(under, false, 4)];
    sheet.shape(rib, { fill: BRICK, line: 3 });
    sheet.engrave(rib, { angle: 90, gap: 6, tone: 0.35 });
  }
  for (const p of piers.slice(1, 4)) {
    const stone = [[p - 44, deck + 20], [p + 44, deck + 20], [p + 54, foot + 34], [p - 54, foot + 34]];
    sheet.shape(stone, { line: 3.5 });
    sheet.engrave(stone, { angle: 90, gap: 7, tone: roundTone(p - 12, 62, 0.85, 0.1) });
    for (let i = 1; i < 9; i++) sheet.line(p - 45 - i, deck + 20 + i * 26, p + 45 + i, deck + 20 + i * 26, 2);
    for (const side of [-1, 1]) { sheet.shape(box(p + side * 44 - 15, foot - 76, 30, 13), { fill: INK }); sheet.disc(p + side * 44, foot - 56, 8, 8, { line: 3 }); }
    sheet.shape([[p - 70, foot + 26], [p + 70, foot + 26], [p + 84, foot + 62], [p - 84, foot + 62]], { line: 3 });
    sheet.engrave([[p - 70, foot + 26], [p + 70, foot + 26], [p + 84, foot + 62], [p - 84, foot + 62]], { gap: 7, tone: (x) => (x > p ? 0.7 : 0.3) });
  }
  sheet.shape(box(-5, deck - 6, 1610, 26), { line: 3.5 });
  sheet.engrave(box(-5, deck + 4, 1610, 16), { angle: 90, gap: 7, tone: 0.6 });
  for (let x = 8; x < 1600; x += 16) sheet.line(x, deck - 6, x, deck - 36, 2.4);
  sheet.line(0, deck - 36, 1600, deck - 36, 4.5);
  for (const p of [160, 600, 1040, 1480]) lampPost(sheet, p, deck - 4, 118);
  for (const [x, o] of [[250, { hat: 'brim', walk: true }], [286, { hat: 'long', skirt: true, coat: PAPER, walk: true }], [760, { hat: 'cap', walk: true, flip: true, bag: true }], [1180, { hat: 'wool', arm: 'fore' }], [1330, { hat: 'hair', coat: OCHRE, skirt: true, walk: true, flip: true }]]) figure(sheet, x, deck - 4, 74, o);
  for (let x = 8; x < 1600; x += 16) sheet.line(x, deck - 6, x, deck - 36, 1.4);
  const bank = [...curve([[0, 780], [180, 800], [360, 850], [520, 900]]), [0, 900]];
  sheet.shape(bank, { fill: OCHRE, line: 3 });
  sheet.engrave(bank, { angle: 18, gap: 10, tone: 0.3 });
  grass(sheet, 0, 440, 800, 900, 160, 24);
  rowboat(sheet, 1000, 800, 1, { tint: PAPER });
  figure(sheet, 990, 784, 104, { hat: 'cap', coat: PAPER, arm: 'fore' });
  reeds(sheet, 10, 300, 900, 34, 210);
  gullInFlight(sheet, 560, 230, 70); farGulls(sheet, [[900, 220, 14], [950, 240, 12]]);
}

export function lighthouse(sheet) {
  const lamp = [640, 330];
  const beam = (x, y) => {
    const a = Math.atan2(y - lamp[1], x - lamp[0]), r = Math.hypot(x - lamp[0], y - lamp[1]);
    const hit = Math.min(...[3.3, 2.9, -0.22, 0.2].map((b) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)))));
    return Math.max(smoothstep(0.16, 0.08, hit), smoothstep(170, 90, r));
  };
  sky(sheet, { bottom: 1020, dark: 0.86, pale: 0.5, gap: 9, tint: BLUE, clouds: [{ x: 250, y: 760, w: 420, h: 90 }, { x: 1010, y: 690, w: 380, h: 100 }], light: (x, y) => 1 - 0.93 * beam(x, y) });
  for (let i = 0; i < 40; i++) { const x = sheet.between(20, 1180), y = sheet.between(20, 560); if (beam(x, y) < 0.2) sheet.disc(x, y, sheet.between(2.5, 5), undefined, { line: 0 }); }
  water(sheet, { top: 1020, bottom: 1500, tint: BLUE, tone: 0.8, near: 22 });
  rock(sheet, curve([[120, 1180], [200, 1110], [330, 1080], [400, 1000], [520, 960], [760, 955], [880, 1010], [960, 1090], [1090, 1140], [1140, 1210], [900, 1250], [560, 1262], [280, 1240]], true), { gap: 9 });
  const cottage = box(760, 860, 210, 120);
  sheet.shape(cottage, { line: 3 }); sheet.engrave(cottage, { gap: 8, tone: 0.25 });
  for (const x of [785, 850, 912]) windowPane(sheet, x, 892, 36, 46, { lit: OCHRE, down: 2 });
  const slope = [[742, 864], [790, 790], [945, 790], [990, 864]];
  sheet.shape(slope, { fill: BRICK, line: 3 }); sheet.engrave(slope, { angle: 78, gap: 8, tone: 0.5 });
  sheet.shape(box(900, 756, 30, 54), { line: 3 }); sheet.engrave(box(900, 756, 30, 54), { gap: 7, tone: 0.6 });
  const half = (y) => mix(62, 128, (y - 400) / 580);
  const tower = [[640 - half(400), 400], [640 + half(400), 400], [640 + half(980), 985], [640 - half(980), 985]];
  sheet.shape(tower, { line: 4 });
  for (const [y0, y1] of [[500, 600], [710, 815], [910, 985]]) sheet.shape([[640 - half(y0), y0], [640 + half(y0), y0], [640 + half(y1), y1], [640 - half(y1), y1]], { fill: BRICK, line: 2.5 });
  sheet.engrave(tower, { gap: 8, step: 5, tone: (x, y) => clamp((x - 640) / half(y) + 0.1, 0.08, 1) ** 1.3 * 0.95, bend: (u) => 16 - ((u - 640) / 128) ** 2 * 16 });
  for (const y of [470, 640, 850]) windowPane(sheet, 612, y, 34, 54, { lit: y === 640 ? OCHRE : null, down: 2 });
  sheet.shape([[560, 400], [720, 400], [744, 378], [536, 378]], { line: 3.5 }); sheet.engrave(box(540, 382, 200, 16), { angle: 90, gap: 7, tone: 0.6 });
  for (let x = 540; x <= 740; x += 16) sheet.line(x, 378, x, 344, 3);
  sheet.line(536, 344, 744, 344, 5);
  sheet.shape(box(590, 284, 100, 94), { line: 3.5, fill: OCHRE });
  for (const x of [615, 640, 665]) sheet.line(x, 284, x, 378, 3);
  sheet.line(590, 330, 690, 330, 3); sheet.disc(640, 330, 17, 22, { line: 3 });
  const cap = [...curve([[576, 286], [596, 250], [640, 226], [684, 250], [704, 286]])];
  sheet.shape(cap, { fill: INK }); sheet.engrave(cap, { angle: 90, gap: 12, tone: (x) => (x < 640 ? 0.3 : 0), ink: PAPER });
  sheet.line(640, 226, 640, 190, 5); sheet.disc(640, 190, 7, 7, { fill: INK });
  rock(sheet, curve([[0, 1500], [0, 1330], [120, 1290], [260, 1330], [360, 1400], [520, 1440], [560, 1500]], true, 8), { gap: 11 });
  rock(sheet, curve([[1200, 1500], [1200, 1360], [1120, 1330], [1010, 1400], [900, 1440], [860, 1500]], true, 8), { gap: 11 });
  for (const pts of [[[100, 1200], [330, 1254], [560, 1274], [820, 1262], [1120, 1220]], [[20, 1310], [260, 1330], [420, 1420]], [[900, 1440], [1020, 1400], [1120, 1330]]]) foam(sheet, curve(pts, false, 8), 16);
}

function smoke(sheet, puffs) {
  for (const [x, y, r] of puffs) {
    const blob = arc(x, y, r, r * 0.8);
    sheet.shape(blob, { line: 0 });
    sheet.engrave(blob, { angle: -20, gap: 7, tone: (px, py) => clamp(((px - x) * 0.5 + (py - y)) / r, 0, 0.75) });
    sheet.stroke(arc(x, y, r, r * 0.8, 2.4, 5.8, 24), 2.2);
  }
}

export function ferry(sheet) {
  sky(sheet, { bottom: 560, clouds: [{ x: 330, y: 340, w: 500, h: 110 }, { x: 1280, y: 130, w: 500, h: 130 }, { x: 1330, y: 400, w: 380, h: 60 }] });
  hill(sheet, [[1080, 560], [1180, 520], [1300, 486], [1440, 500], [1600, 452]], 566, { tone: 0.45 });
  hill(sheet, [[0, 540], [130, 524], [280, 550], [400, 562]], 566, { tone: 0.4 });
  water(sheet, { top: 560, bottom: 900, tint: BLUE, tone: 0.7, near: 20, shadow: (x, y) => 0.6 * smoothstep(0, 120, x - 230) * smoothstep(1340, 1240, x) * smoothstep(800, 700, y) * (y > 660 ? 1 : 0) });
  smoke(sheet, [[360, 78, 74], [440, 104, 66], [520, 130, 58], [600, 158, 50], [668, 184, 42], [722, 212, 32], [758, 240, 22]]);
  const funnel = [[716, 386], [734, 262], [826, 262], [828, 386]];
  sheet.shape(funnel, { fill: BRICK, line: 3.5 }); sheet.engrave(funnel, { gap: 7, tone: roundTone(762, 70, 0.95, 0.12) });
  sheet.shape([[730, 290], [734, 262], [826, 262], [827, 290]], { fill: INK });
  const deckRow = (x, y, w, h, n, tint) => {
    sheet.shape([[x, y], [x + w, y], [x + w + 14, y + h], [x - 6, y + h]], { fill: tint, line: 3 });
    sheet.engrave(box(x, y + h * 0.7, w, h * 0.3), { gap: 6, tone: 0.4 });
    for (let i = 0; i < n; i++) windowPane(sheet, x + 18 + (i * (w - 30)) / n, y + 14, (w - 30) / n - 14, h * 0.46, { across: 1, down: 1, sill: false });
  };
  deckRow(920, 330, 210, 66, 5, PAPER); deckRow(430, 392, 760, 68, 16, PAPER); deckRow(340, 456, 920, 76, 20, PAPER);
  sheet.shape(box(905, 318, 240, 14), { fill: OCHRE, line: 3 });
  for (const mx of [640, 1030]) { sheet.line(mx, 330, mx, 170, 5); sheet.line(mx - 40, 215, mx + 40, 215, 3); }
  sheet.strokes([[[640, 172], [360, 456]], [[640, 172], [1030, 172]], [[1030, 172], [1372, 520]], [[1030, 200], [960, 318]]], 1.8);
  for (let i = 0; i < 6; i++) { const bx = 452 + i * 42 + (i > 2 ? 230 : 0); const b = [...arc(bx, 374, 19, 11, 0, Math.PI, 10)]; sheet.shape(b, { fill: OCHRE }); sheet.line(bx - 19, 374, bx + 19, 374, 4); sheet.line(bx - 20, 350, bx - 20, 392, 2.5); }
  const hull = [...curve([[226, 520], [520, 532], [900, 532], [1240, 522], [1420, 488]]), ...curve([[1420, 488], [1376, 580], [1330, 690]]), [300, 690], ...curve([[300, 690], [252, 640], [226, 520]])];
  sheet.shape(hull, { fill: PAPER, line: 4 });
  sheet.engrave(hull, { gap: 9, tone: (x, y) => (y < 560 - (x > 1240 ? (x - 1240) * 0.2 : 0) ? 0.1 : clamp(0.62 + 0.25 * ((x - 300) / 1000) + (y - 560) / 500, 0, 0.92)), bend: (u) => (u > 1150 ? -(((u - 1150) / 270) ** 2) * 34 : 0) });
  for (let x = 330; x < 1260; x += 44) sheet.disc(x, 590, 8, 8, { line: 3 });
  for (let x = 250; x < 1390; x += 18) { const y = x < 1240 ? 528 : 522 - (x - 1240) * 0.19; sheet.line(x, y, x, y - 26, 1.8); }
  sheet.stroke(curve([[246, 502], [520, 504], [900, 504], [1240, 496], [1404, 462]]), 2.6);
  crowd(sheet, [[370, 456], [420, 456], [1215, 496], [1262, 492], [1300, 486]], 54, [INK, PAPER, OCHRE]);
  foam(sheet, curve([[1350, 700], [1290, 690], [1200, 708], [1060, 700], [900, 712], [700, 704], [500, 712], [310, 700], [150, 716], [40, 706]], false, 9), 15);
  foam(sheet, curve([[1360, 690], [1330, 660], [1380, 690], [1430, 720]], false, 6), 17);
  gullInFlight(sheet, 220, 250, 120, { flip: false }); gullInFlight(sheet, 1380, 290, 80, { flip: true }); gullInFlight(sheet, 150, 420, 60);
}

function breaker(sheet, base, crest, { tint = PAPER, dark = 0.8 } = {}) {
  const top = curve(crest, false, 12);
  const body = [...top, [crest.at(-1)[0], base], [crest[0][0], base]];
  sheet.shape(body, { fill: tint, line: 3 });
  const heightAt = (x) => { for (let i = 1; i < top.length; i++) if (top[i][0] >= x) return top[i][1]; return base; };
  sheet.engrave(body, { gap: 11, step: 8, tone: (x, y) => {
    const depth = (y - heightAt(x)) / 140;
    return clamp(dark * smoothstep(0.08, 0.5, depth) * (0.55 + 0.8 * sheet.noise(x / 60 + y / 40, y / 15)) - 0.1, 0, 0.92);
  }, bend: (u) => heightAt(u) * 0.42 - 200 });
  foam(sheet, top.filter((_, i) => i % 2 === 0), 14);
}

export function storm(sheet) {
  sheet.engrave(box(0, 0, 1600, 640), { angle: -7, gap: 9, tone: (x, y) => clamp(0.22 + 0.95 * sheet.noise(x / 300, y / 110) * (1 - y / 800) + 0.3 * sheet.noise(x / 70, y / 30) - 0.1, 0.08, 0.95), wobble: 2 });
  breaker(sheet, 760, [[0, 520], [160, 540], [330, 500], [520, 545], [760, 520], [980, 560], [1300, 540], [1600, 560]], { tint: BLUE });
  const mole = [[820, 640], [860, 520], [1600, 486], [1600, 760], [800, 760]];
  sheet.shape(mole, { line: 4 });
  sheet.engrave(mole, { angle: 88, gap: 9, tone: fade(500, 0.2, 740, 0.85) });
  for (let i = 0; i < 6; i++) sheet.stroke([[850 - i * 6, 545 + i * 34], [1600, 520 + i * 42]], 2.4);
  for (let i = 0; i < 5; i++) for (let x = 880 + (i % 2) * 60; x < 1600; x += 120) { const k = (x - 850) / 750; sheet.line(x, mix(545 + i * 34, 520 + i * 42, k), x, mix(579 + i * 34, 562 + i * 42, k), 2); }
  sheet.shape([[852, 524], [1600, 486], [1600, 466], [856, 508]], { line: 3 });
  const tower = [[1010, 512], [1022, 330], [1082, 330], [1096, 508]];
  sheet.shape(tower, { line: 3.5, fill: OCHRE }); sheet.engrave(tower, { gap: 8, tone: roundTone(1040, 48, 0.9, 0.1) });
  windowPane(sheet, 1040, 400, 22, 36, { down: 2 });
  sheet.shape(box(1010, 316, 84, 14), { line: 3 }); sheet.shape(box(1030, 272, 44, 44), { line: 3, fill: OCHRE }); sheet.line(1052, 272, 1052, 316, 3);
  sheet.shape([[1020, 272], [1052, 238], [1084, 272]], { fill: INK });
  for (const x of [1240, 1400, 1560]) lampPost(sheet, x, 494 - (x - 1240) * 0.05, 120);
  // the wave that breaks on the head of the mole
  const burst = [];
  for (let i = 0; i < 190; i++) { const a = sheet.between(-2.75, -0.75), r = sheet.rnd() ** 0.7 * 440 * (0.55 + 0.45 * Math.sin(-a)); burst.push([790 + Math.cos(a) * r * 0.75, 600 + Math.sin(a) * r]); }
  const spray = curve([[540, 650], [490, 540], [440, 470], [500, 420], [490, 340], [570, 340], [620, 250], [690, 260], [740, 170], [800, 240], [870, 190], [910, 290], [980, 290], [980, 390], [1030, 440], [970, 520], [900, 650]], true, 10);
  sheet.shape(spray, { line: 0 });
  foam(sheet, spray.filter((_, i) => i % 2 === 0), 24);
  sheet.engrave(spray, { angle: 80, gap: 10, tone: (x, y) => clamp(sheet.noise(x / 30, y / 90) * 1.3 - 0.62 + (y - 400) / 900, 0, 0.6), wobble: 2 });
  foam(sheet, burst, 15);
  for (let i = 0; i < 110; i++) { const a = sheet.between(-2.9, -0.5), r = sheet.between(330, 560); sheet.disc(790 + Math.cos(a) * r * 0.75, 590 + Math.sin(a) * r, sheet.between(2, 6), undefined, { line: 1.6 }); }
  breaker(sheet, 860, [[0, 640], [120, 610], [260, 560], [380, 600], [520, 690], [700, 660], [860, 640], [1010, 700], [1200, 720], [1380, 690], [1600, 740]], { tint: BLUE, dark: 0.95 });
  breaker(sheet, 910, [[0, 800], [200, 780], [380, 730], [560, 790], [760, 820], [980, 770], [1180, 740], [1330, 800], [1600, 830]], { tint: BLUE, dark: 1 });
  const rain = [], white = [];
  for (let i = 0; i < 200; i++) { const x = sheet.between(-50, 1650), y = sheet.between(-40, 860), l = sheet.between(30, 90); (i % 2 ? rain : white).push([[x, y], [x - l * 0.4, y + l]]); }
  sheet.strokes(white, 2.2, PAPER); sheet.strokes(rain, 1.4);
  gullInFlight(sheet, 330, 240, 90, { turn: -18 });
}

function rower(sheet, x, y, swing) {
  const hip = [x, y - 8], shoulder = [x - 30 - swing * 26, y - 92], head = [shoulder[0] - 6 - swing * 6, shoulder[1] - 30], knee = [x + 46, y - 48], heel = [x + 82, y - 4], hand = [x + 46 - swing * 40, y - 62];
  const leg = [hip, knee, heel]; sheet.stroke(leg, 22); sheet.stroke(leg, 16, PAPER);
  const torso = curve([[hip[0] - 20, hip[1]], [shoulder[0] - 20, shoulder[1] + 4], [shoulder[0] + 2, shoulder[1] - 10], [shoulder[0] + 20, shoulder[1] + 12], [hip[0] + 20, hip[1]]], true, 8);
  sheet.shape(torso, { fill: BRICK, line: 3 }); sheet.engrave(torso, { angle: 70, gap: 6, tone: (px) => clamp((x - px) / 40 + 0.2, 0.05, 0.7) });
  sheet.disc(head[0], head[1], 15, 18, { line: 3 });
  sheet.shape([...arc(head[0], head[1] - 4, 17, 16, Math.PI, Math.PI * 2, 10), [head[0] + 24, head[1] - 2]], { fill: INK, line: 1 });
  sheet.stroke([shoulder, [mix(shoulder[0], hand[0], 0.5), mix(shoulder[1], hand[1], 0.5) + 12], hand], 15); sheet.stroke([shoulder, [mix(shoulder[0], hand[0], 0.5), mix(shoulder[1], hand[1], 0.5) + 12], hand], 9, PAPER);
  const blade = [x + 20 + 150, y + 92];
  sheet.stroke([hand, blade], 6); sheet.shape([[blade[0] - 12, blade[1] - 14], [blade[0] + 46, blade[1] + 10], [blade[0] + 40, blade[1] + 26], [blade[0] - 16, blade[1] + 4]], { fill: BRICK, line: 3 });
  sheet.strokes([arc(blade[0] + 20, blade[1] + 20, 56, 13, 0.2, 2.9), arc(blade[0] + 20, blade[1] + 22, 84, 22, 0.4, 2.7)], 3);
}

export function rowing(sheet) {
  sky(sheet, { bottom: 400, dark: 0.36, clouds: [{ x: 1180, y: 150, w: 560, h: 110 }, { x: 340, y: 220, w: 480, h: 80 }] });
  sheet.disc(430, 120, 56, 56, { fill: OCHRE, line: 2.5 });
  hill(sheet, [[0, 366], [260, 330], [620, 352], [980, 318], [1300, 344], [1600, 310]], 430, { tone: 0.25 });
  for (let i = 0; i < 22; i++) foliage(sheet, i * 76 + sheet.between(-20, 20), sheet.between(364, 392), sheet.between(46, 74), sheet.between(36, 66), { mark: 7 });
  house(sheet, 1080, 424, 130, 78, { gable: 'point', floors: 2, tint: OCHRE }); house(sheet, 1214, 424, 90, 66, { gable: 'flat', floors: 1, tint: PAPER });
  water(sheet, { top: 420, bottom: 900, tint: BLUE, tone: 0.5, near: 20, shadow: (x, y) => 0.75 * smoothstep(540, 425, y) + 0.8 * smoothstep(90, 50, Math.abs(y - 740)) * smoothstep(60, 180, x) * smoothstep(1520, 1400, x) * (y > 700 ? 1 : 0) });
  for (let i = 0; i < 14; i++) { const y = sheet.between(420, 470), x = sheet.between(0, 1500); sheet.line(x, y, x + sheet.between(80, 300), y, 4, PAPER); }
  const shell = [...curve([[40, 676], [300, 668], [800, 664], [1300, 668], [1560, 674]]), ...curve([[1560, 674], [1300, 704], [800, 716], [300, 706], [40, 676]])];
  sheet.shape(shell, { fill: OCHRE, line: 3.5 }); sheet.engrave(shell, { gap: 7, tone: fade(672, 0.1, 712, 0.9) });
  for (const [i, x] of [330, 590, 850, 1110].entries()) rower(sheet, x, 676, [0.1, 0, 0.14, 0.05][i]);
  sheet.clip(box(1250, 540, 300, 140), () => figure(sheet, 1380, 748, 150, { hat: 'cap', coat: PAPER, flip: true, arm: 'fore' }));
  sheet.shape([...curve([[1250, 668], [1400, 672], [1560, 674]]), ...curve([[1560, 674], [1400, 702], [1250, 706]])], { fill: OCHRE, line: 0 });
  sheet.engrave([[1250, 672], [1540, 676], [1400, 700], [1250, 706]], { gap: 7, tone: fade(672, 0.1, 712, 0.9) });
  sheet.stroke(curve([[1250, 668], [1400, 671], [1560, 674]]), 3.5); sheet.stroke(curve([[1560, 674], [1400, 699], [1250, 706]]), 3.5);
  reeds(sheet, 0, 210, 905, 30, 250); reeds(sheet, 1390, 1600, 905, 28, 210); reeds(sheet, 210, 420, 910, 12, 110);
  farGulls(sheet, [[760, 160, 15], [810, 140, 12], [860, 170, 13]]);
  foam(sheet, [[40, 690], [24, 694]], 6);
}
