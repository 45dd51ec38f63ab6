import { summarize } from '@dockwarden-internal/engine';
import {
  byteChange,
  byteText,
  counted,
  oneLine,
  pathsFrom,
  renderPretty,
  renderProblems,
  type Styles,
  stylesFor,
  visibleText,
} from '@dockwarden-internal/report';
import type { ImageStatus } from './build-options.ts';
import type { BuildOutcome, ImageOutcome } from './build-outcome.ts';

export interface BuildPrinting {
  readonly cwd: string;
  readonly color: boolean;
  readonly width?: number;
  /** Nothing of images that are present. */
  readonly quiet?: boolean;
  /** Why each image was built, found or left. */
  readonly explain?: boolean;
}

/** How a run of builds ended, for people: a line for each image, what failed and why, a summary. */
export function printBuild(outcome: BuildOutcome, printing: BuildPrinting): string {
  const { color, width, quiet = false, explain = false } = printing;
  const styles = stylesFor(color);
  const shown = outcome.images.filter(({ status }) => !quiet || status !== 'present');
  const lines = shown.flatMap((image) => [statusLine(image, styles), ...detailLines(image, explain, styles)]);
  const findings = outcome.images.flatMap((image) => image.findings);
  const options = { color, ...(width !== undefined && { width }) };
  const pathOf = pathsFrom(outcome.root, printing.cwd);
  const reports =
    findings.length > 0
      ? renderPretty(summarize(outcome.images.length, findings, outcome.diagnostics, []), { pathOf }, options)
      : renderProblems(outcome.diagnostics, { pathOf }, options);
  const notes = outcome.notes.map((note) => styles.dim(oneLine(`note: ${note}`)));
  const summary = outcome.images.length > 1 && shown.length > 0 ? [summaryLine(outcome.images)] : [];
  const body = [...lines, ...notes, ...summary].map((line) => `${line}\n`).join('');
  return body && reports ? `${body}\n${reports}` : body + reports;
}

function statusLine(image: ImageOutcome, styles: Styles): string {
  const digest = image.digest === undefined ? '' : ` ${image.digest}`;
  const said = [oneLine(whyOf(image)), ...sizeOf(image), ...timeOf(image)].filter(Boolean).join(', ');
  return `${paintOf(image.status, styles)(`${image.status}:`)} ${image.image}${digest}${said ? ` (${said})` : ''}`;
}

function whyOf({ status, where, miss, failure }: ImageOutcome): string {
  if (status === 'present') return where === 'registry' ? 'inputs unchanged, in the registry' : 'inputs unchanged';
  if (status === 'missing') return miss ?? '';
  return status === 'skipped' ? (failure?.message ?? '') : '';
}

function sizeOf({ status, size, sizeBefore }: ImageOutcome): string[] {
  if (size === undefined || status === 'present') return [];
  const change = sizeBefore === undefined || sizeBefore === size ? '' : ` (${byteChange(size - sizeBefore)})`;
  return [`${byteText(size)}${change}`];
}

function timeOf({ seconds }: ImageOutcome): string[] {
  return seconds === undefined ? [] : [`${seconds.toFixed(1)} s`];
}

function paintOf(status: ImageStatus, styles: Styles): (text: string) => string {
  if (status === 'failed') return styles.error;
  if (status === 'skipped' || status === 'missing') return styles.warning;
  return status === 'present' ? styles.dim : styles.heading;
}

function detailLines(image: ImageOutcome, explain: boolean, styles: Styles): string[] {
  const { failure, status } = image;
  const failed =
    failure && status !== 'skipped'
      ? [
          oneLine(`${failure.at === undefined ? '' : `${failure.at}: `}${failure.message}`),
          ...failure.lastLines.map((line) => styles.dim(visibleText(`| ${line}`))),
          ...(failure.hint === undefined ? [] : [oneLine(failure.hint)]),
        ]
      : [];
  const tags = image.tagged.map((tag) => `tagged ${tag}`);
  const reasons = explain ? [...(image.miss && status !== 'missing' ? [image.miss] : []), ...image.reasons] : [];
  return [...[...tags, ...reasons, ...image.notes].map(oneLine), ...failed].map((line) => `    ${line}`);
}

function summaryLine(images: readonly ImageOutcome[]): string {
  const counts = (['present', 'built', 'missing', 'skipped', 'failed'] as const).flatMap((status) => {
    const count = images.filter((image) => image.status === status).length;
    return count > 0 ? [`${count} ${status}`] : [];
  });
  return `${counted(images.length, 'image')}: ${counts.join(', ')}`;
}
