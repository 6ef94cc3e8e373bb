const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random identity of ten letters, none of which is taken for another. */
export function freshId(): string {
  // There are 32 letters, so that five bits of each byte choose one and none is likelier.
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), byte => letters[byte & 31]).join('');
}
