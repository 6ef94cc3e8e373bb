// Scenes under the open sky.
import { BLUE, BRICK, INK, OCHRE, PAPER, arc, box, clamp, curve, fade, mix, roundTone, smoothstep } from './ink.mjs';
import { bareTree, conifer, farGulls, foam, grass, gullInFlight, rock, sky, water } from './nature.mjs';
import { figure, house, lampPost, windowPane } from './town.mjs';

export function park(sheet) {
  const sun = [960, 290];
  sheet.shape(box(0, 0, 1600, 560), { fill: PAPER, line: 0 });
  // frost light: rings around a low sun
  for (let r = 76, i = 0; r < 1500; r += 14 + r * 0.005, i++) {
    const ring = arc(...sun, r, r, 0, Math.PI * 2, Math.round(60 + r / 4));
    const halves = ring.map(([x, y]) => (y > 560 || x < -20 || x > 1620 || y < -20 ? 0 : 0.55 + 2.6 * smoothstep(60, 1000, r) * (0.6 + 0.8 * sheet.noise(x / 190, y / 60))));
    sheet.add(`<path d="${sheet.ribbonPath(ring, halves, 0.6)}" fill="${INK}"/>`);
  }
  sheet.disc(...sun, 62, 62, { fill: OCHRE, line: 2.5 });
  let x = 30; for (let i = 0; i < 13; i++) { const w = sheet.between(70, 130); house(sheet, x, 520, w, sheet.between(50, 110), { gable: ['point', 'flat', 'step', 'curve'][i % 4], floors: 2, bays: 2, shade: 0.4, tint: i % 3 ? PAPER : BRICK }); x += w + sheet.between(0, 26); }
  const lawn = [...curve([[0, 520], [400, 508], [900, 520], [1600, 504]]), [1600, 900], [0, 900]]; sheet.shape(lawn, { line: 3 }); sheet.engrave(lawn, { gap: 11, tone: (px, py) => 0.08 + 0.34 * smoothstep(0.5, 0.8, sheet.noise(px / 200, py / 20)) });
  const pond = curve([[60, 610], [220, 576], [460, 580], [620, 612], [540, 660], [300, 676], [110, 656]], true, 10); sheet.shape(pond, { fill: BLUE, line: 3.5 }); sheet.engrave(pond, { gap: 8, tone: (px, py) => clamp(sheet.noise(px / 90, py / 8) * 1.3 - 0.4, 0, 0.6) });
  for (const [dx, dy] of [[200, 620], [240, 632], [420, 616]]) sheet.shape(curve([[dx - 20, dy], [dx - 8, dy - 12], [dx + 8, dy - 10], [dx + 12, dy - 24], [dx + 22, dy - 22], [dx + 18, dy - 6], [dx + 10, dy + 4], [dx - 12, dy + 5]], true, 5), { line: 2.5 });
  const path = [...curve([[900, 560], [930, 640], [820, 740], [520, 900]]), ...curve([[1180, 900], [1120, 740], [1040, 640], [960, 560]])]; sheet.shape(path, { fill: OCHRE, line: 3 }); sheet.engrave(path, { gap: 10, tone: (px, py) => 0.08 + 0.35 * sheet.noise(px / 70, py / 9) });
  for (const [sx, k] of [[1300, 1], [330, 1], [760, 0.6]]) sheet.engrave([[sx, 640 * k + 330 * (1 - k)], [sx - 190, 800], [sx - 120, 800], [sx + 20, 640 * k + 330 * (1 - k)]].map(([a, b]) => [a, Math.max(b, 560)]), { angle: 0, gap: 9, tone: 0.5 });
  bareTree(sheet, 700, 580, 330, { frost: true, width: 13 }); bareTree(sheet, 500, 560, 260, { frost: true, width: 10 }); bareTree(sheet, 1420, 600, 400, { frost: true, width: 17, lean: -0.05 });
  bareTree(sheet, 150, 800, 800, { frost: true, width: 34, lean: 0.08 }); bareTree(sheet, 1240, 740, 620, { frost: true, width: 26, lean: 0.03 });
  lampPost(sheet, 860, 720, 300); lampPost(sheet, 990, 590, 130);
  figure(sheet, 930, 790, 210, { hat: 'wool', walk: true, scarf: true, arm: 'pockets' }); figure(sheet, 1000, 610, 70, { hat: 'brim', walk: true });
  sheet.place(1050, 800, 1, () => { const dog = curve([[-46, -34], [-30, -46], [20, -44], [40, -62], [58, -60], [72, -48], [54, -40], [40, -30], [28, -18], [-30, -18]], true, 6); for (const [a, b] of [[-34, -46], [-24, -20], [18, 10], [30, 36]]) sheet.line(a, -22, b, 2, 7); sheet.shape(dog, { fill: INK }); sheet.stroke(curve([[-44, -36], [-62, -50], [-66, -66]]), 6); }); sheet.stroke(curve([[950, 690], [1000, 730], [1086, 752]]), 2.5);
  grass(sheet, 0, 560, 700, 890, 110, 22); grass(sheet, 1180, 1600, 740, 890, 70, 22);
  // bench
  sheet.place(1390, 800, 1.1, () => { for (const y of [-96, -76, -46, -36]) { sheet.shape(box(-120, y, 240, y < -50 ? 14 : 8), { fill: BRICK, line: 3 }); } for (const bx of [-104, 92]) { sheet.line(bx, -100, bx, -40, 6); sheet.line(bx, -38, bx - 8, 6, 7); sheet.line(bx + 14, -34, bx + 24, 6, 7); } sheet.strokes([[[-116, -97], [116, -97]]], 5, PAPER); });
  for (let i = 0; i < 60; i++) { const lx = sheet.between(0, 1600), ly = sheet.between(640, 890); sheet.shape(curve([[lx - 9, ly], [lx, ly - 5], [lx + 9, ly], [lx, ly + 4]], true, 4), { fill: i % 3 ? PAPER : BRICK, line: 1.6 }); }
  farGulls(sheet, [[820, 130, 14], [860, 110, 12], [770, 150, 11]]);
}

export function observatory(sheet) {
  sheet.shape(box(0, 0, 1600, 900), { fill: INK, line: 0 });
  const pole = [1020, 210];
  for (let r = 14; r < 1300; r += 11) {
    let a = sheet.between(0, 1);
    const arcs = [];
    while (a < Math.PI * 2) { const len = sheet.between(0.2, 0.5); if (sheet.rnd() < 0.72) arcs.push(arc(...pole, r, r, a, a + len, Math.max(4, Math.round(r * len / 10)))); a += len + sheet.between(0.05, 0.5); }
    sheet.strokes(arcs, sheet.between(1, 3.6), sheet.rnd() < 0.2 ? OCHRE : sheet.rnd() < 0.5 ? BLUE : PAPER);
  }
  sheet.disc(...pole, 5, 5, { line: 0 });
  const ridge = [...curve([[0, 650], [300, 610], [700, 660], [1100, 640], [1600, 600]]), [1600, 900], [0, 900]]; sheet.shape(ridge, { fill: INK, line: 2, ink: BLUE }); sheet.engrave(ridge, { angle: 10, gap: 9, ink: BLUE, tone: (x, y) => clamp(sheet.noise(x / 80, y / 18) - 0.3, 0, 0.4) });
  const knoll = [...curve([[-20, 860], [160, 760], [360, 690], [560, 672], [760, 690], [980, 780], [1300, 900]]), [1300, 910], [-20, 910]]; sheet.shape(knoll, { line: 4 }); sheet.engrave(knoll, { angle: 22, gap: 10, tone: (x, y) => clamp(0.3 + 0.6 * sheet.noise(x / 60, y / 26) + (x - 560) / 1600, 0.1, 0.95) });
  for (const [x, y, h] of [[70, 860, 250], [150, 850, 190], [235, 800, 140], [920, 800, 170], [1010, 850, 240], [1110, 880, 300], [1220, 890, 210], [1380, 900, 260], [1500, 905, 330], [1580, 900, 240], [20, 900, 300]]) { conifer(sheet, x, y, h); }
  const drum = box(390, 520, 340, 170); sheet.shape(drum, { line: 4 }); sheet.engrave(drum, { gap: 8, tone: roundTone(510, 210, 1, 0.1) }); for (let y = 545; y < 690; y += 24) sheet.line(390, y, 730, y, 1.8);
  windowPane(sheet, 440, 570, 46, 70, { arched: true, lit: OCHRE }); windowPane(sheet, 640, 570, 46, 70, { arched: true, lit: OCHRE }); sheet.shape(box(536, 590, 60, 100), { fill: OCHRE, line: 4 }); figure(sheet, 566, 692, 88, { hat: 'none' });
  const dome = arc(560, 500, 186, 210, Math.PI, Math.PI * 2, 50); sheet.shape(dome, { fill: BLUE, line: 4.5 }); sheet.engrave(dome, { gap: 8, tone: (x, y) => clamp(((x - 500) / 186) * 0.9 + 0.05 + (Math.abs((x - 560) / 186) > 0.93 ? 0.2 : 0), 0.05, 0.95), bend: (u) => 10 - ((u - 560) / 186) ** 2 * 10 });
  for (const k of [-0.75, -0.45, 0.75]) sheet.stroke(Array.from({ length: 20 }, (_, i) => { const a = (i / 19) * (Math.PI / 2); return [560 + k * 186 * Math.cos(a), 500 - 210 * Math.sin(a)]; }), 2.4);
  const slit = [...Array.from({ length: 16 }, (_, i) => { const a = (i / 15) * 1.4; return [560 + 0.02 * 186 + 186 * 0.05 * Math.cos(a), 500 - 40 - 168 * Math.sin(a)]; }), ...Array.from({ length: 16 }, (_, i) => { const a = 1.4 - (i / 15) * 1.4; return [560 + 186 * 0.46 * Math.cos(a) + 6, 500 - 40 - 160 * Math.sin(a)]; })]; sheet.shape(slit, { fill: INK, line: 4 }); sheet.stroke([...slit, slit[0]], 3, PAPER);
  const tube = [[566, 440], [596, 462], [712, 278], [672, 254]]; sheet.shape(tube, { fill: OCHRE, line: 4 }); sheet.engrave(tube, { angle: -58, gap: 7, tone: (x, y) => clamp(((x - 566) * 0.86 + (y - 440) * 0.5) / 90 - (440 - y) / 700, 0.05, 0.8) }); sheet.shape([[664, 252], [680, 228], [734, 260], [718, 284]], { fill: PAPER, line: 4 });
  sheet.shape(box(376, 498, 368, 26), { line: 4 }); sheet.engrave(box(376, 498, 368, 26), { angle: 90, gap: 8, tone: 0.5 });
  const path = [...curve([[546, 692], [560, 760], [480, 830], [360, 905]]), ...curve([[560, 905], [600, 820], [620, 750], [590, 692]])]; sheet.shape(path, { line: 3 }); sheet.engrave(path, { gap: 10, tone: 0.2 });
  figure(sheet, 500, 872, 150, { hat: 'brim', walk: true, scarf: true }); figure(sheet, 556, 850, 100, { hat: 'wool', arm: 'up', coat: PAPER });
}

function standingGull(sheet, x, y, s, { flip = false } = {}) {
  sheet.place(x, y, s, () => {
    for (const lx of [-8, 26]) { sheet.line(lx, -70, lx + 4, 0, 6); sheet.stroke([[lx - 12, 2], [lx + 4, -4], [lx + 24, 2]], 6); sheet.line(lx + 4, -4, lx + 8, 5, 5); }
    const body = curve([[-150, -86], [-100, -112], [-40, -150], [30, -176], [62, -214], [72, -250], [104, -272], [138, -262], [150, -236], [140, -206], [136, -160], [112, -100], [50, -66], [-30, -62]], true, 9);
    sheet.shape(body, { line: 4 });
    sheet.engrave(body, { angle: 8, gap: 7, tone: (px, py) => clamp((py + 130) / 90 - 0.15, 0, 0.62) });
    const wing = curve([[60, -160], [0, -166], [-60, -136], [-130, -96], [-210, -60], [-130, -70], [-40, -84], [40, -104], [76, -136]], true, 9);
    sheet.shape(wing, { fill: BLUE, line: 3.5 });
    sheet.engrave(wing, { angle: 22, gap: 7, tone: (px, py) => clamp(0.16 + (py + 150) / 180 + (px < -120 ? 0.6 : 0), 0, 0.95) });
    for (const [a, b] of [[[50, -118], [-90, -84]], [[62, -136], [-60, -104]], [[40, -104], [-150, -66]], [[20, -150], [-70, -122]]]) sheet.stroke(curve([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 6], b]), 2.5);
    sheet.shape(curve([[-120, -84], [-216, -56], [-236, -44], [-170, -56], [-110, -66]], true, 6), { fill: INK });
    sheet.shape(curve([[146, -252], [176, -248], [196, -234], [192, -224], [170, -232], [148, -234]], true, 6), { fill: OCHRE, line: 3 }); sheet.line(150, -240, 186, -236, 2); sheet.disc(180, -231, 4, 4, { fill: BRICK, line: 1 });
    sheet.disc(120, -248, 8, 8, { line: 2.5 }); sheet.disc(121, -248, 4, 4, { fill: INK, line: 0 });
    sheet.strokes(Array.from({ length: 12 }, (_, i) => [[92 + (i % 4) * 10, -210 + Math.floor(i / 4) * 22], [86 + (i % 4) * 10, -200 + Math.floor(i / 4) * 22]]), 2);
  }, { flip });
}

export function seabirds(sheet) {
  sky(sheet, { bottom: 760, dark: 0.36, clouds: [{ x: 330, y: 200, w: 460, h: 120 }, { x: 700, y: 520, w: 420, h: 80 }] });
  water(sheet, { top: 760, bottom: 1200, tint: BLUE, tone: 0.6, near: 22 });
  rock(sheet, [[1200, 120], [1130, 96], [1060, 150], [1010, 150], [980, 240], [940, 262], [930, 380], [890, 420], [900, 540], [850, 590], [862, 700], [820, 760], [840, 860], [1200, 900]], { gap: 10 });
  for (const [x, y, w] of [[960, 300, 110], [910, 460, 150], [900, 620, 140], [1010, 210, 120], [1060, 380, 140], [1040, 560, 130], [1060, 720, 140]]) {
    sheet.shape([[x - 20, y], [x + w, y - 10], [x + w - 14, y + 18], [x - 6, y + 20]], { line: 2.5 });
    for (let i = 0; i < w / 34; i++) { const bx = x + 4 + i * 33, by = y - 4; const bird = curve([[bx - 13, by], [bx - 14, by - 22], [bx - 6, by - 40], [bx + 6, by - 46], [bx + 14, by - 40], [bx + 8, by - 30], [bx + 14, by - 12], [bx + 10, by]], true, 5); sheet.shape(bird, { line: 2.5 }); sheet.shape(curve([[bx - 15, by], [bx - 14, by - 24], [bx - 4, by - 32], [bx - 2, by - 8]], true, 5), { fill: INK, line: 1 }); sheet.line(bx + 10, by - 40, bx + 24, by - 38, 4); }
  }
  foam(sheet, curve([[800, 870], [900, 880], [1000, 900], [1190, 912]], false, 8), 15);
  gullInFlight(sheet, 300, 360, 190, { turn: -8 }); gullInFlight(sheet, 640, 230, 130, { flip: true, turn: 6 }); gullInFlight(sheet, 720, 640, 100, { turn: -4 }); gullInFlight(sheet, 130, 580, 90, { flip: true }); gullInFlight(sheet, 560, 460, 64);
  farGulls(sheet, [[480, 120, 15], [520, 96, 12], [780, 390, 13], [820, 370, 11], [90, 690, 13], [440, 690, 12]]);
  rock(sheet, curve([[0, 1200], [0, 1060], [120, 1030], [260, 1052], [420, 1030], [600, 1060], [720, 1120], [780, 1200]], true, 10), { gap: 11 });
  const post = [[356, 1200], [350, 960], [372, 944], [452, 944], [474, 960], [480, 1200]]; sheet.shape(post, { fill: OCHRE, line: 4 }); sheet.engrave(post, { angle: 90, gap: 8, tone: roundTone(400, 66, 0.85, 0.14) }); sheet.shape(curve([[350, 962], [380, 976], [440, 976], [474, 962], [440, 946], [380, 946]], true, 6), { line: 3.5 }); for (const y of [1040, 1058, 1076]) sheet.stroke(curve([[350, y], [415, y + 12], [478, y]]), 9);
  standingGull(sheet, 400, 960, 1.32); standingGull(sheet, 1010, 1130, 0.78, { flip: true });
  rock(sheet, curve([[820, 1200], [840, 1150], [920, 1128], [1040, 1126], [1130, 1140], [1200, 1190], [1200, 1210]], true, 8), { gap: 10 });
}
