const types: Readonly<Record<string, string>> = { png: 'png', jpeg: 'jpg', jpg: 'jpg', gif: 'gif', webp: 'webp', avif: 'avif' };

/** The file that stands in a `data:` address, or null where it is broken. The page's policy lets nothing fetch such an address. */
export function fileOf(source: string, name: string): File | null {
  const found = /^data:image\/(\w+);base64,/i.exec(source);
  const type = found?.[1]!.toLowerCase();
  if (!type || !types[type]) return null;
  try {
    const bytes = atob(source.slice(found![0].length).replace(/\s+/g, ''));
    return new File([Uint8Array.from(bytes, letter => letter.charCodeAt(0))], `${name}.${types[type]}`, { type: `image/${type}` });
  } catch {
    return null; // Not base64: there is no picture in it.
  }
}
