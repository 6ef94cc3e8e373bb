/** Lets somebody choose files. The field is only there while it is open, outside of the text. */
export function chooseFiles(isMany: boolean, take: (files: File[]) => void, accept = 'image/*'): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = isMany;
  input.hidden = true;
  const end = (): void => input.remove();
  input.addEventListener('change', () => {
    take([...input.files ?? []]);
    end();
  });
  input.addEventListener('cancel', end);
  // What is outside of an open dialog cannot be used.
  (document.querySelector('dialog[open]') ?? document.body).append(input);
  input.click();
}
