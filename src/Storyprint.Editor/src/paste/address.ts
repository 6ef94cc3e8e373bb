import { limits } from './limits';

const hosts: ReadonlyArray<{ host: RegExp; path: RegExp; name: string }> = [
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, name: 'q' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, name: 'url' },
  { host: /^(l|lm)\.facebook\.com$/, path: /^\/l\.php$/, name: 'u' },
];

// The server's reading of addresses is stricter than a browser's, and it refuses a whole draft for one that it cannot read.
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const name = '(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*\\.?';
const host = new RegExp(`^(?:\\[[0-9a-f:.]+\\]|${name})$`);
const recipient = new RegExp(`^[^\\s@,;:<>()"\\\\[\\]]{1,64}@(${name})$`, 'i');

/** An address that a story may lead to (http, https, mailto, tel, or a path of this site), or null. `origin` is this site's own, whose addresses become paths. */
export function safeAddress(text: string | null | undefined, origin = ''): string | null {
  const address = text?.trim();
  // Controls are taken out by browsers, so that "java\tscript:" would run.
  if (!address || address.length > limits.address || /[\u0000-\u001f\u007f-\u009f]/.test(address) || half.test(address)) return null;
  if (/^\/(?![/\\])/.test(address)) return address.replace(/ /g, '+');
  const url = parse(address.startsWith('//') ? `https:${address}` : address);
  if (!url) return null;
  if (/^https?:$/.test(url.protocol)) {
    if (!host.test(url.hostname)) return null;
    const through = hosts.find(each => each.host.test(url.hostname) && each.path.test(url.pathname));
    const target = through && url.searchParams.get(through.name);
    if (target && /^https?:\/\//.test(target)) return safeAddress(target, origin);
    if (origin && url.origin === origin) return (url.pathname + url.search + url.hash).replace(/^\/[/\\]+/, '/');
  } else if (url.protocol === 'mailto:') {
    if (!recipient.test(url.pathname) && !(url.pathname === '' && url.search.length > 1)) return null;
  } else {
    const number = url.pathname.replace(/[\s/]+/g, '');
    return url.protocol === 'tel:' && /^[+\d][\d().;=*a-z-]*$/i.test(number) ? `tel:${number}` : null;
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
