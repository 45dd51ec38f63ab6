import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planCi } from '@dockwarden-internal/scaffold';
import { findWorkspace, type Workspace } from '@dockwarden-internal/workspace';
import { defaultBase } from './build/default-base.ts';
import { readConfig } from './config/read-config.ts';
import { readOutside } from './files/read-outside.ts';
import { writeTexts } from './files/write-texts.ts';

export interface CiWriteRequest {
  readonly cwd: string;
  /** Branch whose images are pushed; that of nx.json unless said, else `main`. */
  readonly branch?: string;
  /** Registry to log in to; that of `build.repository` unless said, else `ghcr.io`. */
  readonly registry?: string;
  readonly dryRun: boolean;
  /** Replaces a file that says something else. */
  readonly force: boolean;
}

export type CiWritten = { readonly text: string; readonly exit: 0 } | { readonly fault: string; readonly exit: 2 | 3 };

/** Writes the workflow of a CI system; a file that is there and differs is left, unless `force` says otherwise. */
export async function writeCi({ cwd, dryRun, force, ...said }: CiWriteRequest): Promise<CiWritten> {
  const plan = await planCiFiles(cwd, said);
  if ('fault' in plan) return plan;
  const { workspace, files } = plan;
  if (dryRun) return { text: files.map(({ path, text }) => `# ${path}\n${text}`).join('\n'), exit: 0 };
  const lines: string[] = [];
  for (const { path, text } of files) {
    const before = workspace.fs.read(path);
    if (before === text) {
      lines.push(`${path} is up to date\n`);
      continue;
    }
    if (before !== undefined && !force)
      return { fault: `${path} is there and differs: look at --dry-run, and replace it with --force`, exit: 2 };
    if (workspace.fs.entry(path) !== 'outside') mkdirSync(dirname(join(workspace.fs.root, path)), { recursive: true });
    const [fault] = writeTexts(workspace.fs, [{ path, before: before ?? '', after: text }]);
    if (fault) return { fault: `${fault.message}. ${fault.hint ?? ''}`.trim(), exit: 3 };
    lines.push(`${path} is ${before === undefined ? 'written' : 'replaced'}\n`);
  }
  return { text: lines.join(''), exit: 0 };
}

/** The files of the workflow as they should be, with the workspace that they are for. */
export async function planCiFiles(
  cwd: string,
  said: Pick<CiWriteRequest, 'branch' | 'registry'>,
): Promise<
  | { readonly workspace: Workspace; readonly files: ReturnType<typeof planCi> }
  | { readonly fault: string; readonly exit: 2 | 3 }
> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) return { fault: `${cwd} is not there`, exit: 3 };
  const { config, diagnostics } = await readConfig({ fs: workspace.fs, readOutside }, cwd, undefined);
  const broken = diagnostics.find(({ exit }) => exit === 2);
  if (broken) return { fault: broken.message, exit: 2 };
  const files = planCi({
    workspace: workspace.model,
    branch: said.branch ?? defaultBase(workspace)?.replace(/^origin\//, '') ?? 'main',
    registry: said.registry ?? registryOf(config.build?.repository) ?? 'ghcr.io',
  });
  return { workspace, files };
}

/** The host of a repository; of one without a host it is Docker's own. */
function registryOf(repository: string | undefined): string | undefined {
  const host = repository?.split('/', 1)[0];
  return host !== undefined && /[.:]/.test(host) ? host : undefined;
}
