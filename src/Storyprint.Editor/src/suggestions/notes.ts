import type { Node } from 'prosemirror-model';
import type { Text } from '../writing/texts';

/** What a block was before, as people say it. */
export function noteOf(text: Text, before: Node, now: Node): string {
  const kind = text(`editor.part.${before.type.name}`);
  if (before.type !== now.type) return text('editor.suggest.was', kind);
  if (before.attrs.level !== now.attrs.level) return text('editor.suggest.was.level', Number(before.attrs.level));
  if (before.attrs.ordered !== now.attrs.ordered && before.type.name === 'list') return text('editor.suggest.was', text(before.attrs.ordered ? 'editor.suggest.numbered' : 'editor.suggest.bulleted'));
  if (before.attrs.file !== now.attrs.file) return text('editor.suggest.other-picture');
  if (before.attrs.focus !== now.attrs.focus) return text('editor.suggest.other-focus');
  if (before.attrs.address !== now.attrs.address) return text('editor.suggest.was', String(before.attrs.address ?? ''));
  return text('editor.suggest.values', kind);
}
