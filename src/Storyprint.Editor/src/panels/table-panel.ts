import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Panel, WritingContext } from '../writing/context';
import { button, element, freshName } from '../writing/element';
import { addColumn, addRow, alignColumn, cellPlace, hasHead, removeColumn, removeRow, type Side, sideOf, toggleHead } from './tables';

const sides: readonly [name: string, side: Side][] = [['unset', null], ['left', 'Left'], ['centre', 'Centre'], ['right', 'Right']];

/** What can be done with the table that the caret is in; without one it is not there. */
export class TablePanel implements Panel {
  readonly element: HTMLElement;
  private readonly tools: { button: HTMLButtonElement; command: Command; isOn?: () => boolean }[] = [];

  constructor(context: WritingContext, private readonly view: EditorView) {
    const { text, freshId } = context;
    const heading = element('h2', { id: freshName() }, text('editor.table'));
    const tool = (name: string, command: Command, isOn?: () => boolean): HTMLButtonElement => {
      const made = button(text(`editor.table.${name}`), () => {
        command(view.state, view.dispatch);
        view.focus();
      }, isOn ? { 'aria-pressed': 'false' } : {});
      this.tools.push({ button: made, command, ...(isOn ? { isOn } : {}) });
      return made;
    };
    const here = () => cellPlace(view.state);
    this.element = element(
      'section', { class: 'table-tools', 'aria-labelledby': heading.id, hidden: true }, heading,
      element('div', { class: 'buttons', role: 'group' }, tool('row-above', addRow(-1, freshId)), tool('row-below', addRow(1, freshId)), tool('row-remove', removeRow)),
      element('div', { class: 'buttons', role: 'group' }, tool('column-before', addColumn(-1, freshId)), tool('column-behind', addColumn(1, freshId)), tool('column-remove', removeColumn)),
      element('div', { class: 'buttons', role: 'group' }, tool('head', toggleHead(freshId), () => { const place = here(); return place !== null && hasHead(place); })),
      element('div', { class: 'buttons', role: 'group', 'aria-label': text('editor.table.align') }, ...sides.map(([name, side]) => tool(`align-${name}`, alignColumn(side), () => { const place = here(); return place !== null && sideOf(place) === side; }))),
    );
  }

  update(view: EditorView): void {
    const isThere = view.editable && cellPlace(view.state) !== null;
    // Somebody may be at its buttons by keyboard; then it stays until he leaves them.
    if (isThere || !this.element.contains(document.activeElement)) this.element.hidden = !isThere;
    if (!isThere) return;
    for (const { button: each, command, isOn } of this.tools) {
      each.disabled = !command(this.view.state);
      if (isOn) each.setAttribute('aria-pressed', String(isOn()));
    }
  }
}
