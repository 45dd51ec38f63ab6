import type { ShellCommand, ShellTree } from '@dockwarden-internal/syntax';
import { type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import { baseName, isDevServer } from './dev-server.ts';
import { inits, scriptRunners } from './start-programs.ts';

/** What a container's command line starts. */
export interface ProcessReading {
  /** The command that ends up running; absent for an empty command line. */
  readonly main?: ShellCommand;
  readonly program: Maybe<string>;
  readonly shellWrapped: Maybe<boolean>;
  readonly init: boolean;
  readonly devServer: boolean;
  readonly packageManager: Maybe<boolean>;
}

/**
 * Reads the commands of a container's command line, wrappers peeled off. `shellForm`: a shell was put in front of them. A shell is out of the
 * way once it hands over by `exec`; that some shells do so by themselves for a single command is nothing to rely on.
 * Source: Dockerfile reference, "Shell form ENTRYPOINT example".
 */
export function readProcess(tree: ShellTree, shellForm: boolean): ProcessReading {
  const init = tree.commands.some((command) => [...command.via, ...programOf(command)].some((name) => inits.has(name)));
  const main = mainCommand(tree.commands);
  if (!main) return { program: undefined, shellWrapped: shellForm, init, devServer: false, packageManager: false };
  const wrapped = shellForm || main.via.some((label) => / -c$/.test(label));
  const handedOver =
    main.via.at(-1) === 'exec' || main.via.lastIndexOf('exec') > main.via.findLastIndex((label) => / -c$/.test(label));
  const [program, script] = started(main);
  return {
    main,
    program,
    shellWrapped: wrapped && !handedOver ? true : script ? unknown : false,
    init,
    devServer: tree.commands.some((command) => isDevServer(command.words.map((word) => word.value ?? word.shown))),
    packageManager: typeof program === 'string' ? scriptRunners.has(program) : program,
  };
}

/** The one that is handed over to, else the last; of a pipeline the first, whose end ends it all. */
function mainCommand(commands: readonly ShellCommand[]): ShellCommand | undefined {
  const own = commands.filter((command) => command.words.length > 0 && !command.substituted);
  let main = own.findLast((command) => command.via.includes('exec')) ?? own.at(-1);
  for (;;) {
    const before = main && own.find((command) => command.pipesInto === commands.indexOf(main!));
    if (!before) return main;
    main = before;
  }
}

/** The program, and whether it is a shell script, which may or may not hand over to another program. */
function started({ words }: ShellCommand): readonly [Maybe<string>, boolean] {
  const values = words.map((word) => word.value);
  if (values[0] === undefined) return [unresolved, false];
  let program = baseName(values[0]);
  let rest = values.slice(1);
  if (values[0] === '/init' && rest.length > 0) {
    program = baseName(rest[0] ?? '');
    rest = rest.slice(1);
  }
  if (/^(ba|da|a|z|k)?sh$/.test(program ?? '')) {
    const script = rest.findIndex((word) => word === undefined || !/^[-+]/.test(word));
    if (script < 0) return [program, false];
    const name = rest[script];
    return [name === undefined ? unresolved : baseName(name), true];
  }
  if (!/\.(sh|bash)$|entrypoint/.test(program ?? '')) return [program, false];
  // An entrypoint script ends, by custom, in `exec "$@"`: what it starts is among its arguments, or is not.
  return [rest.length > 0 && /entrypoint/.test(program!) ? unresolved : program, true];
}

function programOf({ words }: ShellCommand): string[] {
  const value = words[0]?.value;
  const name = value === '/init' ? 'tini' : baseName(value);
  return name === undefined ? [] : [name];
}
