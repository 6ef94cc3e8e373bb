import { ListBuilder } from './list-builder';
import { joined, textsOf } from './flatten';
import type { PastedBlock, Runs } from './pasted';
import type { Reader } from './reader';
import { declared } from './style-sheet';

/** A list with those inside it, which become items of greater depth. What an item cannot hold stands behind the list. */
export function readList(reader: Reader, element: Element): void {
  const others: PastedBlock[] = [];
  // Word's online editor puts each level of a list into a list of its own.
  if (element.closest('.ListContainerWrapper')) {
    const isOuter = !(Number(element.querySelector('li')?.getAttribute('data-aria-level')) > 1);
    collect(reader, element, 0, reader.openList(`online ${element.localName}`, isOuter), others);
    if (others.length) reader.push(...others);
    return;
  }
  const list = new ListBuilder();
  reader.flush();
  collect(reader, element, 0, list, others);
  reader.push(...(list.isEmpty ? [] : [list.finish()]), ...others);
}

function collect(reader: Reader, element: Element, depth: number, list: ListBuilder, others: PastedBlock[]): void {
  const ordered = element.localName === 'ol';
  let number = start(element.getAttribute('start'));
  for (const child of element.children) {
    if (depth > 100 || !reader.budget.take('nodes')) return;
    if (declared(child, reader.sheet).get('display') === 'none') continue;
    if (child.localName === 'ul' || child.localName === 'ol') {
      collect(reader, child, depth + 1, list, others);
    } else if (child.localName === 'li') {
      number = start(child.getAttribute('value')) ?? number;
      const level = Number(child.getAttribute('aria-level') ?? child.getAttribute('data-aria-level'));
      addItem(reader, child, level >= 1 && level <= 9 ? Math.max(level - 1, depth) : depth, ordered, number, list, others);
      number = null;
    } else if (!/^(script|xmp|template)$/.test(child.localName)) {
      list.goOn(joined(reader.inside(child).flatMap(textsOf)));
    }
  }
}

function addItem(reader: Reader, element: Element, depth: number, ordered: boolean, number: number | null, list: ListBuilder, others: PastedBlock[]): void {
  let own: Runs[] = [];
  let isAdded = false;
  const add = (): void => {
    const text = joined(own);
    own = [];
    if (!text.length) return;
    if (isAdded) list.goOn(text);
    else list.add(text, depth, ordered, number);
    isAdded = true;
  };
  for (const block of reader.inside(element)) {
    if (block.kind === 'list') {
      add();
      for (const item of block.items) list.add(item.text, depth + 1 + item.depth, item.ordered ?? block.ordered, item.number);
    } else if (block.kind === 'table' || block.kind === 'picture' || block.kind === 'embed') {
      others.push(block);
    } else {
      own.push(...textsOf(block));
    }
  }
  add();
}

const start = (value: string | null): number | null => (value !== null && /^-?\d{1,5}$/.test(value.trim()) ? Number(value) : null);
