import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from '../schema/schema';
import { type ChoiceRun, emphases, isChoice, type Run, type TextOption, type WordsRun } from './types';

function marksOf(run: WordsRun): Mark[] {
  const marks = (run.emphasis ?? []).map(name => schema.marks[name].create());
  if (run.link !== undefined) marks.push(schema.marks.link.create({ href: run.link }));
  if (run.was !== undefined) marks.push(schema.marks.was.create({ hash: run.was }));
  return marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []) as Mark[];
}

export function toInline(runs: readonly Run[] | undefined): Fragment {
  return Fragment.fromArray(toNodes(runs ?? []));
}

export function toNodes(runs: readonly Run[]): Node[] {
  return runs.filter(run => isChoice(run) || run.text !== '').map(run =>
    isChoice(run) ? schema.nodes.choice.create({ options: run.choice }) : schema.text(run.text, marksOf(run)));
}

function wordsRun(node: Node): WordsRun {
  const run: WordsRun = { text: node.text! };
  const emphasis = emphases.filter(name => schema.marks[name].isInSet(node.marks));
  const link = schema.marks.link.isInSet(node.marks);
  const was = schema.marks.was.isInSet(node.marks);
  if (emphasis.length > 0) run.emphasis = emphasis;
  if (link) run.link = link.attrs.href as string;
  if (was) run.was = was.attrs.hash as string;
  return run;
}

/** The words of a textblock, or of a piece of one. */
export function fromInline(content: Fragment): Run[] {
  const runs: Run[] = [];
  content.forEach(node => {
    if (node.isText) runs.push(wordsRun(node));
    else if (node.type === schema.nodes.choice) runs.push({ choice: node.attrs.options as TextOption[] } satisfies ChoiceRun);
  });
  return runs;
}

export const plainOf = (runs: readonly WordsRun[]): string => runs.map(run => run.text).join('');
