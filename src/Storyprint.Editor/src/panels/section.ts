import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

interface Extra {
  readonly values?: Readonly<Record<string, string>>;
}

/** The slug of the section that the story stands in; empty for none. */
export const sectionOf = (doc: Node): string => (doc.attrs.extra as Extra | null)?.values?.section ?? '';

/** Puts the story into a section; empty takes it out. */
export function setSection(tr: Transaction, slug: string): Transaction {
  const extra = (tr.doc.attrs.extra ?? {}) as Extra;
  const { section: _, ...others } = extra.values ?? {};
  const values = slug ? { ...others, section: slug } : others;
  const { values: __, ...rest } = extra;
  const now = { ...rest, ...(Object.keys(values).length > 0 ? { values } : {}) };
  return tr.setDocAttribute('extra', Object.keys(now).length > 0 ? now : null);
}
