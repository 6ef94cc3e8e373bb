import type { Node } from 'prosemirror-model';

const bullets = ['•', '◦', '▪'];

/** What stands before each item of a list: its number, or a point. */
export function listLabels(list: Node, number: (value: number) => string): string[] {
  const next: number[] = [];
  const labels: string[] = [];
  list.forEach(item => {
    const depth = (item.attrs.depth as number | null) ?? 0;
    const isOrdered = ((item.attrs.ordered ?? list.attrs.ordered) as boolean | null) === true;
    next.length = Math.min(next.length, depth + 1);
    const value = (item.attrs.number as number | null) ?? (next[depth] ?? 0) + 1;
    next[depth] = value;
    labels.push(isOrdered ? `${number(value)}.` : bullets[Math.min(depth, 2)]);
  });
  return labels;
}
