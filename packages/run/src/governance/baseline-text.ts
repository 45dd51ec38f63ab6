import type { KnownFindings } from '@dockwarden-internal/engine';
import { isMap } from '@dockwarden-internal/syntax';

const KIND = 'baseline/v1';

/** The findings in a baseline's text; undefined where it is no such text. Read on every run, so without the schema library. */
export function baselineOf(text: string): KnownFindings | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(data) || data['dockwarden'] !== KIND || !isMap(data['findings'])) return undefined;
  if (Object.keys(data).some((key) => key !== 'dockwarden' && key !== 'findings')) return undefined;
  const files = Object.values(data['findings']);
  const fits = files.every((each) => isMap(each) && Object.values(each).every(isPrints));
  return fits ? (data['findings'] as KnownFindings) : undefined;
}

export function baselineText(findings: KnownFindings): string {
  return `${JSON.stringify({ dockwarden: KIND, findings }, undefined, 2)}\n`;
}

function isPrints(value: unknown): boolean {
  return Array.isArray(value) && value.every((print) => typeof print === 'string' && /^[0-9a-f]{32}$/.test(print));
}
