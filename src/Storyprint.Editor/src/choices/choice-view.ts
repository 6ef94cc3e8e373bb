import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { plainOf } from '../wire/runs';
import type { TextOption } from '../wire/types';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import { bothOf, settleWords } from './settle';

/** Two texts one behind the other in the line where both were written, with who wrote them and a button for each. */
export function choiceView(text: Text, moment: (at: string) => string): (node: Node, view: EditorView, position: () => number | undefined) => NodeView {
  return (node, view, position) => {
    const options = node.attrs.options as TextOption[];
    const settle = (runs: TextOption['text'], isChosen = false): void => {
      const at = position();
      if (at === undefined || !view.editable) return;
      view.dispatch(settleWords(view.state, at, runs, isChosen));
      view.focus();
    };
    const button = (key: string, what: () => void, label?: string, sign?: string): HTMLElement =>
      element('button', { type: 'button', class: 'quiet', 'aria-label': label ?? null, title: label ?? null, onclick: what }, sign ? element('span', { 'aria-hidden': 'true' }, sign) : text(key));
    const dom = element('span', { class: 'choice', contenteditable: 'false', role: 'group', 'aria-label': text('editor.choice', text.list(options.map(option => option.who))) },
      ...options.map(option => element('span', { class: 'choice-option' },
        option.text.length > 0 ? element('bdi', { class: 'choice-words' }, plainOf(option.text)) : element('em', { class: 'choice-words' }, text('editor.choice.nothing')),
        element('span', { class: 'choice-who' }, text('editor.choice.by', option.who, moment(option.at))),
        button('editor.choice.take', () => settle(option.text), text('editor.choice.take.of', option.who), '✓'))),
      element('span', { class: 'choice-more' }, button('editor.choice.both', () => settle(bothOf(options))), button('editor.choice.edit', () => settle(bothOf(options), true))));
    return {
      dom,
      stopEvent: event => event.target instanceof HTMLElement && event.target.closest('button') !== null,
      ignoreMutation: () => true,
      selectNode: () => dom.classList.add('chosen'),
      deselectNode: () => dom.classList.remove('chosen'),
    };
  };
}
