// Buildings, windows, people, boats, street furniture.
import { INK, PAPER, arc, box, clamp, curve, fade, mix, roundTone } from './ink.mjs';

export function windowPane(sheet, x, y, w, h, { across = 2, down = 3, lit = null, arched = false, sill = true } = {}) {
  const frame = arched ? [...arc(x + w / 2, y, w / 2, w / 2, Math.PI, Math.PI * 2, 14), [x + w, y + h], [x, y + h]] : box(x, y, w, h);
  sheet.shape(frame, { fill: lit ?? PAPER, line: 2.5 });
  if (!lit) sheet.engrave(frame, { angle: 90, gap: Math.max(4, w / 9), tone: (px, py) => ((px - x) / w + (py - y) / h < 0.55 ? 0.45 : 0.86), wobble: 0.2 });
  const ink = lit ? INK : PAPER, top = arched ? y - w * 0.45 : y;
  for (let i = 1; i < across; i++) sheet.line(x + (w * i) / across, top + 2, x + (w * i) / across, y + h - 1, 2.6, ink);
  for (let i = 1; i < down; i++) sheet.line(x + 1, y + (h * i) / down, x + w - 1, y + (h * i) / down, 2.6, ink);
  if (sill) sheet.shape(box(x - 5, y + h, w + 10, 5), { line: 2 });
}

export function bricks(sheet, x, y, w, h, { share = 0.12, size = 16 } = {}) {
  const marks = [], rows = size * 0.5;
  for (let row = 0, by = y + rows; by < y + h - 2; by += rows, row++) {
    for (let bx = x + (row % 2) * size * 0.5; bx < x + w - size; bx += size) if (sheet.rnd() < share) marks.push([[bx + 2, by], [bx + size - 2, by]]);
  }
  sheet.strokes(marks, 1.6);
}

/** A town house front; (x, y) is its lower left corner. */
export function house(sheet, x, y, w, h, { gable = 'point', bays = 3, floors = 3, tint = PAPER, shade = 0.2, lit = 0, litTint = PAPER, shop = false } = {}) {
  const rise = w * 0.42, m = x + w / 2, t = y - h;
  const tops = {
    point: [[x, t], [m, t - rise], [x + w, t]],
    flat: [[x, t], [x, t - 16], [x + w, t - 16], [x + w, t]],
    step: [[x, t], ...[0, 1, 2, 3].flatMap((i) => [[x + (w * i) / 9, t - (rise * (i + 1)) / 4.4], [x + (w * (i + 1)) / 9, t - (rise * (i + 1)) / 4.4]]),
      ...[3, 2, 1, 0].flatMap((i) => [[x + w - (w * (i + 1)) / 9, t - (rise * (i + 1)) / 4.4], [x + w - (w * i) / 9, t - (rise * (i + 1)) / 4.4]]), [x + w, t]],
    curve: [[x, t], ...curve([[x, t], [x + w * 0.14, t - rise * 0.2], [x + w * 0.22, t - rise * 0.7], [m, t - rise], [x + w * 0.78, t - rise * 0.7], [x + w * 0.86, t - rise * 0.2], [x + w, t]])],
  };
  const front = [[x, y], ...tops[gable], [x + w, y]];
  sheet.shape(front, { fill: tint, line: 3 });
  sheet.engrave(front, { gap: 7, tone: (px) => shade * (0.6 + 0.8 * clamp((px - x) / w)) });
  bricks(sheet, x + 3, t, w - 6, h, { share: 0.1 });
  const ww = (w / bays) * 0.46, fh = h / floors, wh = fh * 0.56;
  for (let f = shop ? 1 : 0; f < floors; f++) {
    const fy = y - (f + 1) * fh + fh * 0.24;
    for (let b = 0; b < bays; b++) {
      const bx = x + ((b + 0.5) * w) / bays - ww / 2;
      if (f === 0 && b === Math.floor(bays / 2)) { door(sheet, bx - 2, y, ww + 4, fh * 0.78); continue; }
      windowPane(sheet, bx, fy, ww, wh, { lit: sheet.rnd() < lit ? litTint : null });
    }
  }
  if (gable !== 'flat') windowPane(sheet, m - ww * 0.4, t - rise * 0.42, ww * 0.8, wh * 0.6, { down: 2, sill: false });
}

export function door(sheet, x, y, w, h) {
  sheet.shape(box(x, y - h, w, h), { line: 2.5 });
  sheet.engrave(box(x, y - h, w, h), { angle: 90, gap: 5, tone: 0.62, wobble: 0.2 });
  sheet.shape(box(x + w * 0.15, y - h * 0.92, w * 0.7, h * 0.26), { line: 2 });
  sheet.disc(x + w * 0.8, y - h * 0.42, 2.4, 2.4, { line: 0 });
}

export function roof(sheet, points, { angle = 80, tint = PAPER, tone = 0.45, gap = 8 } = {}) {
  sheet.shape(points, { fill: tint, line: 3 });
  sheet.engrave(points, { angle, gap, tone: (x, y) => tone * (0.6 + 0.7 * sheet.noise(x / 40, y / 16)) });
  sheet.engrave(points, { angle: 0, gap: gap * 1.8, tone: 0.14 });
}

export function lampPost(sheet, x, y, h, { lit = false } = {}) {
  sheet.line(x, y, x, y - h * 0.82, h * 0.03);
  sheet.shape(box(x - h * 0.035, y - h * 0.1, h * 0.07, h * 0.1), { fill: INK, line: 1 });
  sheet.line(x - h * 0.07, y - h * 0.74, x + h * 0.07, y - h * 0.74, h * 0.016);
  const t = y - h * 0.82, w = h * 0.05;
  sheet.shape([[x - w * 0.7, t], [x - w * 1.2, t - h * 0.13], [x + w * 1.2, t - h * 0.13], [x + w * 0.7, t]], { line: 2.5 });
  if (!lit) sheet.engrave(box(x, t - h * 0.12, w, h * 0.12), { angle: 90, gap: 4, tone: 0.5 });
  sheet.shape([[x - w * 1.5, t - h * 0.13], [x, t - h * 0.19], [x + w * 1.5, t - h * 0.13]], { fill: INK, line: 1 });
}

/** A standing or walking person drawn to a height of 100 and scaled; (x, y) is the ground between the feet. */
export function figure(sheet, x, y, height, { coat = INK, skirt = false, hat = 'none', walk = false, flip = false, arm = 'down', bag = false, scarf = false, back = false } = {}) {
  sheet.place(x, y, height / 100, () => {
    const dark = coat === INK, seam = dark ? PAPER : INK;
    const legs = walk
      ? [[[-5, -42], [-14, -3], [-20, -1], [-9, 0], [1, -40]], [[1, -42], [9, -22], [12, -2], [20, 0], [8, 0], [4, -20], [-4, -40]]]
      : [[[-7, -42], [-6, -2], [-12, 0], [-1, 0], [-0.5, -42]], [[0.5, -42], [2, 0], [12, 0], [7, -2], [7, -42]]];
    for (const leg of legs) sheet.shape(leg, { fill: INK, line: 3, ink: PAPER });
    for (const leg of legs) sheet.shape(leg, { fill: INK, line: 0.6 });
    const hem = skirt ? -20 : -38, flare = skirt ? 17 : 13;
    const body = curve([[-4, -84], [-12, -80], [-13, -62], [-11, -54], [-flare, hem], [0, hem + 2], [flare, hem], [11, -54], [13, -62], [12, -80], [4, -84]], true, 6);
    sheet.shape(body, { fill: coat, line: 4, ink: PAPER });
    sheet.shape(body, { fill: coat, line: 1.7 });
    if (dark) sheet.strokes([[[2, -80], [1, hem + 2]], [[-9, -58], [-flare + 4, hem]], [[8, -56], [flare - 5, hem]]], 1, PAPER);
    else sheet.engrave(body, { angle: 78, gap: 3.4, tone: (px) => 0.05 + 0.55 * clamp((px + 3) / 14), step: 4 });
    const arms = {
      down: [[[-12, -78], [-16, -62], [-14, -46]], [[12, -78], [16, -62], [14, -46]]],
      fore: [[[-12, -78], [-15, -64], [-12, -50]], [[10, -78], [18, -66], [26, -60]]],
      up: [[[-12, -78], [-16, -62], [-14, -46]], [[10, -78], [22, -86], [26, -100]]],
      pockets: [[[-12, -78], [-18, -64], [-11, -54]], [[12, -78], [18, -64], [11, -54]]],
    }[arm];
    for (const a of arms) { sheet.stroke(a, 7.4, PAPER); sheet.stroke(a, 6, INK); if (!dark) sheet.stroke(a, 3.4, coat); }
    if (height > 130) for (const a of arms) { const [hx, hy] = a[2]; sheet.disc(hx, hy, 3.7, 3.9, { line: 1.2 }); sheet.strokes([[[hx + 1, hy + 0.5], [hx + 0.6, hy + 3]]], 0.7); }
    if (height > 130 && !skirt && !back) sheet.strokes([[[-4, -84], [0, -76], [4, -84]], [[0, -76], [0, hem + 3]]], 1.1, seam);
    if (height > 130 && !skirt && !back) for (const by of [-70, -62, -54]) sheet.disc(3, by, 0.9, 0.9, { fill: seam, line: 0 });
    if (bag) { const [hx, hy] = arms[1][2]; sheet.shape(box(hx - 6, hy + 3, 13, 12), { line: 1.6 }); sheet.engrave(box(hx - 6, hy + 3, 13, 12), { angle: 45, gap: 3, tone: 0.3 }); }
    if (scarf) sheet.stroke([[-5, -84], [5, -83], [6, -70]], 3.6, PAPER);
    sheet.disc(0, -91, 6.4, 7.4, { line: 1.6 });
    sheet.engrave(arc(0, -91, 6.4, 7.4), { angle: 80, gap: 2.4, tone: (px) => clamp((px - 0.5) / 6, 0, 0.6), step: 2 });
    if (back) sheet.disc(0, -91.5, 6, 6.6, { fill: INK, line: 0 });
    else if (height > 130) {
      sheet.strokes([[[-3.6, -93.4], [-1.4, -93.8]], [[1.8, -93.8], [4, -93.4]]], 0.9);
      for (const ex of [-2.4, 2.9]) sheet.disc(ex, -91.6, 0.85, 0.85, { fill: INK, line: 0 });
      sheet.strokes([[[0.4, -91.6], [1.3, -88.6], [0, -88.4]], [[-1.6, -86.4], [0.4, -86], [2.2, -86.5]]], 0.8);
    }
    if (hat === 'brim') { sheet.shape([[-5.5, -95], [-5, -103], [5, -103], [5.5, -95]], { fill: INK, line: 1 }); sheet.line(-11, -95, 11, -95, 2.6); }
    if (hat === 'cap') sheet.shape([...arc(0, -94, 7.4, 6.6, Math.PI, Math.PI * 2, 10), [12, -93]], { fill: INK, line: 1 });
    if (hat === 'wool') { sheet.shape(arc(0, -94, 7.6, 8, Math.PI, Math.PI * 2, 10), { line: 1.6 }); sheet.line(-7.6, -94, 7.6, -94, 3); sheet.disc(0, -103, 2.4, 2.4, { fill: INK, line: 0 }); }
    if (hat === 'hair') sheet.shape(curve([[-7, -86], [-8, -95], [0, -100], [8, -95], [6, -92], [0, -95], [-4, -90]], true, 5), { fill: INK, line: 1 });
    if (hat === 'long') sheet.shape(curve([[-8.5, -78], [-8.5, -95], [0, -101], [8.5, -95], [8.5, -78], [6, -82], [6, -92], [1, -96.5], [-5.6, -92], [-5.6, -82]], true, 5), { fill: INK, line: 1 });
    if (hat === 'none') sheet.shape(curve([[-7, -91], [-6, -98], [1, -100], [7, -96], [6, -93], [0, -95], [-4, -92]], true, 5), { fill: INK, line: 1 });
  }, { flip });
}

const HATS = ['brim', 'cap', 'wool', 'hair', 'long', 'none'];
export function crowd(sheet, spots, height, tints = [INK, PAPER]) {
  for (const [x, y, k = 1] of [...spots].sort((a, b) => a[1] - b[1])) {
    figure(sheet, x, y, height * k * sheet.between(0.92, 1.06), {
      coat: tints[Math.floor(sheet.rnd() * tints.length)], skirt: sheet.rnd() < 0.4, hat: HATS[Math.floor(sheet.rnd() * HATS.length)],
      walk: sheet.rnd() < 0.5, flip: sheet.rnd() < 0.5, arm: ['down', 'fore', 'pockets'][Math.floor(sheet.rnd() * 3)], bag: sheet.rnd() < 0.35, scarf: sheet.rnd() < 0.3,
    });
  }
}

export function fishingBoat(sheet, x, y, scale, { tint = PAPER, flip = false } = {}) {
  sheet.place(x, y, scale, () => {
    sheet.line(-60, -60, -60, -250, 5); sheet.line(70, -70, 70, -210, 4);
    sheet.strokes([[[-60, -245], [160, -62]], [[-60, -245], [-170, -40]], [[70, -205], [-168, -44]], [[-60, -110], [-155, -190]], [[-155, -190], [-60, -240]], [[-155, -190], [-150, -50]]], 1.8);
    const cabin = [[-20, -50], [-20, -118], [64, -118], [70, -50]];
    sheet.shape(cabin, { line: 3 });
    sheet.engrave(cabin, { angle: 90, gap: 6, tone: (px) => (px > 36 ? 0.5 : 0.1) });
    for (const wx of [-10, 14, 40]) windowPane(sheet, wx, -108, 17, 20, { across: 1, down: 1, sill: false });
    sheet.shape(box(-28, -126, 102, 9), { fill: tint, line: 2.5 });
    sheet.shape(box(30, -150, 16, 26), { fill: INK, line: 1 });
    const hull = curve([[-175, -62], [-120, -44], [0, -36], [110, -46], [180, -78], [168, -40], [140, 4]], false, 8).concat([[-150, 4], [-168, -24]]);
    sheet.shape(hull, { fill: tint, line: 3.5 });
    sheet.engrave(hull, { gap: 8, tone: (px, py) => clamp(0.25 + (py + 60) / 110 + (px > 110 ? 0.25 : 0), 0, 0.9), bend: (u) => -((u / 180) ** 2) * 18 });
    sheet.stroke(curve([[-172, -52], [-120, -34], [0, -26], [110, -36], [176, -66]]), 4, PAPER);
    for (let i = -110; i < 110; i += 44) { sheet.disc(i, -12, 9, 9, { line: 3 }); sheet.disc(i, -12, 3.4, 3.4, { fill: INK, line: 0 }); }
  }, { flip });
}

export function rowboat(sheet, x, y, scale, { tint = PAPER, flip = false } = {}) {
  sheet.place(x, y, scale, () => {
    const inside = curve([[-90, -26], [-40, -34], [50, -34], [100, -32], [50, -22], [-40, -18]], true);
    sheet.shape(inside, { line: 2.5 });
    sheet.engrave(inside, { angle: 90, gap: 6, tone: 0.6 });
    const hull = [...curve([[-92, -28], [-40, -18], [50, -22], [102, -34]]), ...curve([[102, -34], [80, 0], [0, 8], [-70, 2], [-92, -28]])];
    sheet.shape(hull, { fill: tint, line: 3 });
    sheet.engrave(hull, { gap: 6, tone: fade(-24, 0.15, 8, 0.75) });
    sheet.line(-20, -24, -66, 14, 4); sheet.line(40, -26, 96, 10, 4);
  }, { flip });
}

export function cobbles(sheet, y0, y1, { x0 = 0, x1 = sheet.width, vanish = sheet.width / 2, density = 1 } = {}) {
  const marks = [];
  for (let y = y0, gap = 6; y < y1; y += gap) {
    const k = (y - y0) / (y1 - y0);
    gap = mix(6, 24, k);
    const w = gap * 1.9, shift = sheet.between(0, w);
    for (let x = x0 - shift; x < x1; x += w) if (sheet.rnd() < 0.62 * density) marks.push(curve([[x + 2, y + gap * 0.5], [x + w * 0.3, y + gap * 0.85], [x + w * 0.75, y + gap * 0.82], [x + w - 2, y + gap * 0.4]], false, 4));
  }
  sheet.strokes(marks, 2);
}

/** A turned shape, such as a chess piece: profile is [height, radius] from the foot up. */
export function turned(sheet, cx, base, scale, profile, { dark = false, squash = 0.18 } = {}) {
  const side = curve(profile.map(([h, r]) => [r * scale, base - h * scale]), false, 6);
  const left = side.map(([x, y]) => [cx - x, y]).reverse(), foot = profile[0][1] * scale;
  const outline = [...left, ...side.map(([x, y]) => [cx + x, y]).slice(0)].filter(Boolean);
  const round = [...left, ...arc(cx, base, foot, foot * squash, Math.PI, 0, 16), ...side.map(([x, y]) => [cx + x, y])];
  sheet.shape(round.length ? round : outline, { fill: dark ? INK : PAPER, line: Math.max(2, scale * 0.025) });
  const widest = Math.max(...profile.map((p) => p[1])) * scale;
  const radius = (y) => { let best = widest; for (let i = 1; i < side.length; i++) if ((side[i][1] - y) * (side[i - 1][1] - y) <= 0) { best = Math.max(4, side[i][0]); break; } return best; };
  const tone = (x, y) => {
    const k = clamp((x - cx) / radius(y), -1, 1);
    return dark ? Math.max(0, 0.62 - Math.abs(k + 0.45) * 1.7) + (k > 0.8 ? 0.25 : 0) : 0.04 + 0.78 * Math.max(0, k - 0.05) ** 1.1 + (k < -0.86 ? 0.2 : 0);
  };
  sheet.engrave(round, { gap: Math.max(4.5, scale * 0.06), tone, step: 4, ink: dark ? PAPER : INK, bend: (u) => Math.sqrt(Math.max(0, 1 - ((u - cx) / (widest * 1.02)) ** 2)) * widest * squash });
  return round;
}

export { roundTone };
