import type { EditorView } from 'prosemirror-view';
import type { Uploader } from './uploader';

/** Lets somebody choose files. The field is only there while it is open, outside of the text. */
export function chooseFiles(isMany: boolean, take: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = isMany;
  input.hidden = true;
  const end = (): void => input.remove();
  input.addEventListener('change', () => {
    take([...input.files ?? []]);
    end();
  });
  input.addEventListener('cancel', end);
  document.body.append(input);
  input.click();
}

export const choosePictures = (view: EditorView, uploader: Uploader, pos?: number): void => chooseFiles(true, files => uploader.take(view, files.map(file => ({ file, pos: pos ?? view.state.selection.to, alt: '' }))));
