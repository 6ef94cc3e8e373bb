import { schema } from '../schema/schema';
import { blockWith, bodyPlace } from '../pictures/place';
import type { Put } from '../pictures/put';
import type { Text } from '../writing/texts';
import type { SentFile } from './sent-file';

const { nodes } = schema;

/** A new block for a sound, a film or a document. */
export const insertFile = ({ file, kind, title }: SentFile, freshId: () => string): Put => (tr, pos) => {
  const name = nodes.blocktitle.create(null, title ? schema.text(title) : null);
  const block = kind === 'document'
    ? nodes.document.create({ id: freshId(), file }, name)
    : nodes.media.create({ id: freshId(), file, type: kind }, [name, nodes.caption.create(), nodes.credit.create(), nodes.transcript.create()]);
  const place = bodyPlace(tr.doc, pos);
  tr.insert(place, block);
  return { chosen: place };
};

/** Another file for a block: its words stay. How long the old one was, and where it came from, is not said of the new one. */
export const replaceFile = ({ file, kind, title }: SentFile, id: string, text: Text): Put => tr => {
  const old = blockWith(tr.doc, 'media', id) ?? blockWith(tr.doc, 'document', id);
  if (!old) return { problem: text('editor.story.gone') };
  const isMedia = old.node.type === nodes.media;
  if (isMedia === (kind === 'document')) return { problem: text('editor.file.other-kind') };
  tr.setNodeMarkup(old.pos, null, { ...old.node.attrs, file, address: null, ...(isMedia ? { type: kind, seconds: null } : {}) });
  if (title && old.node.firstChild!.content.size === 0) tr.insert(old.pos + 2, schema.text(title));
  return { chosen: null };
};
