// A draft as it goes between browser and server: docs/drafts.md.
export type Emphasis = 'italic' | 'strong' | 'code' | 'superscript' | 'subscript';

export interface WordsRun {
  text: string;
  emphasis?: Emphasis[];
  link?: string;
  was?: string;
}

export interface Stamp {
  who: string;
  at: string;
}

export interface TextOption extends Stamp {
  text: WordsRun[];
}

export interface ChoiceRun {
  choice: TextOption[];
}

export type Run = WordsRun | ChoiceRun;

export interface ValueOption extends Stamp {
  value?: string;
}

/** A value that two people changed differently; `kind` is one too. */
export interface ValueChoice {
  name: string;
  options: ValueOption[];
}

export interface Block {
  id: string;
  kind: string;
  origin?: string;
  texts?: Record<string, Run[]>;
  values?: Record<string, string>;
  removal?: Stamp;
  choices?: ValueChoice[];
  blocks?: Block[];
}

export interface Place {
  id: string;
  parent: string;
  after?: string;
}

/** What changed between two states of a draft. */
export interface Change {
  blocks?: Block[];
  removed?: string[];
  placed?: Place[];
}

export const emphases: readonly Emphasis[] = ['italic', 'strong', 'code', 'superscript', 'subscript'];

export const isChoice = (run: Run): run is ChoiceRun => 'choice' in run;
