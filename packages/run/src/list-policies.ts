import { reachOf } from '@dockwarden-internal/policy';
import { counted } from '@dockwarden-internal/report/text/counted';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import { knownPolicies } from './known-policies.ts';
import { packsWith } from './packs-with.ts';
import { aliasesOf, search } from './policies/find-by-name.ts';

export interface ListRequest {
  readonly cwd: string;
  readonly all: boolean;
  /** Only policies that speak of this, or that a tool calls so; also those that are off. */
  readonly search?: string;
  readonly format: 'table' | 'json';
  readonly config?: string;
  readonly packs?: readonly string[];
}

/** From the worst on. */
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Policies with severity, reach, and the packs or file that they come from. */
export async function listPolicies(
  request: ListRequest,
): Promise<{ readonly text: string } | { readonly fault: string }> {
  const known = await knownPolicies(request);
  if ('fault' in known) return known;
  const everywhere = { path: '.' };
  const settings = known.settingsOf(everywhere);
  const checks = known.checksFor(everywhere).checks;
  const running = new Set(checks.map((check) => check.policy));
  /** Of a policy that is off, and of which a check is on: that of the check. */
  const severityOf = ({ id, severity }: { readonly id: string; readonly severity: string }) => {
    if (!running.has(id)) return 'off';
    const set = settings.get(id)?.severity ?? severity;
    return set !== 'off'
      ? set
      : SEVERITIES.find((each) => checks.some((check) => check.policy === id && check.severity === each))!;
  };
  const all = [...known.documents.values()];
  const asked = request.search === undefined ? all : search(request.search, all);
  const rows = [...asked]
    .filter((document) => request.all || request.search !== undefined || running.has(document.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((document) => ({
      id: document.id,
      severity: severityOf(document),
      ...(document.replacedBy !== undefined && { replacedBy: document.replacedBy }),
      ...(document.status && { status: document.status }),
      reach: reachOf(document, known.terms),
      packs: packsWith(known.builtin.packs, document.id),
      from: known.files.get(document.id) ?? 'dockwarden',
      aliases: aliasesOf(document),
      title: document.title,
    }));
  if (request.format === 'json') return { text: `${JSON.stringify(rows, undefined, 2)}\n` };
  const cells = rows.map((row) =>
    [row.id, wordOf(row), row.reach, row.title, row.packs.join(' ') || row.from].map(oneLine),
  );
  const heeded = known.hadolintPath ? `, as ${known.hadolintPath} and then the configuration have it` : '';
  const head = ['policy', 'severity', 'reach', 'promise', 'from'];
  return { text: `${table([head, ...cells])}${counted(rows.length, 'policy', 'policies')}${heeded}\n` };
}

function wordOf({ status, severity }: { readonly status?: string; readonly severity: string }): string {
  return status === 'preview' && severity !== 'off' ? 'preview' : severity;
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
