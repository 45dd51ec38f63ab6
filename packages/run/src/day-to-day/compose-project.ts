import { join } from 'node:path';
import { engineFault } from '@dockwarden-internal/build/docker/engine-fault';
import { ENGINE_TIMEOUT } from '@dockwarden-internal/build/docker/limits';
import type { ProjectModel } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace, staysIn, type Workspace } from '@dockwarden-internal/workspace';
import { absentFolder } from '../files/absent-folder.ts';
import type { DownValues, UpValues } from '../options/day-to-day-options.ts';
import { unknownProjects } from '../unknown-projects.ts';
import { composeFilesIn } from './compose-files.ts';
import { type DayOutcome, ended, PROGRAMS, type Programs, type Seat } from './day-request.ts';

export interface ComposeRequest {
  readonly cwd: string;
  /** Name of a project, or its folder from the root; that of the working directory unless said. */
  readonly project?: string;
  /** The project's folder from the root, where somebody knows it better. */
  readonly folder?: string;
  /** Services of the files; all of them unless said. */
  readonly services: readonly string[];
  readonly seat: Seat;
}

/** Starts the Compose files of a project: those of development, or of production. */
export async function composeUp(
  request: ComposeRequest & { readonly values: UpValues },
  programs: Programs = PROGRAMS,
): Promise<DayOutcome> {
  const { values, services } = request;
  const { prod = false, tag, wait, detach, build } = values;
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
    return ended(request.cwd, [
      { code: 'arguments/wrong', message: `--tag is a tag of an image, not ${JSON.stringify(tag)}`, exit: 2 },
    ]);
  const args = ['up', ...flags({ '--wait': wait, '--detach': detach && !wait, '--build': build }), '--', ...services];
  return compose(request, prod, args, tag === undefined ? {} : { TAG: tag }, programs);
}

/** Ends them, and removes their containers and networks. */
export async function composeDown(
  request: ComposeRequest & { readonly values: DownValues },
  programs: Programs = PROGRAMS,
): Promise<DayOutcome> {
  const { prod = false, volumes } = request.values;
  // Files of production ask for a version, which nobody has to know to end them.
  return compose(
    request,
    prod,
    ['down', ...flags({ '--volumes': volumes }), '--', ...request.services],
    prod ? { TAG: 'none' } : {},
    programs,
  );
}

async function compose(
  { cwd, project, folder: known, seat }: ComposeRequest,
  prod: boolean,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  { run, attach }: Programs,
): Promise<DayOutcome> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) return ended(cwd, [absentFolder(cwd)]);
  const { root } = workspace.fs;
  const folder = known === undefined ? folderOf(workspace, cwd, project, prod) : knownFolder(workspace, known, prod);
  if (typeof folder !== 'string') return ended(root, [folder]);
  const files = composeFilesIn(workspace.fs, folder, prod)!;
  const args = ['compose', ...files.flatMap((file) => ['--file', join(root, file)]), ...words];
  const { code, interrupted } = await attach('docker', args, {
    cwd: join(root, folder),
    env,
    input: seat.isTerminal,
    terminal: seat.isTerminal,
    onSignal: seat.onSignal,
  });
  if (interrupted) return { exitCode: 130, diagnostics: [], root };
  const fault = DOCKERS_OWN.includes(code) ? await composeFault(run) : undefined;
  return fault ? ended(root, [fault]) : { exitCode: code, diagnostics: [], root };
}

/** What docker ends with before Compose has a say, which has codes like these, too: no program, or a command or option that it does not know. */
const DOCKERS_OWN: readonly number[] = [1, 125, 127];

/** Why `docker compose` cannot be run at all; undefined where it can. */
async function composeFault(run: Programs['run']): Promise<Diagnostic | undefined> {
  const asked = await run('docker', ['compose', 'version'], { timeout: ENGINE_TIMEOUT });
  return asked.code === 0 ? undefined : (engineFault(asked) ?? NO_COMPOSE);
}

const NO_COMPOSE: Diagnostic = {
  code: 'engine/no-compose',
  message: 'Docker has no compose, which runs Compose files.',
  hint: 'Install the plugin docker-compose (package docker-compose-plugin or docker-compose).',
  exit: 3,
};

function knownFolder({ fs }: Workspace, folder: string, prod: boolean): string | Diagnostic {
  return composeFilesIn(fs, folder, prod) ? folder : noFiles(`${folder} has no`, folder, prod);
}

/** The folder whose files are meant: of the project that was named, of the one around the working directory, or the only one that has some. */
function folderOf(
  { fs, model }: Workspace,
  cwd: string,
  asked: string | undefined,
  prod: boolean,
): string | Diagnostic {
  const has = (folder: string) => composeFilesIn(fs, folder, prod) !== undefined;
  if (asked !== undefined) {
    const found = model.projects.find(
      ({ name, root }) => name === asked || root === asked.replace(/^\.\//, '').replace(/\/+$/, ''),
    );
    if (!found) return unknownProjects({ model }, { projects: [asked] })[0]!;
    return has(found.root) ? found.root : noFiles(`${found.name} has no`, found.root, prod);
  }
  const within = model.projects.filter(({ root }) => root !== '.' && staysIn(join(fs.root, root), cwd));
  const nearest = within.sort((a, b) => b.root.length - a.root.length)[0]?.root ?? '.';
  if (has(nearest)) return nearest;
  const others = model.projects.filter(({ root }) => has(root));
  if (others.length === 1) return others[0]!.root;
  return others.length === 0 ? noFiles('No project has', nearest, prod) : several(others);
}

function flags(wanted: Readonly<Record<string, boolean | undefined>>): string[] {
  return Object.entries(wanted).flatMap(([flag, isOn]) => (isOn ? [flag] : []));
}

function noFiles(who: string, folder: string, prod: boolean): Diagnostic {
  return {
    code: 'compose/no-files',
    message: `${who} ${prod ? 'compose.yaml with compose.prod.yaml' : 'compose.yaml'}.`,
    hint: 'dockwarden compose PROJECT writes them.',
    path: folder,
    exit: 2,
  };
}

function several(projects: readonly ProjectModel[]): Diagnostic {
  return {
    code: 'compose/several',
    message: `Several projects have Compose files: ${projects.map(({ name }) => name).join(', ')}.`,
    hint: 'Name one of them.',
    exit: 2,
  };
}
