import type { SourceFile } from '../../../detect/source-files.ts';

/** Handlers of SIGTERM: Node's own, those of frameworks, and packages that set one. */
const HANDLES =
  /\bon(?:ce)?\(\s*['"]SIGTERM['"]|enableShutdownHooks\(|['"](?:close-with-grace|http-terminator|@godaddy\/terminus|lightship|stoppable)['"]|addSignalListener\(|['"]SIGTERM['"]\s*[\],]/;

/** The file that handles SIGTERM, if one does. Node as PID 1 has no default for it: without a handler the signal is dropped. */
export function stopsBy(files: readonly SourceFile[]): string | undefined {
  return files.find(({ text }) => HANDLES.test(text))?.path;
}
