import type { RunProgram } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ShellValues } from '../options/day-to-day-options.ts';
import type { ContainerArguments } from './container-arguments.ts';

/** Starting a container may take a while on a busy machine. */
const TIMEOUT = 60_000;

/** Starts an image for a toolbox to look at; the id of its container, which is removed when it ends. */
export async function startTarget(
  run: RunProgram,
  reference: string,
  { args, env }: ContainerArguments,
): Promise<string | Diagnostic> {
  const started = await run('docker', ['run', '--detach', '--rm', ...args, reference], { timeout: TIMEOUT, env });
  const id = /^[\da-f]{64}$/m.exec(started.stdout)?.[0];
  if (started.code === 0 && id !== undefined) return id;
  const last = started.stderr.trim().split('\n').at(-1) ?? '';
  return { code: 'container/not-started', message: `The container does not start: ${last}`, exit: 3 };
}

/**
 * A shell of another image in the namespaces of a container. Root, and allowed to trace, since otherwise the files of processes of
 * others cannot be reached. Source: Docker reference, "docker run --pid", proc(5) on /proc/PID/root.
 */
export function toolboxArguments({
  target,
  toolbox,
  words,
  values,
  input,
}: {
  readonly target: string;
  readonly toolbox: string;
  readonly words: readonly string[];
  readonly values: ShellValues;
  readonly input: readonly string[];
}): string[] {
  return [
    ...['run', '--rm', ...input],
    ...['--pid', `container:${target}`, '--network', `container:${target}`],
    ...['--cap-add', 'SYS_PTRACE', '--user', values.user ?? '0:0'],
    toolbox,
    ...(words.length > 0 ? words : ['sh']),
  ];
}
