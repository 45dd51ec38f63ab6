import { isDiagnostic } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ShellValues } from '../options/day-to-day-options.ts';
import { lastBuilt } from './built-image.ts';
import { type ContainerArguments, containerArguments } from './container-arguments.ts';
import { type Container, containersOf } from './containers.ts';
import { type DayOutcome, ended, type ImageRequest, PROGRAMS, type Programs } from './day-request.ts';
import { findShell } from './find-shell.ts';
import { type OpenedImage, openImage } from './open-image.ts';
import { readyImage } from './ready-image.ts';
import { startTarget, toolboxArguments } from './toolbox.ts';

export interface ShellRequest extends ImageRequest {
  readonly values: ShellValues;
  /** A command and its words instead of a shell. */
  readonly words: readonly string[];
}

/**
 * A shell in the container of an image that runs, else in a fresh one. An image without a shell has that of a toolbox beside it, which sees its
 * processes, its network and, under /proc/1/root, its files.
 */
export async function shellImage(request: ShellRequest, programs: Programs = PROGRAMS): Promise<DayOutcome> {
  const { values, cwd } = request;
  const config = values.config !== undefined && { config: values.config };
  const opened = await openImage({ ...request, ...config });
  if (!('image' in opened)) return ended(opened.root, opened.diagnostics);
  const { root } = opened;
  const fault = wrongValues(values);
  if (fault !== undefined) return ended(root, [wrong(fault)]);
  const given = containerArguments(values, cwd);
  if ('fault' in given) return ended(root, [wrong(given.fault)]);
  const containers = values.fresh ? [] : await containersOf(programs.run, opened);
  if ('code' in containers) return ended(root, [containers]);
  const running = containers.find(({ isRunning }) => isRunning);
  if (values.toolbox !== undefined) return withToolbox(request, opened, running, given, programs);
  if (running) return inContainer(request, opened, running, programs);
  const ready = await readyImage({ ...request, ...config }, programs);
  return 'exitCode' in ready ? ready : inFresh(request, opened, ready.reference, given, programs);
}

async function inContainer(
  { values, words, seat }: ShellRequest,
  { image, root }: OpenedImage,
  { id, name }: Container,
  programs: Programs,
): Promise<DayOutcome> {
  const command = words.length > 0 ? words : await shellCommand(programs, { container: id });
  if (!command) return ended(root, [noShell(image.name)]);
  if (words.length === 0) seat.say(`${image.name}: ${command[0]} in the container ${name}`);
  return attached(programs, request(seat), root, [
    'container',
    'exec',
    ...inputOf(seat),
    ...userOf(values),
    id,
    ...command,
  ]);
}

async function inFresh(
  { values, words, seat }: ShellRequest,
  { image, root }: OpenedImage,
  reference: string,
  given: ContainerArguments,
  programs: Programs,
): Promise<DayOutcome> {
  const command = words.length > 0 ? words : await shellCommand(programs, { image: reference });
  if (!command) return ended(root, [noShell(image.name)]);
  if (words.length === 0) seat.say(`${image.name}: ${command[0]} in a fresh container, which goes when it ends`);
  const [program = '', ...rest] = command;
  const args = [
    'run',
    '--rm',
    ...inputOf(seat),
    ...userOf(values),
    ...given.args,
    '--entrypoint',
    program,
    reference,
    ...rest,
  ];
  return attached(programs, { ...request(seat), env: given.env }, root, args);
}

async function withToolbox(
  { values, words, seat, ...rest }: ShellRequest,
  opened: OpenedImage,
  running: Container | undefined,
  given: ContainerArguments,
  programs: Programs,
): Promise<DayOutcome> {
  const { image, root } = opened;
  const built = running ? undefined : await lastBuilt(programs.run, opened, rest);
  if (built && isDiagnostic(built)) return ended(root, [built]);
  const started = built && (await startTarget(programs.run, built.reference, given));
  if (started && typeof started !== 'string') return ended(root, [started]);
  const target = started ?? running!.id;
  try {
    if (words.length === 0)
      seat.say(`${image.name}: ${values.toolbox} in its namespaces; its files are under /proc/1/root`);
    const args = toolboxArguments({ target, toolbox: values.toolbox!, words, values, input: inputOf(seat) });
    return await attached(programs, request(seat), root, args);
  } finally {
    if (started) await programs.run('docker', ['container', 'rm', '--force', '--', started], { timeout: 30_000 });
  }
}

const request = (seat: ShellRequest['seat']) => ({ input: true, terminal: seat.isTerminal, onSignal: seat.onSignal });

async function attached(
  { attach }: Programs,
  options: Parameters<Programs['attach']>[2],
  root: string,
  args: readonly string[],
): Promise<DayOutcome> {
  const { code } = await attach('docker', args, options);
  return { exitCode: code, diagnostics: [], root };
}

async function shellCommand(
  { run }: Programs,
  place: Parameters<typeof findShell>[1],
): Promise<readonly string[] | undefined> {
  const shell = await findShell(run, place);
  return shell === undefined ? undefined : [shell];
}

function inputOf({ isTerminal }: ShellRequest['seat']): string[] {
  return isTerminal ? ['--interactive', '--tty'] : ['--interactive'];
}

function userOf({ user }: ShellValues): string[] {
  return user === undefined ? [] : ['--user', user];
}

function wrongValues({ user, toolbox }: ShellValues): string | undefined {
  if (user !== undefined && !/^[\w][\w.:-]*$/.test(user))
    return `--user is a name, a number or UID:GID, not ${JSON.stringify(user)}`;
  if (toolbox !== undefined && !/^[\w][\w./:@-]*$/.test(toolbox))
    return `--toolbox is an image, such as busybox, not ${JSON.stringify(toolbox)}`;
  return undefined;
}

function noShell(image: string): Diagnostic {
  return {
    code: 'container/no-shell',
    message: `${image} has no shell.`,
    hint: `Bring one: dockwarden shell ${image} --toolbox busybox starts it in the container's namespaces.`,
    exit: 1,
  };
}

function wrong(message: string): Diagnostic {
  return { code: 'arguments/wrong', message, exit: 2 };
}
