import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

/** The slug of the section that the story stands in; empty for none. */
export const sectionOf = (doc: Node): string => (doc.attrs.section as string | null) ?? '';

/** Puts the story into a section; empty takes it out. */
export const setSection = (tr: Transaction, slug: string): Transaction => tr.setDocAttribute('section', slug || null);
