import { readLocated } from '@dockwarden-internal/policy/load/located';
import { counted } from '@dockwarden-internal/report/text/counted';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import { findWorkspace } from '@dockwarden-internal/workspace';
import { configName } from '../../config/read-config.ts';
import { absentFolder } from '../../files/absent-folder.ts';
import { policyFiles, workspacePolicies } from '../../policies/policy-files.ts';
import { finishMigration } from '../finish-migration.ts';
import { EMPTY_PLAN, type MigrationOutcome, type MigrationRequest } from '../migration.ts';

/** The versions that files may be written for; of each kind there is one, the newest. */
const VERSIONS: Readonly<Record<string, string>> = {
  policy: 'policy/v1',
  pack: 'pack/v1',
  terms: 'terms/v1',
  config: 'config/v1',
};

/** Brings the workspace's own policies, packs and configuration to the newest version of the language: what is at it already is left. */
export async function migratePolicies({ cwd, dryRun }: MigrationRequest): Promise<MigrationOutcome> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) {
    return { ...EMPTY_PLAN, root: cwd, diagnostics: [absentFolder(cwd)], written: false, exit: 3 };
  }
  const { fs, listing } = workspace;
  const found = policyFiles(workspacePolicies(fs));
  const packs = listing.files.filter((path) => /\.(?:pack|terms)\.ya?ml$/.test(path));
  const config = fs.read(configName) === undefined ? [] : [configName];
  const paths = [...new Set([...config, ...found.policies, ...found.terms, ...packs])];
  const diagnostics = [...found.diagnostics, ...paths.flatMap((path) => versionFault(path, fs.read(path)) ?? [])];
  const kinds = new Set(paths.map((path) => VERSIONS[kindOf(path)]!));
  const note =
    paths.length === 0
      ? 'there are no policies and packs of your own here'
      : `${counted(paths.length, 'file is', 'files are')} of the newest version: ${[...kinds].join(', ')}`;
  return finishMigration(fs, { ...EMPTY_PLAN, notes: [note], diagnostics }, dryRun);
}

function versionFault(path: string, text: string | undefined): Diagnostic[] | Diagnostic | undefined {
  if (text === undefined) return { code: 'files/unreadable', message: `${path} cannot be read`, path, exit: 3 };
  const located = readLocated(sourceText(path, text), 'migrate/yaml');
  if (located.diagnostics.length > 0) return [...located.diagnostics];
  const said = (located.data as { dockwarden?: unknown } | null)?.dockwarden;
  const known = VERSIONS[kindOf(path)]!;
  if (said === known) return undefined;
  const message =
    said === undefined
      ? `${path} does not say which version it is written for`
      : `${path} is written for ${JSON.stringify(said)}, which this version of dockwarden does not know`;
  const hint =
    said === undefined
      ? `begin it with \`dockwarden: ${known}\``
      : `it knows ${known}: update dockwarden, or mend the line`;
  return { code: 'migrate/version', message, hint, place: located.place(['dockwarden']), exit: 2 };
}

function kindOf(path: string): string {
  return path === configName ? 'config' : (/\.(policy|pack|terms)\.ya?ml$/.exec(path)?.[1] ?? 'policy');
}
