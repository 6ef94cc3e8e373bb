import { clockOf } from '../choices/moment';
import { HttpServer } from '../saving/http-server';
import { element } from '../writing/element';
import { createText } from '../writing/texts';
import { EditorPage } from './editor-page';
import { createFrame } from './frame';
import { openStory } from './open-story';

/** Puts the editor into its place on the page, as soon as the server says what the story is. */
export async function mount(root: HTMLElement): Promise<EditorPage | null> {
  const { dataset: data } = root;
  const pageLanguage = localeOf(document.documentElement.lang, 'en');
  const text = createText(JSON.parse(data.texts ?? '{}') as Record<string, string>, pageLanguage);
  const frame = createFrame(root, text);
  const server = new HttpServer(data.draft!);
  frame.state.append(element('p', { class: 'saving' }, text('editor.opening')));
  const opened = await openStory(server, data.code ?? data.draft!, answer => {
    const problem = 'problem' in answer ? answer.problem : undefined;
    const sentence = problem ?? text(answer.kind === 'signed-out' ? 'editor.state.signed-out' : 'editor.opening.waits');
    frame.notices.replaceChildren(element('div', { class: 'notice mind' }, element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), element('p', {}, sentence)));
  });
  if (!opened) return null;
  frame.notices.replaceChildren();
  return new EditorPage({ root, text, frame, server, opened, language: localeOf(data.language, pageLanguage), moment: clockOf(pageLanguage) });
}

// An edition may have a name that is no language; formats of dates and numbers must not fail for it.
function localeOf(name: string | undefined, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(name || otherwise)[0] ?? otherwise;
  } catch {
    return otherwise;
  }
}
