import type { SourceFile } from './source-files.ts';

export interface FoundPort {
  readonly port: number;
  readonly file: string;
}

/** The first port that a pattern's first group finds in the sources, line by line; a pattern that comes earlier wins. */
export function listeningPort(files: readonly SourceFile[], patterns: readonly RegExp[]): FoundPort | undefined {
  for (const pattern of patterns)
    for (const { path: file, text } of files)
      for (const line of text.split('\n')) {
        const port = line.length > 400 ? 0 : Number(pattern.exec(line)?.[1]);
        if (port > 0 && port < 65_536) return { port, file };
      }
  return undefined;
}
