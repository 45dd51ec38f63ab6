import { byteText, type Styles, stylesFor } from '@dockwarden-internal/report';
import { shorten } from '@dockwarden-internal/report/text/shorten';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import type { ShownImage } from './inspect-image.ts';

/** Rows of names and values, then the lists; everything on one line each. */
export function printInspected(
  shown: ShownImage,
  { color, width = 100 }: { readonly color: boolean; readonly width?: number },
): string {
  const styles = stylesFor(color);
  const size = shown.layers.reduce((sum, layer) => sum + layer.size, 0);
  const rows: [string, string][] = [
    ['reference', shown.reference],
    ['id', shown.id],
    ['platform', shown.platform ?? ''],
    ['created', shown.created ?? ''],
    ['size', `${byteText(size)} in ${shown.layers.length} layers`],
    ['user', shown.user],
    ['ports', shown.ports.join(', ')],
    ['volumes', shown.volumes.join(', ')],
    ['entrypoint', words(shown.entrypoint)],
    ['command', words(shown.command)],
    ['folder', shown.workingDir ?? ''],
    ['stop signal', shown.stopSignal],
    ['health check', shown.healthcheck ? words(shown.healthcheck) : 'none'],
  ];
  const lines = [
    styles.heading(shown.image),
    ...rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `  ${name.padEnd(14)}${line(value, width - 16)}`),
    ...section('environment', Object.entries(shown.environment).map(pair), styles, width),
    ...section('labels', Object.entries(shown.labels).map(pair), styles, width),
    ...section(
      'layers',
      shown.layers.map(({ size: bytes, createdBy }) => `${byteText(bytes).padEnd(8)}  ${createdBy ?? ''}`),
      styles,
      width,
    ),
    ...section('containers', shown.containers.map(containerLine), styles, width),
  ];
  return `${lines.join('\n')}\n`;
}

function containerLine({ name, status, health, startedAt, ports }: ShownImage['containers'][number]): string {
  const since = startedAt.slice(0, 19);
  return [`${name}  ${status}${health === undefined ? '' : ` (${health})`}`, since && `since ${since}Z`, ...ports]
    .filter(Boolean)
    .join(', ');
}

function section(name: string, entries: readonly string[], styles: Styles, width: number): string[] {
  return entries.length === 0
    ? []
    : [`  ${styles.dim(name)}`, ...entries.map((entry) => `    ${line(entry, width - 4)}`)];
}

function pair([name, value]: [string, string]): string {
  return `${name}=${value}`;
}

function words(list: readonly string[]): string {
  return list.length === 0 ? '' : JSON.stringify(list);
}

function line(text: string, room: number): string {
  return shorten(oneLine(text), Math.max(20, room));
}
