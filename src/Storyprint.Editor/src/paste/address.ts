import { limits } from './limits';

const hosts: ReadonlyArray<{ host: RegExp; path: RegExp; name: string }> = [
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, name: 'q' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, name: 'url' },
  { host: /^(l|lm)\.facebook\.com$/, path: /^\/l\.php$/, name: 'u' },
];

/** An address that a story may lead to (http, https, mailto, tel, or a path of this site), or null. `origin` is this site's own, whose addresses become paths. */
export function safeAddress(text: string | null | undefined, origin = ''): string | null {
  const address = text?.trim();
  // Controls are taken out by browsers, so that "java\tscript:" would run.
  if (!address || address.length > limits.address || /[\u0000-\u001f\u007f-\u009f]/.test(address)) return null;
  if (/^\/(?![/\\])/.test(address)) return address.replace(/ /g, '+');
  const url = parse(address.startsWith('//') ? `https:${address}` : address);
  if (!url || !/^(https?|mailto|tel):$/.test(url.protocol)) return null;
  if (/^https?:/.test(url.protocol)) {
    if (!url.hostname) return null;
    const through = hosts.find(each => each.host.test(url.hostname) && each.path.test(url.pathname));
    const target = through && url.searchParams.get(through.name);
    if (target && /^https?:\/\//.test(target)) return safeAddress(target, origin);
    if (origin && url.origin === origin) return (url.pathname + url.search + url.hash).replace(/^\/[/\\]+/, '/');
  } else if (url.href.length === url.protocol.length) {
    return null;
  }
  return url.href.length <= limits.address ? url.href : null;
}

/** The page of a video or map that is shown in a frame of another site, or null where it is not known. */
export function embeddedPage(source: string | null): string | null {
  const url = parse(source?.trim().replace(/^\/\//, 'https://') ?? '');
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const last = /^\/(?:embed|video)\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (/(^|\.)youtube(-nocookie)?\.com$/.test(url.hostname) && last) return `https://www.youtube.com/watch?v=${last}`;
  if (url.hostname === 'player.vimeo.com' && last) return `https://vimeo.com/${last}`;
  return null;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null; // No address, and so no link: the words stay.
  }
}
