import type { Node } from 'prosemirror-model';
import type { Mapping } from 'prosemirror-transform';

/** The block whose words stand at the end of a new block: the one that it was split from. */
export function cameFrom(old: Node, mapping: Mapping, end: number): string | null {
  const before = mapping.invert().map(end, -1);
  if (before < 1 || before > old.content.size) return null;
  const $before = old.resolve(before);
  if (!$before.parent.isTextblock || $before.parentOffset === 0) return null;
  const letter = mapping.mapResult(before - 1, 1);
  if (letter.deletedAfter || letter.pos !== end - 1) return null;
  for (let depth = $before.depth; depth > 0; depth--) {
    const id = $before.node(depth).attrs.id as string | null | undefined;
    if (id) return id;
  }
  return null;
}
