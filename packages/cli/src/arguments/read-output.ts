export interface FileOutput {
  readonly type: 'oci' | 'local' | 'tar';
  readonly folder: string;
}

/** Reads `--output TYPE[=FOLDER]` of `build`; undefined where the engine is to have the images. */
export function readOutput(word: string | undefined): FileOutput | { readonly fault: string } | undefined {
  if (word === undefined) return undefined;
  const at = word.indexOf('=');
  const type = at < 0 ? word : word.slice(0, at);
  const folder = at < 0 ? 'dist/docker' : word.slice(at + 1);
  if (type !== 'oci' && type !== 'local' && type !== 'tar')
    return { fault: `--output is oci, local or tar, with =FOLDER if you like, not ${JSON.stringify(word)}` };
  return folder === '' ? { fault: '--output needs a folder behind =' } : { type, folder };
}
