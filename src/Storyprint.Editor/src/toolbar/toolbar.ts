import type { EditorView } from 'prosemirror-view';
import { shownKey } from '../menu/shown-key';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';
import type { Tool } from './tools';

/** The buttons above the text: one stop for the Tab key, the arrows go from button to button. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly buttons: { tool: Tool; button: HTMLButtonElement }[];

  constructor(text: Text, tools: readonly Tool[], view: () => EditorView) {
    this.buttons = tools.map(tool => {
      const name = text(`editor.tool.${tool.key}`);
      const button = element('button', {
        type: 'button', class: `tool tool-${tool.key}`, tabindex: '-1', 'aria-label': name, title: tool.shortcut ? `${name} (${shownKey(tool.shortcut)})` : name,
        'aria-keyshortcuts': tool.shortcut ? tool.shortcut.replace('Mod', 'Control').replaceAll('-', '+') : null, 'aria-pressed': tool.isOn ? 'false' : null,
        onmousedown: (event: Event) => event.preventDefault(),
        onclick: () => { if (button.getAttribute('aria-disabled') !== 'true') tool.run(view(), button); },
      }, element('span', { class: 'sign', 'aria-hidden': 'true', 'data-sign': tool.sign }));
      return { tool, button };
    });
    this.element = element('div', { class: 'editor-tools', role: 'toolbar', 'aria-label': text('editor.tools'), onkeydown: (event: KeyboardEvent) => this.press(event, view) }, ...this.buttons.map(({ button }) => button));
    this.buttons[0]?.button.setAttribute('tabindex', '0');
  }

  update(view: EditorView): void {
    for (const { tool, button } of this.buttons) {
      button.setAttribute('aria-disabled', String(!(tool.isAlways || (view.editable && (tool.isPossible?.(view.state) ?? true)))));
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(view.state)));
    }
  }

  focus(): void {
    this.buttons.find(({ button }) => button.tabIndex === 0)?.button.focus();
  }

  private press(event: KeyboardEvent, view: () => EditorView): void {
    if (event.key === 'Escape') return view().focus();
    const isForward = event.key === (getComputedStyle(this.element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
    const index = this.buttons.findIndex(({ button }) => button === document.activeElement);
    const last = this.buttons.length - 1;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? last : isForward ? (index + 1) % (last + 1) : /^Arrow(Left|Right)$/.test(event.key) ? (index + last) % (last + 1) : -1;
    if (next < 0) return;
    event.preventDefault();
    this.buttons.forEach(({ button }, at) => button.setAttribute('tabindex', at === next ? '0' : '-1'));
    this.buttons[next].button.focus();
  }
}
