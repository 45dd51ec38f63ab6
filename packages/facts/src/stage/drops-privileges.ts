import { literalRun, type ShellCommand } from '@dockwarden-internal/syntax';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { Process } from '../model/runtime.ts';
import { baseName } from '../runtime/dev-server.ts';
import { rootBase } from './root.ts';
import { argvOf } from './start-parts.ts';

/** Programs that start another one as another user and get out of the way. */
const droppers: ReadonlySet<string> = new Set([
  ...['gosu', 'su-exec', 'setpriv', 'runuser', 's6-setuidgid', 'setuidgid', 'chpst', 'capsh', 'su'],
]);

/**
 * Servers that root starts and that go on as the user whom an option names. Source: the manuals of gunicorn and hypercorn (`--user`), uWSGI (`--uid`),
 * Celery (`--uid`), twistd, memcached, mysqld, named and dnsmasq.
 */
const userOptions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    celery: ['--uid'],
    dnsmasq: ['-u', '--user'],
    gunicorn: ['-u', '--user'],
    hypercorn: ['-u', '--user'],
    mariadbd: ['-u', '--user'],
    memcached: ['-u', '--user'],
    mysqld: ['-u', '--user'],
    named: ['-u'],
    twistd: ['-u', '--uid'],
    uwsgi: ['--uid'],
  }),
);

/** Images of these have an entrypoint that starts what it is given, as whoever it is: it adds a program's name or a certificate at most. */
const languages: ReadonlySet<string> = new Set(['node', 'php', 'java', 'bun', 'deno', 'python', 'ruby']);

/**
 * True where a process starts as one user and goes on as another (`gosu app node …`, `gunicorn --user app …`), so that it may well be started by
 * root. Unknown where a script is started, which could do the same.
 */
export function dropsPrivileges(process: Process): Maybe<boolean> {
  if (commandsOf(process).some((command) => isDropper(command) || isToldUser(command))) return true;
  const entrypoint = process.stage && !startsAsGiven(process.stage) ? argvOf(process.stage).entrypoint : [];
  const scripted =
    entrypoint.some((word) => /\.(sh|bash)$|entrypoint/.test(word)) || commandsOf(process).some(isScript);
  return scripted || isUnsure(process.program) || isUnsure(process.shellWrapped) ? unknown : false;
}

/** Whether the entrypoint is that of a base image for a language. */
function startsAsGiven(stage: Stage): boolean {
  const base = rootBase(stage);
  if (isUnsure(base) || !base?.entrypoint || base.runtimes.length === 0) return false;
  return (
    base.runtimes.every(({ name }) => languages.has(name)) &&
    base.entrypoint.join('\0') === argvOf(stage).entrypoint.join('\0')
  );
}

/** The words alone tell where no commands are kept: for a service and for a base image. */
function commandsOf({ commands, words, place }: Process): readonly ShellCommand[] {
  if (commands.length > 0) return commands.map(({ shell }) => shell);
  const known = words.map(({ value }) => value).filter((value) => typeof value === 'string');
  return literalRun(known.map((value) => ({ value, span: place.span }))).commands;
}

/** `./start.sh`, `bash start.sh`. */
function isScript({ words }: ShellCommand): boolean {
  return words.slice(0, 2).some(({ value }) => value !== undefined && /\.(sh|bash)$/.test(value));
}

function isDropper({ via, words }: ShellCommand): boolean {
  const names = [...via.map((label) => label.replace(/ -c$/, '')), baseName(words[0]?.value)];
  return names.some((name) => name !== undefined && droppers.has(name));
}

function isToldUser({ words }: ShellCommand): boolean {
  const options = userOptions.get(baseName(words[0]?.value) ?? '') ?? [];
  return words.some(({ value = '' }, index) =>
    options.some((option) => {
      if (value === option) return mayBeOther(words[index + 1]?.value);
      const glued = option.startsWith('--') ? `${option}=` : option;
      return value.startsWith(glued) && mayBeOther(value.slice(glued.length));
    }),
  );
}

function mayBeOther(user: string | undefined): boolean {
  return user !== 'root' && user !== '0';
}
