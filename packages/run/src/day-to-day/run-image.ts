import { ENGINE_TIMEOUT } from '@dockwarden-internal/build/docker/limits';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunValues } from '../options/day-to-day-options.ts';
import { containerArguments } from './container-arguments.ts';
import { containerName, distinctName, isContainerName } from './container-name.ts';
import { type Container, containersOf, RUN_IMAGE, RUN_WORKSPACE } from './containers.ts';
import { type DayOutcome, ended, type ImageRequest, PROGRAMS, type Programs } from './day-request.ts';
import type { OpenedImage } from './open-image.ts';
import { portMappings } from './port-mapping.ts';
import { readyImage } from './ready-image.ts';

export interface RunImageRequest extends ImageRequest {
  readonly values: RunValues;
  /** Words behind the image: its command's. */
  readonly words: readonly string[];
}

/** What `docker run` gives back where it could not start anything. Source: Docker reference, "Exit status". */
const NOT_STARTED = 125;

/**
 * Runs an image as it will run: its own user, its ports on this machine alone. It is built first where it is missing. What asks this process to
 * end is handed on to the container, whose exit code is that of the run; who asks twice has it ended at once.
 */
export async function runImage(request: RunImageRequest, programs: Programs = PROGRAMS): Promise<DayOutcome> {
  const { cwd, values, words, seat } = request;
  const given = containerArguments(values, cwd);
  if ('fault' in given) return ended(cwd, [wrong(given.fault)]);
  if (values.name !== undefined && !isContainerName(values.name))
    return ended(cwd, [wrong(`--name is letters, digits, _ . and -, not ${JSON.stringify(values.name)}`)]);
  const config = values.config !== undefined && { config: values.config };
  const ready = await readyImage({ ...request, ...config }, programs);
  if ('exitCode' in ready) return ready;
  const { reference, inspected } = ready;
  const { root, image } = ready.opened;
  const ports = portMappings(values.publish === false ? [] : inspected.config.exposedPorts, values.port ?? []);
  if ('fault' in ports) return ended(root, [wrong(ports.fault)]);
  const name = await freeName(programs, ready.opened, values);
  if (typeof name !== 'string') return ended(root, [name]);

  const interactive = values.interactive === true;
  const args = [
    'run',
    ...(values.detach ? ['--detach'] : ['--rm']),
    ...(interactive ? ['--interactive', ...(seat.isTerminal ? ['--tty'] : [])] : []),
    ...['--name', name, '--label', `${RUN_IMAGE}=${image.name}`, '--label', `${RUN_WORKSPACE}=${root}`],
    ...ports.flatMap(({ publish }) => ['--publish', publish]),
    ...given.args,
    reference,
    ...words,
  ];
  for (const { address, port } of ports) seat.say(`${image.name}: ${address} is port ${port} of the container ${name}`);
  const { code } = await programs.attach('docker', args, {
    env: given.env,
    input: interactive,
    terminal: interactive && seat.isTerminal,
    onSignal: seat.onSignal,
    again: () => void programs.run('docker', ['container', 'rm', '--force', '--', name], { timeout: ENGINE_TIMEOUT }),
  });
  return { exitCode: code === NOT_STARTED ? 3 : code, diagnostics: [], root };
}

/** A name that nothing has: of our own containers of this image what has ended is removed, and what runs where that is asked for. */
async function freeName({ run }: Programs, opened: OpenedImage, values: RunValues): Promise<string | Diagnostic> {
  const { root, image } = opened;
  const containers = await containersOf(run, opened);
  if ('code' in containers) return containers;
  const own = containers.filter(({ isOurs }) => isOurs);
  const running = own.find(({ isRunning }) => isRunning);
  if (running && !values.replace && values.name === undefined) return runsAlready(image.name, running);
  const name = values.name ?? containerName(image.name);
  const inTheWay = own.filter((each) => (values.replace && each.isRunning) || !each.isRunning);
  if (inTheWay.length > 0)
    await run('docker', ['container', 'rm', '--force', '--', ...inTheWay.map(({ id }) => id)], {
      timeout: ENGINE_TIMEOUT,
    });
  if (values.name !== undefined) return name;
  const { code } = await run('docker', ['container', 'inspect', '--format', '{{.Id}}', '--', name], {
    timeout: ENGINE_TIMEOUT,
  });
  return code === 0 ? distinctName(image.name, root) : name;
}

function runsAlready(image: string, { name }: Container): Diagnostic {
  return {
    code: 'container/runs-already',
    message: `${image} runs already, as the container ${name}.`,
    hint: `See dockwarden logs ${image} or dockwarden shell ${image}, or run it with --replace.`,
    exit: 1,
  };
}

function wrong(message: string): Diagnostic {
  return { code: 'arguments/wrong', message, exit: 2 };
}
