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

/** How far each diagonal got: those from -distance to distance, at `distance` and behind. */
type Reach = Int32Array;

function walk(one: (index: number) => string, length: number, other: (index: number) => string, otherLength: number): Reach[] | null {
  const trace: Reach[] = [];
  for (let distance = 0; distance <= Math.min(budget, length + otherLength); distance++) {
    const before = trace.at(-1);
    const next = new Int32Array(2 * distance + 1);
    trace.push(next);
    for (let line = -distance; line <= distance; line += 2) {
      let x = before ? step(before, distance, line).x : 0;
      while (x < length && x - line < otherLength && one(x) === other(x - line)) x++;
      next[line + distance] = x;
      if (x >= length && x - line >= otherLength) return trace;
    }
  }
  return null;
}

// Down is a token of the other text put in, to the right is one left out.
function step(before: Reach, distance: number, line: number): { x: number; from: number; isDown: boolean } {
  const at = (other: number): number => before[other + distance - 1];
  const isDown = line === -distance || (line !== distance && at(line - 1) < at(line + 1));
  const from = isDown ? at(line + 1) : at(line - 1);
  return { x: isDown ? from : from + 1, from, isDown };
}

function back(trace: readonly Reach[], length: number, otherLength: number, start: number): Hunk[] {
  const found: Hunk[] = [];
  let [x, y] = [length, otherLength];
  for (let distance = trace.length - 1; distance > 0; distance--) {
    const line = x - y;
    const { x: toX, from: beforeX, isDown } = step(trace[distance - 1], distance, line);
    const [beforeY, toY] = isDown ? [beforeX - line - 1, toX - line] : [beforeX - line + 1, toX - line];
    const last = found.at(-1);
    if (last && last.from === start + toX && last.otherFrom === start + toY) [last.from, last.otherFrom] = [start + beforeX, start + beforeY];
    else found.push({ from: start + beforeX, to: start + toX, otherFrom: start + beforeY, otherTo: start + toY });
    [x, y] = [beforeX, beforeY];
  }
  return found.reverse();
}
