/** A part of a picture, in pixels of the upright original from its top left. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The shortest side that the server takes. */
export const least = 100;

/** The corner or edge that is held: n, e, s, w and what is between them. */
export type Handle = 'n' | 'e' | 's' | 'w' | 'nw' | 'ne' | 'sw' | 'se';

export const handles: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

/** Shapes that are offered, by width to height; null is free. */
export const ratios: readonly { readonly name: string; readonly ratio: number | null }[] = [
  { name: '', ratio: null }, { name: '16:9', ratio: 16 / 9 }, { name: '4:3', ratio: 4 / 3 }, { name: '3:2', ratio: 3 / 2 }, { name: '1:1', ratio: 1 }, { name: '4:5', ratio: 4 / 5 },
];

/** From `HASH 1600x900`; null where the file does not say its size, or is no picture of ours. */
export function fileOf(file: unknown): (Size & { readonly hash: string }) | null {
  const found = /^([0-9a-f]{64}) (0|[1-9]\d{0,4})x(0|[1-9]\d{0,4})$/.exec(String(file ?? ''));
  return found ? { hash: found[1]!, width: Number(found[2]), height: Number(found[3]) } : null;
}

export const isCroppable = (size: Size): boolean => size.width >= least && size.height >= least && (size.width > least || size.height > least);

const within = (number: number, from: number, to: number): number => Math.max(from, Math.min(to, number));

export const allOf = ({ width, height }: Size): Area => ({ x: 0, y: 0, width, height });

export function moved(area: Area, right: number, down: number, size: Size): Area {
  return { ...area, x: Math.round(within(area.x + right, 0, size.width - area.width)), y: Math.round(within(area.y + down, 0, size.height - area.height)) };
}

/** The area with a corner or an edge elsewhere; the one across stays. With a shape, the other side follows. */
export function resized(area: Area, handle: Handle, right: number, down: number, size: Size, ratio: number | null): Area {
  const [isWest, isEast, isNorth, isSouth] = ['w', 'e', 'n', 's'].map(side => handle.includes(side));
  let width = area.width + (isEast ? right : isWest ? -right : 0);
  let height = area.height + (isSouth ? down : isNorth ? -down : 0);
  // Where there is room: from what stays to the end of the picture, or to both sides where an edge in the middle is held.
  const roomAcross = isWest ? area.x + area.width : isEast ? size.width - area.x : 2 * Math.min(area.x + area.width / 2, size.width - area.x - area.width / 2);
  const roomDown = isNorth ? area.y + area.height : isSouth ? size.height - area.y : 2 * Math.min(area.y + area.height / 2, size.height - area.y - area.height / 2);
  if (ratio) {
    const isByWidth = (isEast || isWest) && (!(isNorth || isSouth) || Math.abs(width - area.width) >= Math.abs(height - area.height) * ratio);
    width = isByWidth ? width : height * ratio;
    width = within(width, Math.max(least, least * ratio), Math.min(roomAcross, roomDown * ratio));
    height = width / ratio;
  } else {
    width = isEast || isWest ? within(width, least, roomAcross) : area.width;
    height = isNorth || isSouth ? within(height, least, roomDown) : area.height;
  }
  const x = isWest ? area.x + area.width - width : isEast ? area.x : area.x + (area.width - width) / 2;
  const y = isNorth ? area.y + area.height - height : isSouth ? area.y : area.y + (area.height - height) / 2;
  return whole({ x, y, width, height }, size);
}

/** The largest area of a shape around the middle of another; the same area where the shape is free, or has no place in the picture. */
export function shaped(area: Area, size: Size, ratio: number | null): Area {
  if (!ratio || size.width < Math.max(least, least * ratio) || size.height < Math.max(least, least / ratio)) return area;
  const full = Math.min(Math.max(area.width, area.height * ratio), size.width, size.height * ratio);
  const [width, height] = [full, full / ratio];
  const [x, y] = [area.x + (area.width - width) / 2, area.y + (area.height - height) / 2];
  return whole({ x: within(x, 0, size.width - width), y: within(y, 0, size.height - height), width, height }, size);
}

// Pixels are whole, and all of them in the picture.
function whole({ x, y, width, height }: Area, size: Size): Area {
  const [across, down] = [within(Math.round(width), 1, size.width), within(Math.round(height), 1, size.height)];
  return { x: within(Math.round(x), 0, size.width - across), y: within(Math.round(y), 0, size.height - down), width: across, height: down };
}

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** How far an arrow key goes: a hundredth of the picture, and one pixel with Alt. Null for another key. */
export function stepOf(key: string, isFine: boolean, { width, height }: Size): readonly [number, number] | null {
  const step = steps[key];
  const far = isFine ? 1 : Math.max(1, Math.round(Math.max(width, height) / 100));
  return step ? [step[0] * far, step[1] * far] : null;
}

/** Where a focal point of the whole is in a part of it: at its border where it lies outside. */
export function focusIn(focus: { readonly x: number; readonly y: number }, area: Area, size: Size): { x: number; y: number } {
  return { x: within((focus.x * size.width - area.x) / area.width, 0, 1), y: within((focus.y * size.height - area.y) / area.height, 0, 1) };
}
