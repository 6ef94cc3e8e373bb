import { type EditorState, NodeSelection } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { embeddedPage, safeAddress } from '../paste/address';
import { oneLine } from '../paste/words';
import { bodyPlace } from '../pictures/place';
import { schema } from '../schema/schema';
import type { WritingContext } from '../writing/context';
import { element, field } from '../writing/element';
import { ask, fault } from './dialog';

/** The address of something that is shown elsewhere, from what was pasted: an address, or the HTML that a site gives to embed. */
export function embedAddress(typed: string): string | null {
  const frame = /<iframe\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/i.exec(typed)?.[1]?.replace(/&amp;/g, '&');
  const quoted = frame ?? /<blockquote\b[\s\S]*?<a\s[^>]*?href\s*=\s*["'](https?:[^"']+)["'][^>]*>[^<]*<\/a>\s*(?:<\/blockquote>|<\/p>\s*<\/blockquote>)/i.exec(typed)?.[1]?.replace(/&amp;/g, '&') ?? typed;
  const address = embeddedPage(quoted) ?? safeAddress(quoted.trim().replace(/^www\./, 'https://www.'));
  return address && /^https?:\/\//.test(address) ? address : null;
}

function embedAt(state: EditorState): { node: Node; pos: number } | null {
  const { selection } = state;
  if (selection instanceof NodeSelection && selection.node.type === schema.nodes.embed) return { node: selection.node, pos: selection.from };
  const { $from } = selection;
  return $from.depth && $from.node(1).type === schema.nodes.embed ? { node: $from.node(1), pos: $from.before(1) } : null;
}

/** Asks for the address of an embed: a new one behind the caret, or the one that the caret is in. */
export function askForEmbed(context: WritingContext, view: EditorView): boolean {
  if (!view.editable) return false;
  const { text } = context;
  const old = embedAt(view.state);
  const address = element('input', { type: 'text', dir: 'ltr', autocomplete: 'off', inputmode: 'url', maxlength: 5_000 });
  const title = element('input', { type: 'text', dir: 'auto', maxlength: 300 });
  address.value = String(old?.node.attrs.address ?? '');
  title.value = old?.node.textContent ?? '';
  const say = fault(address);
  ask(context, view, {
    title: text('editor.embed'), submit: text(old ? 'editor.embed.change' : 'editor.embed.put'),
    body: [field(text('editor.embed.address'), address, text('editor.embed.hint')), field(text('editor.place.title'), title)],
    onSubmit() {
      const href = embedAddress(address.value);
      if (!href) {
        say(text('editor.embed.fault'));
        return false;
      }
      const words = oneLine(title.value);
      const content = schema.nodes.title.create(null, words ? schema.text(words) : null);
      const tr = view.state.tr;
      const now = old && embedAt(view.state);
      const pos = now?.pos ?? bodyPlace(tr.doc, tr.selection.to);
      if (now) tr.replaceWith(pos, pos + now.node.nodeSize, schema.nodes.embed.create({ ...now.node.attrs, address: href }, content));
      else tr.insert(pos, schema.nodes.embed.create({ id: context.freshId(), address: href }, content));
      view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView());
      return true;
    },
  });
  return true;
}
