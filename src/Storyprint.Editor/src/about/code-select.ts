import { element } from '../writing/element';
import type { Text } from '../writing/texts';

/** A choice among codes, whose names are `editor.value.NAME.CODE`. A code that it does not offer stays as it is. */
export class CodeSelect {
  readonly input: HTMLSelectElement;
  private shown: string | null = null;

  constructor(private readonly text: Text, private readonly name: string, codes: readonly string[], choose: (code: string | null) => void) {
    this.input = element('select', { onchange: () => choose(this.input.value || null) }, element('option', { value: '' }, text('editor.about.unsaid')), ...codes.map(code => this.option(code)));
  }

  show(code: unknown, editable: boolean): void {
    this.input.disabled = !editable;
    const now = typeof code === 'string' ? code : '';
    if (now === this.shown && this.input.value === now) return;
    this.shown = now;
    if (![...this.input.options].some(option => option.value === now)) this.input.append(this.option(now));
    this.input.value = now;
  }

  private option(code: string): HTMLOptionElement {
    const key = `editor.value.${this.name}.${code}`;
    return element('option', { value: code }, this.text.has(key) ? this.text(key) : code);
  }
}
