import { Schema } from 'prosemirror-model';
import { marks } from './marks';
import { nodes } from './nodes';

/** A whole story as one document, so that there is one history and one journal. */
export const schema = new Schema({ nodes, marks });
