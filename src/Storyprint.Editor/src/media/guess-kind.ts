const endings: Readonly<Record<string, 'picture' | 'media' | 'document'>> = {
  ...Object.fromEntries(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'tif', 'tiff', 'heic', 'heif', 'bmp'].map(ending => [ending, 'picture'] as const)),
  ...Object.fromEntries(['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'flac', 'mp4', 'm4v', 'webm', 'ogv', 'mov', 'aac'].map(ending => [ending, 'media'] as const)),
};

/** What a file probably is, by what the browser says of it or by its name: programs hand over files without a type. The server looks at its bytes. */
export function guessKind({ type, name }: { readonly type: string; readonly name: string }): 'picture' | 'media' | 'document' {
  if (type.startsWith('image/')) return 'picture';
  if (/^(audio|video)\//.test(type)) return 'media';
  return endings[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'document';
}

/** For the window in which files are chosen: Storage/Pictures/FileKind.cs. */
export const accepted = {
  media: 'audio/*,video/*,.mp3,.m4a,.ogg,.oga,.opus,.wav,.flac,.mp4,.m4v,.webm,.ogv',
  document: '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.epub,.doc,.xls,.ppt,.rtf,.csv',
} as const;
