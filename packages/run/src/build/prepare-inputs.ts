import type { RunProgram } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import { generatedFault } from './generated-faults.ts';
import type { GeneratedInputs } from './generated-inputs.ts';
import type { BuildScene } from './open-build.ts';

/** Milliseconds that a command which makes inputs may take. */
const PREPARE_TIMEOUT = 30 * 60_000;

/** Lines of a failed command that are repeated. */
const LAST_LINES = 10;

/**
 * Sees to it that build outputs are there and of this run: `prepare` commands make them, each once, or the caller vouches for them as a
 * task runner does that has just run their tasks. What is neither is an error, since an image of a stale output looks like any other.
 */
export async function prepareInputs(
  { workspace, all }: Pick<BuildScene, 'workspace' | 'all'>,
  generated: ReadonlyMap<string, GeneratedInputs>,
  run: RunProgram,
  options: Pick<BuildOptions, 'trustGenerated' | 'dryRun' | 'signal' | 'onEvent'>,
): Promise<Diagnostic[]> {
  const prepareOf = new Map(all.map(({ name, request }) => [name, request.prepare]));
  const commands = new Map<string, readonly string[]>();
  for (const name of generated.keys()) {
    const words = prepareOf.get(name);
    if (words) commands.set(JSON.stringify(words), words);
  }
  // A dry run changes nothing, so that it takes what is there.
  const takesAll = options.trustGenerated === true || options.dryRun === true;
  if (!takesAll)
    for (const words of commands.values()) {
      const fault = await prepare(words, workspace.fs.root, run, options);
      if (fault) return [fault];
    }
  return [...generated].flatMap(([name, { sources }]) =>
    sources.flatMap((source) => generatedFault(workspace, source, takesAll || prepareOf.get(name) !== undefined) ?? []),
  );
}

async function prepare(
  words: readonly string[],
  root: string,
  run: RunProgram,
  { signal, onEvent }: Pick<BuildOptions, 'signal' | 'onEvent'>,
): Promise<Diagnostic | undefined> {
  const [program = '', ...args] = words;
  const command = words.join(' ');
  onEvent?.({ kind: 'preparing', command });
  const lines: string[] = [];
  const take = (line: string) => {
    lines.push(line);
    if (lines.length > LAST_LINES) lines.shift();
    onEvent?.({ kind: 'prepare line', line });
  };
  const { code, failure } = await run(program, args, {
    cwd: root,
    timeout: PREPARE_TIMEOUT,
    ...(signal && { signal }),
    onErrorLine: take,
    onOutputLine: take,
  });
  if (code === 0 && !failure) return undefined;
  const why = {
    missing: 'there is no such program',
    timeout: `it took more than ${PREPARE_TIMEOUT / 60_000} minutes`,
    interrupted: 'the run was interrupted',
  };
  const said = lines.filter((line) => line.trim() !== '').map((line) => `\n| ${line}`);
  return {
    code: 'build/prepare',
    message: `prepare: ${command} failed: ${failure ? why[failure] : `exit code ${code}`}${said.join('')}`,
    hint: 'Mend that and run again; nothing was built.',
    exit: failure === 'missing' ? 3 : 1,
  };
}
