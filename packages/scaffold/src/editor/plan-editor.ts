import type { FileSystem } from '@dockwarden-internal/facts';
import type { PlannedFile } from '../model/planned-file.ts';
import { jetbrainsSchemas } from './jetbrains-schemas.ts';
import { vscodeSettings } from './vscode-settings.ts';

export const EDITORS = ['vscode', 'jetbrains'] as const;

export type Editor = (typeof EDITORS)[number];

const FILES: Readonly<Record<Editor, { readonly path: string; readonly edit: (text?: string) => string | undefined }>> =
  {
    vscode: { path: '.vscode/settings.json', edit: vscodeSettings },
    jetbrains: { path: '.idea/jsonSchemas.xml', edit: jetbrainsSchemas },
  };

/** The settings by which an editor completes and checks our files; `fault` is a sentence where the file that is there cannot be edited. */
export function planEditor(
  fs: Pick<FileSystem, 'read'>,
  editor: Editor,
): { readonly file: PlannedFile } | { readonly path: string; readonly fault: string } {
  const { path, edit } = FILES[editor];
  const text = edit(fs.read(path));
  if (text !== undefined) return { file: { path, text, edited: true } };
  return { path, fault: `${path} is not written in a way that schemas can be put into` };
}
