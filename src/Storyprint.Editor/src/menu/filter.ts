const plain = (words: string): string => words.normalize('NFKD').replace(/[\p{M}\u200c]/gu, '').replace(/ي/g, 'ی').replace(/ك/g, 'ک').toLowerCase();

/** The names that hold what was typed, those that begin with it first. */
export function matching<T>(items: readonly T[], nameOf: (item: T) => string, typed: string): T[] {
  const wanted = plain(typed.trim());
  const rank = (item: T): number => {
    const name = plain(nameOf(item));
    return name.startsWith(wanted) ? 0 : name.split(/[\s-]/).some(word => word.startsWith(wanted)) ? 1 : name.includes(wanted) ? 2 : 3;
  };
  return items.map(item => ({ item, rank: rank(item) })).filter(({ rank: found }) => found < 3).sort((one, other) => one.rank - other.rank).map(({ item }) => item);
}
