import { SCAN_RUN_OPTIONS } from '@dockwarden-internal/run/options/scan-run-options';
import { COLOUR_FLAGS, colourOf } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { drawProgress } from '../output/draw-progress.ts';
import { readFormats } from '../output/formats.ts';
import { refuse } from '../output/refuse.ts';
import { writeReports } from '../output/write-reports.ts';
import type { Command, Invocation } from './command.ts';

export const scanCommand: Command = {
  spec: {
    name: 'scan',
    summary: 'Scans built images with trivy, Docker Scout and hadolint, as far as they are there, into one report.',
    operands: '[IMAGE…]',
    options: {
      ...flagsOf(SCAN_RUN_OPTIONS),
      project: { type: 'string[]', value: 'NAME', description: 'Only the images of this project.' },
      verbose: { type: 'boolean', description: 'Also what is low, unknown or ignored.' },
      ...COLOUR_FLAGS,
    },
    examples: [
      ['dockwarden scan', 'every image of the workspace'],
      ['dockwarden scan api --fail-on high --ignore-unfixed', 'one, failing on what is high and can be mended'],
      ['dockwarden scan --scanner trivy --format sarif=scan.sarif', 'by one scanner, for code scanning'],
    ],
    notes: [
      'Exit: 0 nothing at or above --fail-on, 1 something is, 2 bad arguments or configuration, 3 no scanner, or one that fails.',
    ],
  },
  run: runScan,
};

async function runScan({ operands, values, io }: Invocation): Promise<number> {
  const { format, scanner, timeout, ...how } = valuesOf(SCAN_RUN_OPTIONS, values);
  const read = readFormats(format ?? [], ['pretty', 'json', 'sarif']);
  if ('fault' in read) return refuse(io, read.fault);
  const { outputs } = read;
  if (timeout === 0) return refuse(io, '--timeout needs a second at least');
  const [{ scan }, { renderScan }] = await Promise.all([
    import('@dockwarden-internal/run/scan/scan'),
    import('@dockwarden-internal/run/scan/render-scan'),
  ]);
  const progress = drawProgress(io, 'scans');
  const projects = values['project'] as readonly string[] | undefined;
  const outcome = await scan({
    cwd: io.cwd,
    images: operands,
    ...how,
    ...(projects && { projects }),
    ...(scanner && { scanners: scanner }),
    ...(timeout !== undefined && { timeout }),
    now: new Date(),
    signal: io.interruption(),
    onProgress: progress.update,
  });
  progress.clear();
  const color = colourOf(values, io);
  const verbose = values['verbose'] === true;
  const reports = outputs.map((output) => ({
    output,
    text: [
      renderScan(output.format, outcome, {
        cwd: io.cwd,
        version: io.version,
        color: color && output.file === undefined,
        verbose,
        ...(io.columns !== undefined && { width: io.columns }),
      }),
    ],
  }));
  const fault = await writeReports(reports, io);
  return fault ? refuse(io, fault, 3) : outcome.exitCode;
}
