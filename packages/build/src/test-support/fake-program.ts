import type { ProgramOptions, ProgramResult, RunProgram } from '../model/program.ts';

/** One start of a program. */
export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: ProgramOptions;
}

export type Answer = Partial<ProgramResult> | undefined;

/** Stands in for programs: answers by their command line, and remembers what was started. No answer is a program that fails. */
export function fakeProgram(answer: (line: string, call: Call) => Answer | Promise<Answer>): {
  run: RunProgram;
  calls: Call[];
  lines: () => string[];
} {
  const calls: Call[] = [];
  const run: RunProgram = async (program, args, options = {}) => {
    const call = { program, args, options };
    calls.push(call);
    const given = await answer([program, ...args].join(' '), call);
    const result = { code: 0, stdout: '', stderr: '', ...(given ?? { code: 1, stderr: 'no answer for this' }) };
    for (const line of result.stderr.split('\n')) options.onErrorLine?.(line);
    return result;
  };
  return { run, calls, lines: () => calls.map(({ program, args }) => [program, ...args].join(' ')) };
}
