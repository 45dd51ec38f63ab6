import { byteText, codeSpan, counted, fenced, prose } from '@dockwarden-internal/report';
import type { BuildOutcome, ImageOutcome } from './build-outcome.ts';

const MANY = 5;

/** A run of builds for the summary of a CI job, in Markdown: a row for each image, what failed, and what could not be done. */
export function renderSummary({ images, diagnostics, notes }: BuildOutcome, command: 'build' | 'push'): string {
  const parts = [
    `### Images: ${images.length > 0 ? counts(images) : diagnostics.length > 0 ? 'none, see below' : `nothing to ${command}`}`,
    images.length === 0 ? '' : [...HEAD, ...images.map(row)].join('\n'),
    ...images.map(failed),
    ...images.map(({ image, findings }) => foundIn(image, findings)),
    diagnostics.map(({ message, hint }) => `- ${prose(message)}${hint ? `<br>${prose(hint)}` : ''}`).join('\n'),
    notes.map((note) => `- ${prose(note)}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n\n`;
}

const HEAD = ['| image | result | why | size | change | digest |', '| --- | --- | --- | --- | --- | --- |'];

function counts(images: readonly ImageOutcome[]): string {
  const words = (['built', 'present', 'missing', 'skipped', 'failed'] as const).flatMap((status) => {
    const count = images.filter((image) => image.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  return words.join(', ');
}

function row(image: ImageOutcome): string {
  const cells = [
    prose(image.image),
    image.status,
    whyOf(image),
    image.size === undefined ? '' : byteText(image.size),
    changeOf(image),
    image.digest === undefined ? '' : codeSpan(image.digest.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1')),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Why it was built or found: which change affects it where that was asked, else what the look-up said. */
function whyOf({ status, where, miss, reasons }: ImageOutcome): string {
  if (status === 'present') return where === 'registry' ? 'inputs unchanged, in the registry' : 'inputs unchanged';
  const said = reasons.length > 0 ? reasons : miss === undefined ? [] : [miss];
  const more = said.length > MANY ? [`and ${counted(said.length - MANY, 'reason')} more`] : [];
  return [...said.slice(0, MANY), ...more].map(prose).join('<br>');
}

function changeOf({ size, sizeBefore }: ImageOutcome): string {
  if (size === undefined || sizeBefore === undefined) return '';
  const change = size - sizeBefore;
  return change === 0 ? 'none' : `${change > 0 ? '+' : ''}${byteText(change)}`;
}

function failed({ image, status, failure }: ImageOutcome): string {
  if (!failure || status === 'skipped') return '';
  const at = failure.at === undefined ? '' : `${codeSpan(failure.at)}: `;
  const lines = failure.lastLines.length === 0 ? '' : `\n\n${fenced('text', failure.lastLines.join('\n'))}`;
  const hint = failure.hint === undefined ? '' : `\n\n${prose(failure.hint)}`;
  return `**${prose(image)}** failed: ${at}${prose(failure.message)}${lines}${hint}`;
}

function foundIn(image: string, findings: ImageOutcome['findings']): string {
  const shown = findings.filter(({ suppressed }) => !suppressed);
  return shown.map(({ severity, message }) => `- ${severity}, ${prose(image)}: ${prose(message)}`).join('\n');
}
