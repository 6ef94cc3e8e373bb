/** How near to an edge of the window it begins to scroll. The head of the page stays above the text. */
const edges = { top: 170, bottom: 70 };
const fastest = 18;

/** How far to scroll by, at a height of the window, each time that it is drawn. */
export function speedAt(y: number, height: number): number {
  const [above, below] = [edges.top - y, y - (height - edges.bottom)];
  const beyond = above > 0 ? -above / edges.top : below > 0 ? below / edges.bottom : 0;
  return Math.round(Math.max(-1, Math.min(1, beyond)) * fastest);
}

/** Scrolls the window while something is held near its edge, and tells each time what is under the pointer now. */
export function scrollAtEdges(moved: (y: number) => void): { at(y: number): void; stop(): void } {
  let y: number | null = null;
  const step = (): void => {
    if (y === null) return;
    const by = speedAt(y, innerHeight);
    if (by === 0) {
      y = null;
      return;
    }
    scrollBy(0, by);
    moved(y);
    requestAnimationFrame(step);
  };
  return {
    at(now) {
      const isRunning = y !== null;
      y = now;
      if (!isRunning && speedAt(now, innerHeight) !== 0) requestAnimationFrame(step);
      else if (!isRunning) y = null;
    },
    stop() {
      y = null;
    },
  };
}
