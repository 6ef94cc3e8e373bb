/** The point of a picture that crops keep visible, from its left and its top, 0 to 1. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export const centre: Focus = { x: 0.5, y: 0.5 };

const within = (number: number): number => Math.round(Math.min(1, Math.max(0, number)) * 1_000) / 1_000;

/** From `0.25 0.5`. */
export function focusOf(text: unknown): Focus {
  const [x, y] = String(text ?? '').split(' ').map(Number);
  return x! >= 0 && x! <= 1 && y! >= 0 && y! <= 1 ? { x: x!, y: y! } : centre;
}

export const focusText = ({ x, y }: Focus): string => `${within(x)} ${within(y)}`;

/** Where somebody clicked. A picture is not mirrored in right-to-left writing, so that its left is the left. */
export function focusAt(box: { left: number; top: number; width: number; height: number }, clientX: number, clientY: number): Focus {
  return { x: within((clientX - box.left) / (box.width || 1)), y: within((clientY - box.top) / (box.height || 1)) };
}

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Where an arrow key moves it, or null for another key. */
export function focusMoved({ x, y }: Focus, key: string, isFar: boolean): Focus | null {
  const step = steps[key];
  const size = isFar ? 0.1 : 0.02;
  return step ? { x: within(x + step[0] * size), y: within(y + step[1] * size) } : null;
}
