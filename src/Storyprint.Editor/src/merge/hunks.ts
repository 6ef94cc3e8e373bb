/** A piece of one text and what stands in its place in another, in tokens. */
export interface Hunk {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

// Texts that differ in more than this are replaced as a whole: it costs at most a few milliseconds to find out.
const budget = 400;

/** What differs between two texts: Myers' algorithm, after what is equal at both ends is taken away. */
export function hunks(one: readonly { key: string }[], other: readonly { key: string }[]): Hunk[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start].key === other[start].key) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1].key === other[otherEnd - 1].key) [end, otherEnd] = [end - 1, otherEnd - 1];
  if (start === end && start === otherEnd) return [];
  const whole = [{ from: start, to: end, otherFrom: start, otherTo: otherEnd }];
  if (start === end || start === otherEnd) return whole;
  const trace = walk(index => one[start + index].key, end - start, index => other[start + index].key, otherEnd - start);
  return trace ? back(trace, end - start, otherEnd - start, start) : whole;
}

function walk(one: (index: number) => string, length: number, other: (index: number) => string, otherLength: number): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let distance = 0; distance <= Math.min(budget, length + otherLength); distance++) {
    const next = new Map<number, number>();
    for (let line = -distance; line <= distance; line += 2) {
      const isDown = line === -distance || (line !== distance && (reach.get(line - 1) ?? -1) < (reach.get(line + 1) ?? -1));
      let x = isDown ? (reach.get(line + 1) ?? 0) : (reach.get(line - 1) ?? 0) + 1;
      while (x < length && x - line < otherLength && one(x) === other(x - line)) x++;
      next.set(line, x);
      if (x >= length && x - line >= otherLength) return [...trace, next];
    }
    trace.push(next);
    reach = next;
  }
  return null;
}

function back(trace: Map<number, number>[], length: number, otherLength: number, start: number): Hunk[] {
  const found: Hunk[] = [];
  let [x, y] = [length, otherLength];
  for (let distance = trace.length - 1; distance > 0; distance--) {
    const line = x - y;
    const reach = trace[distance - 1];
    const isDown = line === -distance || (line !== distance && (reach.get(line - 1) ?? -1) < (reach.get(line + 1) ?? -1));
    const beforeX = reach.get(isDown ? line + 1 : line - 1)!;
    const beforeY = beforeX - (isDown ? line + 1 : line - 1);
    const [toX, toY] = isDown ? [beforeX, beforeY + 1] : [beforeX + 1, beforeY];
    const last = found.at(-1);
    if (last && last.from === start + toX && last.otherFrom === start + toY) [last.from, last.otherFrom] = [start + beforeX, start + beforeY];
    else found.push({ from: start + beforeX, to: start + toX, otherFrom: start + beforeY, otherTo: start + toY });
    [x, y] = [beforeX, beforeY];
  }
  return found.reverse();
}
