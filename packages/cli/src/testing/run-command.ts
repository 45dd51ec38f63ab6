import { main } from '../main.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly error: string;
}

export interface CommandSituation {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line in a folder, where nobody sits at a terminal. */
export async function runCommand(
  cwd: string,
  argv: readonly string[],
  { stdin = '', env = {} }: CommandSituation = {},
): Promise<Ran> {
  let out = '';
  let error = '';
  const exit = await main(argv, {
    cwd,
    version: '1.2.3',
    out: async (text) => {
      out += Buffer.from(text).toString('utf8');
    },
    error: async (text) => {
      error += text;
    },
    readStdin: async () => stdin,
    colour: false,
    env,
    interruption: () => new AbortController().signal,
    terminal: false,
    onSignal: () => () => undefined,
    interactive: false,
  });
  return { exit, out, error };
}
