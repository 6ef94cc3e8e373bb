/**
 * Which items stay where they are: the heaviest subsequence of places that increases. All others have moved.
 * Returns indexes into `places`.
 */
export function unmoved(places: readonly number[], weight: (index: number) => number): number[] {
  const totals: number[] = [];
  const previous: number[] = [];
  const tree = new Array<number>(places.length === 0 ? 1 : Math.max(...places) + 2).fill(-1);
  const heavier = (left: number, right: number): number => (left < 0 || (right >= 0 && totals[right] > totals[left]) ? right : left);
  let best = -1;
  places.forEach((place, index) => {
    let before = -1;
    for (let node = place; node > 0; node -= node & -node) before = heavier(before, tree[node]);
    previous[index] = before;
    totals[index] = 1 + weight(index) + (before < 0 ? 0 : totals[before]);
    for (let node = place + 1; node < tree.length; node += node & -node) tree[node] = heavier(tree[node], index);
    best = heavier(best, index);
  });
  const chain: number[] = [];
  for (let index = best; index >= 0; index = previous[index]) chain.push(index);
  return chain.reverse();
}
