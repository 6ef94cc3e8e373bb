/** How a list of pictures is laid out now. */
export interface Layout {
  readonly count: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly rows: number;
  readonly isRightToLeft: boolean;
}

/** Where a key leads from a picture of the grid: to another, or null for keys that lead nowhere. */
export function whereTo(key: string, at: number, { count, columns, rows, isRightToLeft }: Layout): number | null {
  const last = count - 1;
  const [forwards, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const down = (by: number): number => {
    const lastRow = Math.floor(last / columns);
    const row = Math.min(lastRow, Math.max(0, Math.floor(at / columns) + by));
    return Math.min(last, row * columns + (at % columns));
  };
  switch (count > 0 ? key : '') {
    case forwards: return Math.min(last, at + 1);
    case back: return Math.max(0, at - 1);
    case 'ArrowDown': return down(1);
    case 'ArrowUp': return down(-1);
    case 'PageDown': return down(Math.max(1, rows));
    case 'PageUp': return down(-Math.max(1, rows));
    case 'Home': return 0;
    case 'End': return last;
    default: return null;
  }
}

/** The layout that the browser made of some children: those as high as the first are its first row. */
export function layoutOf(list: HTMLElement, around: HTMLElement): Layout {
  const items = [...list.children] as HTMLElement[];
  const top = items[0]?.offsetTop ?? 0;
  const beyond = items.findIndex(each => each.offsetTop !== top);
  const height = beyond > 0 ? items[beyond]!.offsetTop - top : items[0]?.offsetHeight ?? 0;
  return { count: items.length, columns: Math.max(1, beyond < 0 ? items.length : beyond), rows: Math.floor(around.clientHeight / (height || 1)) || 1, isRightToLeft: getComputedStyle(list).direction === 'rtl' };
}
