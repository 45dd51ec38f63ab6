import { ciRefs, isDiagnostic, readRepository, runProgram } from '@dockwarden-internal/build';
import { type CiRequest, planCi } from '@dockwarden-internal/scaffold';
import { registryKind } from '@dockwarden-internal/scaffold/ci/registry-kind';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace, type NodeFileSystem } from '@dockwarden-internal/workspace';
import { defaultBase } from '../build/default-base.ts';
import { nxTargetNames } from '../build/nx-target-names.ts';
import { readConfig } from '../config/read-config.ts';
import { absentFolder } from '../files/absent-folder.ts';
import { readOutside } from '../files/read-outside.ts';
import type { CiValues } from '../options/ci-options.ts';
import { productVersion } from '../product-version.ts';
import { type FileChange, fileChange } from '../setup/file-changes.ts';
import { chooseProvider } from './choose-provider.ts';
import { ciFault } from './ci-fault.ts';
import { ciNotes } from './ci-notes.ts';
import { nodeClaim } from './node-claim.ts';

export interface CiPlanned {
  readonly fs?: NodeFileSystem;
  readonly root: string;
  readonly changes: readonly FileChange[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of the workflow as they should be, against those that are there. */
export async function planCiFiles(cwd: string, values: CiValues, force: boolean): Promise<CiPlanned> {
  const stopped = (...diagnostics: Diagnostic[]): CiPlanned => ({ root: cwd, changes: [], notes: [], diagnostics });
  const workspace = await findWorkspace(cwd);
  if (!workspace) return stopped(absentFolder(cwd));
  const { fs, model } = workspace;
  const { config, diagnostics } = await readConfig({ fs, readOutside }, cwd, undefined);
  if (diagnostics.some(({ exit }) => exit === 2)) return { ...stopped(...diagnostics), root: fs.root };
  const repository = await readRepository(runProgram, fs.root, ciRefs({}));
  const provider = values.provider ?? chooseProvider(fs, repository);
  const { build = {} } = config;
  const registry = values.registry ?? registryOf(build.repository) ?? (provider === 'github' ? 'ghcr.io' : undefined);
  const version = model.projects.find((project) => project.manager === model.manager)?.managerVersion;
  const usualCache = build.cacheTo ? 'none' : provider === 'github' ? 'gha' : build.repository ? 'registry' : 'none';
  const request: CiRequest = {
    workspace: model,
    targets: nxTargetNames(workspace),
    ...(version !== undefined && { managerVersion: version }),
    node: nodeClaim(model),
    version: productVersion,
    branch: values.branch ?? defaultBase(workspace)?.replace(/^origin\//, '') ?? 'main',
    ...(registry !== undefined && { registry }),
    ...(values.login && { login: values.login }),
    cache: values.cache ?? usualCache,
    ...(build.repository !== undefined && { repository: build.repository }),
    matrix: values.matrix ?? false,
    sbom: values.sbom ?? false,
    codeScanning: values.codeScanning ?? true,
  };
  const fault = ciFault(request, provider);
  if (fault) return { ...stopped(fault), root: fs.root };
  const { files, notes } = planCi(request, provider, (path) => fs.read(path));
  return {
    fs,
    root: fs.root,
    changes: files.map((file) => fileChange(fs, file, { force, adopt: false })),
    notes: [...notes, ...belowRoot(repository), ...ciNotes(request, config, workspace)],
    diagnostics,
  };

  function belowRoot(found: typeof repository): string[] {
    if (isDiagnostic(found) || found.prefix === '') return [];
    return [
      `The repository begins above ${found.prefix}: forges read their files at its root, where jobs have to change into it.`,
    ];
  }
}

/** The host of a repository; of one without a host it is Docker's own, to which nobody is asked to log in. */
function registryOf(repository: string | undefined): string | undefined {
  const host = repository?.split('/', 1)[0];
  return host !== undefined && /[.:]/.test(host) && registryKind(host).kind !== 'gitlab' ? host : undefined;
}
