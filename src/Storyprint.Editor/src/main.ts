import { schema } from './schema/schema';
import { toDocument } from './wire/to-document';

export { schema, toDocument };
