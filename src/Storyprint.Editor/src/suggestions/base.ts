import type { Node } from 'prosemirror-model';
import { toDocument } from '../wire/to-document';
import type { Block } from '../wire/types';
import { isBlock, type Unit, unitsOf } from './units';

/** The draft that a proposal stands beside, by its blocks. */
export class Base {
  readonly doc: Node;
  /** All in reading order. */
  readonly units: readonly Unit[];
  private readonly byKey = new Map<string, Unit>();
  private readonly inside = new Map<string, Unit[]>();
  private readonly places = new Map<string, number>();

  constructor(draft: Block) {
    this.doc = toDocument(draft);
    this.units = this.doc.children.flatMap(unitsOf);
    for (const unit of this.units) {
      const siblings = this.inside.get(unit.parent) ?? [];
      this.byKey.set(unit.key, unit);
      this.places.set(unit.key, siblings.push(unit) - 1);
      this.inside.set(unit.parent, siblings);
    }
  }

  get(key: string): Unit | undefined {
    return this.byKey.get(key);
  }

  /** Where it stands among those in the same block. */
  placeOf(key: string): number {
    return this.places.get(key) ?? -1;
  }

  siblingsOf(unit: Unit): readonly Unit[] {
    return this.inside.get(unit.parent)!;
  }

  insideOf(key: string): readonly Unit[] {
    return this.inside.get(key) ?? [];
  }

  /** What stood where a text stands now, also where its block was of another kind; null where nothing did. */
  textOf(unit: Unit): Node | null {
    const same = this.byKey.get(unit.key);
    if (same?.node.isTextblock) return same.node;
    const other = same ? this.byKey.get(`${unit.key}/words`) : unit.node.type.name === 'words' ? this.byKey.get(unit.parent) : undefined;
    return other?.node.isTextblock && !isBlock(unit) !== !isBlock(other) ? other.node : null;
  }
}
