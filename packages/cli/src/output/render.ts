import { renderPieces } from '@dockwarden-internal/report';
import { type LintOutcome, loadHtmlReport } from '@dockwarden-internal/run';
import type { LintFormat } from '@dockwarden-internal/run/options/lint-formats';
import { repositoryRoot } from '@dockwarden-internal/workspace/repository-root';
import type { Io } from '../io.ts';
import type { Output } from './formats.ts';

export type LintOutput = Output<LintFormat>;

export interface View {
  readonly io: Pick<Io, 'version' | 'cwd' | 'columns'>;
  readonly colour: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly config?: string;
  readonly stdin?: { readonly filename: string; readonly text: string };
}

/** Everything beside the outcome that decides the text; undefined for a report that also tells of files that no run asks for. */
export function renderingOf(output: LintOutput, { io, colour, quiet, verbose }: View): string | undefined {
  const { format } = output;
  if (format === 'html') return undefined;
  return JSON.stringify([
    format,
    io.version,
    format === 'pretty' && [colourOf(output, colour), io.columns, quiet, verbose],
    format === 'gitlab' && repositoryRoot(io.cwd),
  ]);
}

/** The text of a report, in pieces. */
export async function render(
  output: LintOutput,
  outcome: LintOutcome,
  { io, colour, quiet, verbose, config, stdin }: View,
): Promise<Iterable<string>> {
  const { report, root, files } = outcome;
  const { format } = output;
  if (format === 'html') {
    const { htmlReport } = await loadHtmlReport();
    const page = await htmlReport(outcome, {
      cwd: io.cwd,
      version: io.version,
      images: true,
      ...(config !== undefined && { config }),
      ...(stdin && { stdin }),
    });
    return [page];
  }
  return renderPieces(format, report, {
    version: io.version,
    root,
    cwd: io.cwd,
    repository: repositoryRoot(root) ?? root,
    files,
    local: true,
    pretty: {
      color: colourOf(output, colour),
      quiet,
      verbose,
      ...(io.columns !== undefined && { width: io.columns }),
    },
  });
}

function colourOf(output: LintOutput, colour: boolean): boolean {
  return colour && output.file === undefined;
}
