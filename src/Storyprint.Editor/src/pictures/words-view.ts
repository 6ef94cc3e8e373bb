import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { element } from '../writing/element';
import type { Text } from '../writing/texts';

/** The texts under a picture, a sound or a film. Each has its name before it: a description, a caption and a credit look alike. */
export function pictureWords(text: Text): Record<string, (node: Node) => NodeView> {
  const view = (node: Node): NodeView => {
    const dom = element('p', { class: `block-${node.type.name}`, 'data-kind': node.type.name, 'data-name': text(`editor.part.${node.type.name}`) });
    return { dom, contentDOM: dom };
  };
  return { caption: view, credit: view, alt: view, transcript: view };
}
