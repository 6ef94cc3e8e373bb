import type { Transaction } from 'prosemirror-state';
import { toInline } from '../wire/runs';
import type { Runs } from '../paste/pasted';
import { wire } from '../paste/to-blocks';
import type { Text } from '../writing/texts';
import { pictureNode, putFile } from './fill';
import { blockWith, picturePlace } from './place';
import type { StoredPicture } from './stored-picture';

/** What became of something that was put into the story: where a new block stands, or why it is not there. */
export type Outcome = { readonly chosen: number | null } | { readonly problem: string };

/** Puts what the server has into the story, at a place that was kept for it. */
export type Put = (tr: Transaction, pos: number) => Outcome;

export interface OwnWords {
  readonly alt?: string;
  readonly caption?: Runs;
}

export const insertPicture = (picture: StoredPicture, freshId: () => string, own: OwnWords = {}): Put => (tr, pos) => {
  const place = picturePlace(tr.doc, pos);
  tr.insert(place, pictureNode(freshId(), picture, { alt: own.alt, caption: toInline(wire(own.caption ?? [])).content }));
  return { chosen: place };
};

export const replacePicture = (picture: StoredPicture, id: string, text: Text): Put => tr => {
  const old = blockWith(tr.doc, 'picture', id);
  if (!old) return { problem: text('editor.story.gone') };
  putFile(tr, old.pos, picture);
  return { chosen: null };
};

/** The still picture of a film. */
export const putPoster = (picture: StoredPicture | null, id: string, text: Text): Put => tr => {
  const film = blockWith(tr.doc, 'media', id);
  if (!film) return { problem: text('editor.story.gone') };
  tr.setNodeAttribute(film.pos, 'poster', picture?.file ?? null);
  return { chosen: null };
};
