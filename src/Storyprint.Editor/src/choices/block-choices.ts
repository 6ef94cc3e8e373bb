import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { plainOf } from '../wire/runs';
import type { ValueChoice, ValueOption } from '../wire/types';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { openChoices, type OpenChoice } from './open-choices';
import { bothOf, settleAside, settleRemoval, settleValue } from './settle';

type BlockChoice = Exclude<OpenChoice, { kind: 'words' }>;

/** Choices about blocks stand above the block of the body that they are about. */
export function blockChoices(text: Text, moment: (at: string) => string): Plugin<DecorationSet> {
  const make = (doc: Node): DecorationSet => DecorationSet.create(doc, openChoices(doc).filter((choice): choice is BlockChoice => choice.kind !== 'words').map(choice => {
    const $position = choice.position < 0 ? null : doc.resolve(choice.position);
    const at = !$position ? 0 : $position.depth === 0 ? choice.position : $position.before(1);
    return Decoration.widget(at, view => draw(view, choice, text, moment), { side: -1, key: JSON.stringify(choice), stopEvent: () => true, ignoreSelection: true });
  }));
  return new Plugin<DecorationSet>({
    state: { init: (_, state) => make(state.doc), apply: (tr, old) => (tr.docChanged ? make(tr.doc) : old) },
    props: { decorations(state) { return this.getState(state); } },
  });
}

function draw(view: EditorView, choice: BlockChoice, text: Text, moment: (at: string) => string): HTMLElement {
  const block = text(`editor.part.${choice.block}`);
  const aside = (label: string, runs: Parameters<typeof settleAside>[3]): HTMLElement => button(label, () => choice.kind === 'aside' && view.dispatch(settleAside(view.state, choice.name, choice.index, runs)));
  const buttons = choice.kind === 'aside' ? [
    ...choice.options.map(option => aside(text('editor.value.option', plainOf(option.text) || text('editor.choice.nothing'), option.who), option.text)),
    aside(text('editor.choice.both'), bothOf(choice.options)),
  ] : choice.kind === 'removal' ? [
    button(text('editor.removal.keep'), () => view.dispatch(settleRemoval(view.state, choice.position, true, choice.column))),
    button(text('editor.removal.remove'), () => view.dispatch(settleRemoval(view.state, choice.position, false, choice.column))),
  ] : choice.choice.options.map(option => button(text('editor.value.option', valueName(text, choice.choice, option), option.who), () => view.dispatch(settleValue(view.state, choice.position, choice.choice, option, choice.column))));
  const sentence = choice.kind === 'aside' ? text('editor.value', block, text(`editor.place.${choice.name}`)) : choice.kind === 'removal' ? text('editor.removal', choice.by.who, block, moment(choice.by.at)) : text('editor.value', block, text(`editor.value.${choice.choice.name}`));
  return element('div', { class: 'block-choice', 'data-choice-of': choice.position, 'data-choice-about': choice.kind === 'aside' ? choice.name : null, contenteditable: 'false', role: 'group', 'aria-label': sentence, dir: document.documentElement.dir || null }, element('p', {}, sentence), element('div', { class: 'buttons' }, ...buttons));

  function button(label: string, what: () => void): HTMLElement {
    return element('button', { type: 'button', class: 'quiet', onclick: () => { if (view.editable) what(); view.focus(); } }, label);
  }
}

/** A value as people call it: kinds, flags and levels have names, others stand as they are. */
export function valueName(text: Text, choice: ValueChoice, option: ValueOption): string {
  if (option.value === undefined) return text('editor.value.none');
  const named = choice.name === 'kind' ? `editor.part.${option.value}` : `editor.value.${choice.name}.${option.value}`;
  return text.has(named) ? text(named) : option.value;
}
