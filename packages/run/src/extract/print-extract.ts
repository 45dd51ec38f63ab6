import {
  byteText,
  counted,
  oneLine,
  pathsFrom,
  renderProblems,
  type Styles,
  stylesFor,
} from '@dockwarden-internal/report';
import type { ImageOutcome } from '../build/build-outcome.ts';
import { type BuildPrinting, printBuild } from '../build/print-build.ts';
import type { ExtractedImage, ExtractOutcome } from './extract-outcome.ts';

/** How a run of extractions ended, for people: a line for each image; what a build failed of is said as `dockwarden build` says it. */
export function printExtract(outcome: ExtractOutcome, printing: BuildPrinting): string {
  const { color, width, cwd, quiet = false } = printing;
  const styles = stylesFor(color);
  const pathOf = pathsFrom('/', cwd);
  const shown = outcome.images.filter(({ status }) => !quiet || status !== 'present');
  const lines = shown.filter(hasLine).flatMap((image) => linesOf(image, styles, (path) => pathOf(path.slice(1))));
  const said = lines.map((line) => `${line}\n`).join('');
  const { built, diagnostics, root } = outcome;
  const faults = renderProblems(
    diagnostics,
    { pathOf: pathsFrom(root, cwd) },
    { color, ...(width !== undefined && { width }) },
  );
  const failures = built && { ...built, images: built.images.filter(isFailed), notes: [] };
  return said + faults + (failures ? printBuild(failures, printing) : '');
}

function isFailed({ status }: ImageOutcome): boolean {
  return status === 'failed' || status === 'skipped';
}

/** An image whose build failed has its line there. */
function hasLine({ status, failure }: ExtractedImage): boolean {
  return status !== 'failed' || failure !== undefined;
}

function linesOf(image: ExtractedImage, styles: Styles, pathOf: (path: string) => string): string[] {
  const { status, failure, notes, files, bytes } = image;
  const paint = { failed: styles.error, missing: styles.warning, present: styles.dim, extracted: styles.heading }[
    status
  ];
  const counts = files === undefined ? '' : ` (${counted(files, 'file')}, ${byteText(bytes ?? 0)})`;
  const why = status === 'present' ? ' (inputs unchanged)' : counts;
  const details = [
    ...notes,
    ...(failure ? [failure.message, ...(failure.hint === undefined ? [] : [failure.hint])] : []),
  ];
  return [
    `${paint(`${status}:`)} ${image.image} ${pathOf(image.folder)}${why}`,
    ...details.map((detail) => `    ${oneLine(detail)}`),
  ];
}
