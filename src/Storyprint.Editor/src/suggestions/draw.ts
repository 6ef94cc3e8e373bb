import type { Node } from 'prosemirror-model';
import { Decoration } from 'prosemirror-view';
import { isAside } from '../about/words';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import type { Base } from './base';
import { compareWords, type Difference } from './compare-words';
import { noteOf } from './notes';
import type { Structure } from './structure';
import { type Unit, unitsOf } from './units';

/** What a change is, for those who go from one to the next. */
export interface Told {
  readonly kind: 'words' | 'marks' | 'added' | 'removed' | 'moved' | 'became';
  readonly out?: string;
  readonly in?: string;
  readonly note?: string;
}

/** What a decoration says beside how it looks; `told` stands once for each change. */
export interface Spec {
  readonly told?: Told;
  /** It stands between blocks of the story, and stays where only words in them change. */
  readonly isBetween?: boolean;
}

const compared = new WeakMap<Node, { before: readonly Node[]; now: readonly Node[]; found: readonly (readonly Difference[])[] }>();

function differences(before: readonly Node[], now: readonly Node[]): readonly (readonly Difference[])[] {
  const last = compared.get(now[0]);
  if (last && isSame(last.before, before) && isSame(last.now, now)) return last.found;
  const found = before.length === 1 && now.length === 1 && before[0].content.eq(now[0].content) ? [[]] : compareWords(before, now);
  compared.set(now[0], { before, now, found });
  return found;
}

const isSame = (one: readonly Node[], other: readonly Node[]): boolean => one.length === other.length && one.every((node, index) => node === other[index]);

/** Words for those who hear a page, around what is put in and taken out. */
interface Heard {
  readonly in: Record<string, string>;
  readonly out: Record<string, string>;
  readonly marks: string;
}

/** Draws a proposal over its text: what is put in, and what is taken out at the place where it stood. Nothing of it is in the document. */
export class Drawing {
  private readonly heard: Heard;

  constructor(private readonly base: Base, readonly structure: Structure, private readonly text: Text) {
    const after = text('editor.suggest.after');
    this.heard = {
      in: { class: 'suggest-in', 'data-before': text('editor.suggest.in.before'), 'data-after': after },
      out: { class: 'suggest-out', 'data-before': text('editor.suggest.out.before'), 'data-after': after },
      marks: text('editor.suggest.marks'),
    };
  }

  /** What is to be said of a block beside its own words: equal facts are drawn equally. */
  factsOf(doc: Node, key: string): readonly unknown[] {
    const { added, moved, became, removed, groups } = this.structure;
    const group = groups.get(key);
    const gone = removed.size === 0 ? [] : [...removed.get(key) ?? [], null, ...removed.get(`in ${key}`) ?? []];
    return [added.has(key), moved.has(key), became.get(key), ...gone, ...(group ? [...group.before, ...group.now.map(each => this.living(doc, each))] : [])];
  }

  /** Whether something of it is drawn that other blocks say. */
  leansOnOthers(block: Node): boolean {
    const { groups } = this.structure;
    return groups.size > 0 && unitsOf(block).some(unit => groups.has(unit.key));
  }

  hasBetween(block: Node): boolean {
    const { added, moved, became, removed, otherValues } = this.structure;
    const { key } = unitsOf(block)[0] ?? { key: '' };
    return (otherValues.length > 0 && block.type.name === 'kicker') || added.has(key) || moved.has(key) || became.has(key) || removed.has(key);
  }

  /** All decorations of a block of the story, those before and behind it among them. */
  of(doc: Node, block: Node, at: number): Decoration[] {
    const found: Decoration[] = [];
    const { added, moved, became, removed, otherValues } = this.structure;
    const first = unitsOf(block)[0];
    if (otherValues.length > 0 && at === 0) found.push(this.note(first, 0, { kind: 'became', note: this.text('editor.suggest.values', this.text.list(otherValues.map(name => this.text(isAside(name) ? `editor.place.${name}` : `editor.value.${name === 'extra' ? 'language' : name}`)))) }));
    for (const unit of unitsOf(block)) {
      const from = at + unit.offset;
      const to = from + unit.node.nodeSize;
      const isBetween = unit.offset === 0;
      const isFirst = added.has(unit.key) && !added.has(unit.parent);
      if (isFirst) found.push(Decoration.node(from, to, { class: 'suggest-new' }, { isBetween, told: { kind: 'added' } } satisfies Spec));
      if (moved.has(unit.key)) found.push(Decoration.node(from, to, { class: 'suggest-moved' }, { isBetween }), this.note(unit, from, { kind: 'moved', note: this.text('editor.suggest.moved') }));
      const before = became.get(unit.key);
      if (before) found.push(this.note(unit, from, { kind: 'became', note: noteOf(this.text, before, unit.node) }));
      if (unit.node.isTextblock) found.push(...this.words(doc, unit, from + 1));
      for (const gone of removed.get(`in ${unit.key}`) ?? []) found.push(this.gone(gone, from + 1, unit.node.type.name, false));
      for (const gone of removed.get(unit.key) ?? []) found.push(this.gone(gone, to, unitsOf(block).find(each => each.key === unit.parent)?.node.type.name ?? 'doc', isBetween));
    }
    return found;
  }

  private words(doc: Node, unit: Unit, start: number): Decoration[] {
    const { base, structure } = this;
    const group = structure.groups.get(unit.key);
    const before = group ? null : base.textOf(unit);
    const isNew = structure.added.has(unit.key) || structure.added.has(unit.parent);
    // Right after a split both halves have one name; the next transaction gives the second its own.
    if (group && this.living(doc, unit.key) !== unit.node) return [];
    const found = group ? differences(group.before, group.now.map(key => this.living(doc, key)))[group.now.indexOf(unit.key)]
      : before ? differences([before], [unit.node])[0]
      : unit.node.childCount > 0 ? [{ from: 0, to: unit.node.content.size, out: '', in: unit.node.textContent, isRest: isNew }] : [];
    return found.flatMap(each => this.difference(each, start));
  }

  private living(doc: Node, key: string): Node {
    return unitsOf(doc.child(this.structure.places.get(key)!)).find(unit => unit.key === key)!.node;
  }

  private difference({ from, to, out, in: words, isRest, isMarks, isSplit }: Difference, start: number): Decoration[] {
    const { heard } = this;
    if (isMarks) return [Decoration.inline(start + from, start + to, { class: 'suggest-marks', title: heard.marks }, { told: { kind: 'marks', in: words } } satisfies Spec)];
    const told: Spec = isRest ? {} : { told: { kind: 'words', out, in: words } };
    const found: Decoration[] = [];
    if (out) found.push(Decoration.widget(start + from, () => element('del', heard.out, out), { ...told, side: -1, key: `out ${out}`, ignoreSelection: true }));
    if (isSplit) found.push(Decoration.widget(start + from, () => element('ins', { ...heard.in, class: 'suggest-in suggest-split' }, '¶'), { ...(found.length > 0 ? {} : told), side: -1, key: 'split', ignoreSelection: true }));
    if (to > from) found.push(Decoration.inline(start + from, start + to, { nodeName: 'ins', ...heard.in }, found.length > 0 ? {} : told));
    return found;
  }

  private note(unit: Unit, from: number, told: Told): Decoration {
    let inside = -1;
    if (unit.node.isTextblock) inside = from + 1;
    else unit.node.descendants((node, offset) => { if (inside < 0 && node.isTextblock) inside = from + 2 + offset; return inside < 0; });
    const isBetween = unit.offset === 0;
    const tag = isBetween || inside < 0 ? 'p' : 'span';
    return Decoration.widget(isBetween || inside < 0 ? from : inside, () => element(tag, { class: 'suggest-note', role: 'note', dir: document.documentElement.dir || null, lang: document.documentElement.lang || null }, told.note!), { side: -1, key: `${told.kind} ${unit.key} ${told.note}`, ignoreSelection: true, isBetween, told } satisfies Spec & Record<string, unknown>);
  }

  private gone({ key, node }: Unit, at: number, parent: string, isBetween: boolean): Decoration {
    const words = wordsOf(node);
    const kind = this.text(`editor.part.${node.type.name}`);
    const draw = (): HTMLElement => {
      const said = element('del', this.heard.out, ...(node.isTextblock && words ? [words] : [`[${kind}]`, words ? ` ${words}` : '']));
      if (parent === 'table') return element('tr', { class: 'suggest-gone' }, element('td', { colspan: Math.max(1, node.childCount) }, said));
      return element(parent === 'list' ? 'li' : parent === 'doc' ? 'div' : 'p', { class: `suggest-gone gone-${node.type.name}`, dir: 'auto' }, said);
    };
    return Decoration.widget(at, draw, { side: -2, key: `gone ${key} ${words}`, ignoreSelection: true, isBetween, told: { kind: 'removed', out: words || kind } } satisfies Spec & Record<string, unknown>);
  }
}

/** The words of a block, those of its parts apart. */
export const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, ' · ', '…').trim();

