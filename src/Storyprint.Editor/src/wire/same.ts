/** Whether two pieces of JSON say the same, whatever the order of their names; `undefined` is not there. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(left).filter(name => left[name] !== undefined);
  return names.length === Object.keys(right).filter(name => right[name] !== undefined).length && names.every(name => same(left[name], right[name]));
}
