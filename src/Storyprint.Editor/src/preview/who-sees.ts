import { element } from '../writing/element';
import type { Text } from '../writing/texts';

interface Line {
  readonly who: string;
  readonly text: string;
  readonly names: readonly string[];
}

/** Who can see the story at this moment: asked again whenever somebody may want to know. */
export class WhoSees {
  readonly element: HTMLElement;
  private readonly list = element('ul', {});

  constructor(private readonly address: string, private readonly text: Text, private readonly ask: typeof fetch = (...parts) => fetch(...parts)) {
    this.element = element('section', { class: 'panel who-sees', 'aria-label': text('editor.seen') }, element('h2', {}, text('editor.seen')), this.list);
    this.element.hidden = true;
    window.addEventListener('focus', () => void this.look());
  }

  async look(): Promise<void> {
    try {
      const response = await this.ask(this.address, { headers: { accept: 'application/json' }, redirect: 'manual', cache: 'no-store', credentials: 'same-origin' });
      if (response.ok) this.show((await response.json()) as Line[]);
    } catch {
      // No connection: the line of saving says so, and what was true a minute ago stays.
    }
  }

  private show(lines: readonly Line[]): void {
    const now = lines.map(({ text, names }) => element('li', {}, names.length > 0
      ? element('details', {}, element('summary', {}, text), element('p', { class: 'small' }, ...names.flatMap((name, index) => [index > 0 ? this.text('editor.comma') : '', element('bdi', {}, name)])))
      : text));
    // What somebody has opened stays open while it says the same.
    if (now.map(each => each.textContent).join('\n') !== [...this.list.children].map(each => each.textContent).join('\n')) this.list.replaceChildren(...now);
    this.element.hidden = lines.length === 0;
  }
}
