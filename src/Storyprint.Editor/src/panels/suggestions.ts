import type { Node } from 'prosemirror-model';
import { fold } from '../find/fold';

const loose = { matchCase: false, exact: false };
const alike = (text: string): string => fold(text.trim(), loose).text.replace(/\s+/g, ' ');

/** Names that begin so, or of which a word does; spelled alike is enough. */
export function suggestions(names: readonly string[], typed: string, most = 7): string[] {
  const wanted = alike(typed);
  const first: string[] = [];
  const later: string[] = [];
  const seen = new Set<string>([wanted]);
  for (const name of names) {
    const own = alike(name);
    if (seen.has(own)) continue;
    seen.add(own);
    if (own.startsWith(wanted)) first.push(name);
    else if (own.includes(` ${wanted}`) || own.includes(`-${wanted}`)) later.push(name);
    if (first.length >= most) break;
  }
  return [...first, ...later].slice(0, most);
}

export const isSameName = (one: string, other: string): boolean => alike(one) === alike(other);

const articles = /^(The|A|An|In|On|At|Der|Die|Das|Ein|Eine|Le|La|Les|Un|Une|El|Los|Las|But|And|For|From|Mr|Mrs|Ms|Dr)$/;
const fullName = /\p{Lu}[\p{L}’'-]+(?: (?:(?:van|von|zu|de|del|della|der|den|da|di|du|bin|al|el|ten) ){0,2}\p{Lu}[\p{L}’'-]+){1,3}/gu;

/** Who is named in the story: those who speak and write in it, and what looks like the name of a person where capitals tell. */
export function namesIn(doc: Node): string[] {
  const speakers: string[] = [];
  const found: string[] = [];
  doc.descendants(node => {
    if (!node.isTextblock) return true;
    const text = node.textContent;
    if (/^(speaker|byline|credit)$/.test(node.type.name)) speakers.push(text.trim());
    else if (/^(paragraph|passage|item|caption)$/.test(node.type.name) && found.length < 500) found.push(...(text.slice(0, 20_000).match(fullName) ?? []));
    return false;
  });
  const names = found.map(name => (articles.test(name.split(' ')[0]!) ? name.split(' ').slice(1).join(' ') : name)).filter(name => name.includes(' '));
  return [...new Set([...speakers, ...names].filter(Boolean))];
}
