import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema';
import { type Aside, asides } from '../wire/kinds';
import type { Column } from '../wire/tables';
import { isChoice, type Run, type Stamp, type TextOption, type ValueChoice } from '../wire/types';

/** Something that two people changed differently, and that somebody has to choose. `column` is that of a table it is about. */
export type OpenChoice = { position: number; column?: number } & (
  | { kind: 'words'; options: readonly TextOption[] }
  | { kind: 'aside'; name: Aside; index: number; options: readonly TextOption[]; block: string }
  | { kind: 'value'; choice: ValueChoice; block: string }
  | { kind: 'removal'; by: Stamp; block: string });

/** All open choices, in reading order. Those about the story itself have the position -1. */
export function openChoices(doc: Node): OpenChoice[] {
  const found: OpenChoice[] = (doc.attrs.choices as ValueChoice[]).map(choice => ({ kind: 'value', position: -1, choice, block: 'doc' }));
  for (const name of asides) {
    (doc.attrs[name] as Run[] | null)?.forEach((run, index) => { if (isChoice(run)) found.push({ kind: 'aside', position: -1, name, index, options: run.choice, block: 'doc' }); });
  }
  doc.descendants((node, position) => {
    if (node.type === schema.nodes.choice) found.push({ kind: 'words', position, options: node.attrs.options as TextOption[] });
    else if (node.type.spec.attrs && 'removal' in node.type.spec.attrs) found.push(...ofBlock(node, position));
    return true;
  });
  return found;
}

function ofBlock(node: Node, position: number): OpenChoice[] {
  const found = of(node.attrs, node.type.name, position);
  (node.attrs.columns as Column[] | undefined)?.forEach((column, index) => {
    found.push(...of({ removal: column.removal ?? null, choices: column.choices ?? [] }, 'column', position).map(choice => ({ ...choice, column: index })));
  });
  return found;
}

function of({ removal, choices }: Record<string, unknown>, block: string, position: number): OpenChoice[] {
  return [
    ...(removal ? [{ kind: 'removal' as const, position, by: removal as Stamp, block }] : []),
    ...(choices as ValueChoice[]).map(choice => ({ kind: 'value' as const, position, choice, block })),
  ];
}
