import type { RunProgram } from '../model/program.ts';

/** Milliseconds for a program to say its version. */
const VERSION_TIMEOUT = 20_000;

/** The version that a program prints, by the pattern's first group. */
export async function programVersion(
  run: RunProgram,
  program: string,
  args: readonly string[],
  pattern: RegExp,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const result = await run(program, args, { timeout: VERSION_TIMEOUT, ...(signal && { signal }) });
  return result.code === 0 ? pattern.exec(result.stdout.slice(0, 100_000))?.[1]?.slice(0, 50) : undefined;
}
