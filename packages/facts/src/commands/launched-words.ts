import type { ShellWord } from '@dockwarden-internal/syntax';
import type { ArgumentsReading } from './read-arguments.ts';

export interface LaunchedWords {
  readonly words: readonly ShellWord[];
  /** True where the launcher is but another spelling of the program: `python -m pip`. */
  readonly instead: boolean;
}

/** Python modules that are programs of their own. */
const MODULES: ReadonlySet<string> = new Set(['pip', 'pipx', 'uv', 'poetry', 'pipenv', 'pdm']);
const NODE_MANAGERS: ReadonlySet<string> = new Set(['pnpm', 'yarn', 'npm', 'npx']);
/** Programs of the workspace that `yarn turbo …` and `pnpm turbo …` start like scripts. */
const WORKSPACE_PROGRAMS: ReadonlySet<string> = new Set(['turbo', 'nx', 'playwright']);

/** Programs that start another one named by their first operand: always, or by one of these subcommands. */
const RUNNERS: Readonly<Record<string, readonly string[] | true>> = {
  npx: true,
  bunx: true,
  uvx: true,
  npm: ['exec', 'x'],
  pnpm: ['exec', 'dlx'],
  yarn: ['exec', 'dlx'],
  bun: ['x'],
  uv: ['run', 'tool run'],
  pipx: ['run'],
  poetry: ['run'],
  pdm: ['run'],
  pipenv: ['run'],
  bundle: ['exec'],
  conda: ['run'],
  mamba: ['run'],
  micromamba: ['run'],
};

/** The words of the program that a command starts on behalf of another. `words` are those of the command, its own name first. */
export function launchedWords(
  program: string,
  words: readonly ShellWord[],
  { subcommand, flags, args }: ArgumentsReading,
): LaunchedWords | undefined {
  if (program === 'python') return moduleWords(words, flags);
  if (program === 'corepack') return managerWords(words);
  const verb = subcommand?.text;
  if (program === 'yarn' && verb === 'workspace') {
    const rest = args[0] ? words.slice(words.indexOf(args[0]) + 1) : [];
    return rest.length > 0 ? { words: [words[0]!, ...rest], instead: false } : undefined;
  }
  if ((program === 'yarn' || program === 'pnpm') && verb !== undefined && WORKSPACE_PROGRAMS.has(verb)) {
    return {
      words: words.slice(words.findIndex((word) => word.span.start === subcommand!.span.start)),
      instead: false,
    };
  }
  const runs = Object.hasOwn(RUNNERS, program) ? RUNNERS[program]! : [];
  const first = runs === true || (verb !== undefined && runs.includes(verb)) ? args[0] : undefined;
  return first && { words: withoutVersion(words.slice(words.indexOf(first))), instead: false };
}

function moduleWords(words: readonly ShellWord[], flags: ArgumentsReading['flags']): LaunchedWords | undefined {
  const flag = flags.find(({ name, value }) => name === '-m' && value !== undefined && MODULES.has(value));
  if (!flag) return undefined;
  const at = words.indexOf(flag.word);
  if (words[at + 1]?.shown === flag.value) return { words: words.slice(at + 1), instead: true };
  return { words: [renamed(flag.word, flag.value!, flag.valueSpan!), ...words.slice(at + 1)], instead: true };
}

function managerWords(words: readonly ShellWord[]): LaunchedWords | undefined {
  const at = words.findIndex((word, index) => index > 0 && !word.shown.startsWith('-'));
  const named = at < 0 ? [] : withoutVersion(words.slice(at));
  return named[0] && NODE_MANAGERS.has(named[0].shown) ? { words: named, instead: true } : undefined;
}

/** `npx turbo@2 prune` starts turbo. */
function withoutVersion(words: readonly ShellWord[]): readonly ShellWord[] {
  const [first, ...rest] = words;
  const at = first?.shown.indexOf('@', 1) ?? -1;
  return first && at > 0 ? [renamed(first, first.shown.slice(0, at), first.span), ...rest] : words;
}

function renamed(word: ShellWord, value: string, span: ShellWord['span']): ShellWord {
  return { ...word, value, shown: value, span };
}
