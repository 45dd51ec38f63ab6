import { reachOf } from '@dockwarden-internal/policy';
import { knownPolicies } from './known-policies.ts';
import { packsWith } from './packs-with.ts';

export interface ListRequest {
  readonly cwd: string;
  readonly all: boolean;
  readonly format: 'table' | 'json';
  readonly config?: string;
  readonly packs?: readonly string[];
}

/** Policies with severity, reach, and the packs or file that they come from. */
export async function listPolicies(
  request: ListRequest,
): Promise<{ readonly text: string } | { readonly fault: string }> {
  const known = await knownPolicies(request);
  if ('fault' in known) return known;
  const everywhere = { path: '.' };
  const settings = known.settingsOf(everywhere);
  const running = new Set(known.checksFor(everywhere).checks.map((check) => check.policy));
  const rows = [...known.documents.values()]
    .filter((document) => request.all || running.has(document.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((document) => ({
      id: document.id,
      severity: running.has(document.id) ? (settings.get(document.id)?.severity ?? document.severity) : 'off',
      reach: reachOf(document),
      packs: packsWith(known.builtin.packs, document.id),
      from: known.files.get(document.id) ?? 'dockwarden',
      title: document.title,
    }));
  if (request.format === 'json') return { text: `${JSON.stringify(rows, undefined, 2)}\n` };
  const cells = rows.map((row) => [row.id, row.severity, row.reach, row.packs.join(' ') || row.from, row.title]);
  const heeded = known.hadolintPath ? `, as ${known.hadolintPath} and then the configuration have it` : '';
  const head = ['policy', 'severity', 'reach', 'from', 'promise'];
  return { text: `${table([head, ...cells])}${rows.length} policies${heeded}\n` };
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  ')}\n`,
    )
    .join('');
}
