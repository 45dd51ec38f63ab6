import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathsFrom, renderGithub, renderJson, renderPretty, renderSarif } from '@dockwarden-internal/report';
import type { LintOutcome } from '@dockwarden-internal/run';
import type { Io } from '../io.ts';
import type { Output } from './formats.ts';

export interface WriteOptions {
  readonly io: Io;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Writes each report where it is to go; a sentence where a file cannot be written. */
export async function writeReports(
  outputs: readonly Output[],
  outcome: LintOutcome,
  options: WriteOptions,
): Promise<string | undefined> {
  for (const output of outputs) {
    const text = render(output, outcome, options);
    if (output.file === undefined) await options.io.out(text);
    else {
      const fault = writeBeside(resolve(options.io.cwd, output.file), text);
      if (fault) return `${output.file} cannot be written: ${fault}`;
    }
  }
  return undefined;
}

function render(output: Output, { report, root }: LintOutcome, { io, colour, quiet, verbose }: WriteOptions): string {
  const context = { version: io.version, pathOf: pathsFrom(root, io.cwd) };
  switch (output.format) {
    case 'json':
      return renderJson(report, context);
    case 'sarif':
      return renderSarif(report, { version: io.version, pathOf: pathsFrom(root, root), root });
    case 'github':
      return renderGithub(report, context);
    case 'pretty':
      return renderPretty(report, context, {
        color: colour && output.file === undefined,
        quiet,
        verbose,
        ...(io.columns !== undefined && { width: io.columns }),
      });
  }
}

/** Writes beside the file and renames, so that no half of it is ever there. */
function writeBeside(path: string, text: string): string | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
