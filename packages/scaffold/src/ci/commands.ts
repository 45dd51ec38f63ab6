import type { CiRequest } from './ci-request.ts';
import { managerCommands } from './managers.ts';
import { shellWord } from './shell-word.ts';

type Verb = 'build' | 'push';

/** What the jobs of a workflow run, in the words of a shell. A base that is empty stands for everything. */
export interface CiCommands {
  readonly lint: (formats: readonly string[]) => string;
  /** What the change between NX_BASE and NX_HEAD affects; everything where there is no base. */
  readonly affected: (verb: Verb, options: readonly string[]) => string;
  readonly all: (verb: Verb, options: readonly string[]) => string;
  /** The part of one job of a matrix, whose name is in `PART`. */
  readonly part: (verb: Verb, options: readonly string[]) => string;
  /** Prints the parts that are affected as a JSON array of names. */
  readonly parts: string;
  readonly renew: string;
}

/**
 * Nx builds its targets, whatever else depends on them; elsewhere the command does. Linting is one process over the whole workspace everywhere:
 * a forge takes findings that are missing from an upload for mended.
 */
export function ciCommands({ workspace, targets, managerVersion, version }: CiRequest): CiCommands {
  const { exec } = managerCommands(workspace.manager, managerVersion);
  // Where nothing is installed, the very version that wrote the workflow.
  const own = workspace.manager === undefined ? `npx --yes dockwarden@${version}` : `${exec} dockwarden`;
  const shared = {
    lint: (formats: readonly string[]) =>
      words(
        `${own} lint`,
        formats.map((format) => `--format ${format}`),
      ),
    renew: `${own} pin --refresh`,
  };
  return workspace.tool === 'nx'
    ? { ...shared, ...nxCommands(`${exec} nx`, targets) }
    : { ...shared, ...ownCommands(own) };
}

type BuildCommands = Omit<CiCommands, 'lint' | 'renew'>;

function ownCommands(own: string): BuildCommands {
  return {
    affected: (verb, options) => words(`${own} ${verb} \${NX_BASE:+--affected}`, options),
    all: (verb, options) => words(`${own} ${verb}`, options),
    part: (verb, options) => words(`${own} ${verb} "$PART"`, options),
    parts: `${own} images \${NX_BASE:+--affected} --format json | node -p 'JSON.stringify(JSON.parse(require("node:fs").readFileSync(0, "utf8")).map(({ image }) => image))'`,
  };
}

function nxCommands(nx: string, targets: CiRequest['targets']): BuildCommands {
  const target = (verb: Verb) => shellWord(targets[verb]);
  const chosen = 'if [ -n "$NX_BASE" ]; then set -- affected; else set -- run-many; fi';
  return {
    affected: (verb, options) => `${chosen}\n${words(`${nx} "$@" -t ${target(verb)}`, options)}`,
    all: (verb, options) => words(`${nx} run-many -t ${target(verb)}`, options),
    part: (verb, options) => words(`${nx} run-many -t ${target(verb)} --projects="$PART"`, options),
    parts: `${nx} show projects \${NX_BASE:+--affected} --withTarget ${target('build')} --json`,
  };
}

function words(command: string, options: readonly string[]): string {
  return [command, ...options].join(' \\\n  ');
}
