import { type DevServer, developmentScript, devServers, launchers, scriptRunners } from './start-programs.ts';

/** True where a command starts a server that is meant for development: it watches files, reloads, or lets a debugger in. */
export function isDevServer(words: readonly string[]): boolean {
  let rest = words;
  for (let depth = 0; depth < 5; depth++) {
    const program = baseName(rest[0]);
    if (program === undefined) return false;
    if (startsDevelopmentScript(program, rest.slice(1)) || servesDevelopment(program, rest.slice(1))) return true;
    const next = launched(program, rest.slice(1));
    if (!next) return false;
    rest = next;
  }
  return false;
}

/** What a launcher (`npx`, `poetry run`, `python -m`) or an interpreter with a script (`python manage.py`, `php artisan`) starts. */
function launched(program: string, args: readonly string[]): readonly string[] | undefined {
  const own = Object.hasOwn(launchers, program) ? launchers[program] : undefined;
  const interprets = /^(python[\d.]*|php|node|nodejs)$/.test(program);
  if (!own && !interprets) return undefined;
  let at = 0;
  while (at < args.length && (own?.includes(args[at]!) || /^-|^\w+=/.test(args[at]!))) at++;
  return at < args.length ? args.slice(at) : undefined;
}

/** `npm run dev`, `yarn dev`, `pnpm --filter api start:dev`. */
function startsDevelopmentScript(program: string, args: readonly string[]): boolean {
  if (!scriptRunners.has(program) && program !== 'bun' && program !== 'nx' && program !== 'turbo') return false;
  const operands = args.filter((arg) => !arg.startsWith('-'));
  const script = operands[0] === 'run' || operands[0] === 'run-script' ? operands[1] : operands[0];
  if (script !== undefined && developmentScript.test(script)) return true;
  // Options such as `--filter api` put a word in front of the script.
  return args[0]?.startsWith('-') === true && operands.some((operand) => developmentScript.test(operand));
}

function servesDevelopment(program: string, args: readonly string[]): boolean {
  const server: DevServer | undefined = Object.hasOwn(devServers, program) ? devServers[program] : undefined;
  if (!server) return false;
  if (server.always) return true;
  if (server.unless) return !args.some((arg) => server.unless!.includes(arg));
  if (args.some((arg) => server.with?.includes(arg))) return true;
  return args.some((arg) => server.options?.includes(arg.split('=', 1)[0]!));
}

/** A path's last part, without the extension of Windows programs. */
export function baseName(word: string | undefined): string | undefined {
  return (
    word?.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).replace(/\.(exe|cmd)$/i, '') || undefined
  );
}
