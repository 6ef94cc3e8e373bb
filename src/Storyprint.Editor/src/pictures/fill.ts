import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { schema } from '../schema/schema';
import type { StoredPicture } from './stored-picture';

const { nodes } = schema;
const places = ['caption', 'credit', 'alt'] as const;

/** A new block for a picture, with what is known of it. Words that came with it go before. */
export function pictureNode(id: string, picture: StoredPicture, own: { readonly alt?: string; readonly caption?: readonly Node[] } = {}): Node {
  const words = (text: string | undefined): Node | null => (text ? schema.text(text) : null);
  const { file, address, focus = null, made = null } = picture;
  const caption = own.caption?.length ? [...own.caption] : words(picture.caption);
  return nodes.picture.create({ id, file, address, focus, made }, [nodes.caption.create(null, caption), nodes.credit.create(null, words(picture.credit)), nodes.alt.create(null, words(own.alt || picture.alt))]);
}

/** Another file for a picture: its words stay, and empty places are filled with what is known of the file. Focal point and how it was made are those of the file. */
export function putFile(tr: Transaction, pos: number, picture: StoredPicture): Transaction {
  const old = tr.doc.nodeAt(pos)!;
  const { file, address, focus = null, made = null } = picture;
  tr.setNodeMarkup(pos, null, { ...old.attrs, file, address, focus, made: old.attrs.file ? made : ((old.attrs.made as string | null) ?? made) });
  let end = pos + old.nodeSize - 1;
  // From behind, so that what is put in moves no place that is still to be filled.
  for (const part of [...old.children].reverse()) {
    const words = picture[part.type.name as (typeof places)[number]];
    if (words && part.content.size === 0) tr.insert(end - 1, schema.text(words));
    end -= part.nodeSize;
  }
  return tr;
}
