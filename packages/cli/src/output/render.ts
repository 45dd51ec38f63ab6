import { pathsFrom, renderGithub, renderJson, renderPretty, renderSarif } from '@dockwarden-internal/report';
import type { LintOutcome } from '@dockwarden-internal/run';
import type { Io } from '../io.ts';
import type { Output } from './formats.ts';

export interface View {
  readonly io: Pick<Io, 'version' | 'cwd' | 'columns'>;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Everything beside the outcome that decides the text. */
export function renderingOf(output: Output, { io, colour, quiet, verbose }: View): string {
  const { format } = output;
  return JSON.stringify([
    format,
    io.version,
    format === 'pretty' && [colourOf(output, colour), io.columns, quiet, verbose],
  ]);
}

export function render(output: Output, { report, root }: LintOutcome, { io, colour, quiet, verbose }: View): string {
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
        color: colourOf(output, colour),
        quiet,
        verbose,
        ...(io.columns !== undefined && { width: io.columns }),
      });
  }
}

function colourOf(output: Output, colour: boolean): boolean {
  return colour && output.file === undefined;
}
