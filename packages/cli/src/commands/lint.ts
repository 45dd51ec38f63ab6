import { masksOf, pathsFrom, unifiedDiff } from '@dockwarden-internal/report';
import { type LintRun, openLint } from '@dockwarden-internal/run';
import { LINT_FORMATS } from '@dockwarden-internal/run/options/lint-formats';
import { LINT_RUN_OPTIONS, lintOptionsOf } from '@dockwarden-internal/run/options/lint-run-options';
import { colourOf, configOf } from '../arguments/common-flags.ts';
import { valuesOf } from '../arguments/flags-of.ts';
import type { OptionValues } from '../arguments/option-entry.ts';
import { drawProgress } from '../output/draw-progress.ts';
import { readFormats } from '../output/formats.ts';
import { refuse } from '../output/refuse.ts';
import { type LintOutput, render, renderingOf, type View } from '../output/render.ts';
import { writeReports } from '../output/write-reports.ts';
import type { Command, Invocation } from './command.ts';
import { affectedRefs, lintedPart } from './lint-affected.ts';
import { lintSpec } from './lint-spec.ts';

export const lintCommand: Command = { spec: lintSpec, run: runLint };

async function runLint({ operands, values, io }: Invocation): Promise<number> {
  const formats = readFormats((values['format'] as readonly string[] | undefined) ?? [], LINT_FORMATS);
  if ('fault' in formats) return refuse(io, formats.fault);
  const fromStdin = operands.includes('-');
  if (fromStdin && (operands.length > 1 || typeof values['stdin-filename'] !== 'string')) {
    return refuse(io, 'standard input (-) is linted alone, and needs --stdin-filename FILE');
  }
  if (!fromStdin && values['stdin-filename'] !== undefined)
    return refuse(io, '--stdin-filename goes with - for standard input');
  for (const companion of ['unsafe', 'dry-run']) {
    if (values[companion] && !values['fix']) return refuse(io, `--${companion} goes with --fix`);
  }
  if (fromStdin && values['fix'] && !values['dry-run'])
    return refuse(io, '--fix cannot write to standard input: name the file, or add --dry-run to see what would change');
  const refs = affectedRefs(values);
  if (refs && 'fault' in refs) return refuse(io, refs.fault);
  if (refs && fromStdin) return refuse(io, '--affected is about files of the repository, not about standard input');
  const affected = refs && (await lintedPart(refs, values, io));
  if (typeof affected === 'number') return affected;
  if (fromStdin && values['project'] !== undefined)
    return refuse(io, '--project is about files of the workspace, not about standard input');
  const text = fromStdin ? await io.readStdin() : '';
  if (text === undefined) return refuse(io, 'standard input is too large to be read as text.', 3);
  const stdin = fromStdin ? { filename: values['stdin-filename'] as string, text } : undefined;
  const progress = drawProgress(io);
  const run = openLint({
    cwd: io.cwd,
    paths: fromStdin ? [] : operands,
    ...optionsOf(values),
    ...(io.env['PATH'] !== undefined && { searchPath: io.env['PATH'] }),
    ...(affected && { affected }),
    ...(stdin && { stdin }),
    progress: progress.update,
  });
  const colour = colourOf(values, io);
  const view: View = {
    io,
    colour,
    quiet: values['quiet'] === true,
    verbose: values['verbose'] === true,
    ...configOf(values),
    ...(stdin && { stdin }),
  };
  const kept = keptReports(run, formats.outputs, view);
  if (kept) {
    const fault = await writeReports(kept.reports, io);
    return fault ? refuse(io, fault, 3) : kept.exitCode;
  }
  const outcome = await run.lint();
  progress.clear();
  if (values['dry-run'] && formats.outputs.every((output) => output.format === 'pretty')) {
    const pathOf = pathsFrom(outcome.root, io.cwd);
    await io.out(
      unifiedDiff(
        outcome.changed.map((file) => ({ ...file, path: pathOf(file.path) })),
        { color: colour, masks: masksOf({ findings: outcome.before }) },
      ),
    );
  }
  const reports: { output: LintOutput; text: readonly Uint8Array[] }[] = [];
  for (const output of formats.outputs) {
    const text = Array.from(await render(output, outcome, view), (piece) => Buffer.from(piece));
    reports.push({ output, text });
    const rendering = renderingOf(output, view);
    if (rendering !== undefined) run.keep(rendering, text);
  }
  const fault = await writeReports(reports, io);
  return fault ? refuse(io, fault, 3) : outcome.exitCode;
}

/** What an earlier run made, where it made all of these outputs and nothing has changed. */
function keptReports(run: LintRun, outputs: readonly LintOutput[], view: View) {
  const printed = outputs.map((output) => {
    const rendering = renderingOf(output, view);
    return rendering === undefined ? undefined : run.printed(rendering);
  });
  if (!printed.every((each) => each !== undefined)) return undefined;
  return {
    reports: outputs.map((output, index) => ({ output, text: [printed[index]!.text] })),
    exitCode: printed[0]!.exitCode,
  };
}

function optionsOf(given: OptionValues) {
  const values = valuesOf(LINT_RUN_OPTIONS, given);
  const { failOn = LINT_RUN_OPTIONS.failOn.default, maxWarnings } = values;
  return {
    ...lintOptionsOf(values),
    ...(given['project'] !== undefined && { projects: given['project'] as readonly string[] }),
    failOn,
    ...(maxWarnings !== undefined && { maxWarnings }),
  };
}
