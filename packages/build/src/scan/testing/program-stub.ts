import type { ProgramOptions, ProgramResult, RunProgram } from '../../model/program.ts';

export interface StubCall {
  /** The program and its words. */
  readonly line: string;
  readonly options: ProgramOptions;
}

type Answer = Partial<ProgramResult> | string | object;

/** Programs that answer by the beginning of their command line; the longest that fits does. What is not there is missing. */
export function programStub(answers: Readonly<Record<string, Answer>>): {
  readonly run: RunProgram;
  readonly calls: StubCall[];
} {
  const calls: StubCall[] = [];
  const run: RunProgram = async (program, args, options = {}) => {
    const line = [program, ...args].join(' ');
    calls.push({ line, options });
    const [key] = Object.keys(answers)
      .filter((each) => line.startsWith(each))
      .sort((one, other) => other.length - one.length);
    return key === undefined ? { code: -1, stdout: '', stderr: '', failure: 'missing' } : result(answers[key]!);
  };
  return { run, calls };
}

function result(answer: Answer): ProgramResult {
  const empty: ProgramResult = { code: 0, stdout: '', stderr: '' };
  if (typeof answer === 'string') return { ...empty, stdout: answer };
  return 'code' in answer || 'failure' in answer
    ? { ...empty, code: -1, ...(answer as Partial<ProgramResult>) }
    : { ...empty, stdout: JSON.stringify(answer) };
}

/** Versions as the programs print them. */
export const versions = {
  'trivy --version': 'Version: 0.67.0\nVulnerability DB:\n  Version: 2\n  UpdatedAt: 2026-10-01 06:00:00 +0000 UTC\n',
  'docker scout version': '\n   .--.\n\nversion: v1.18.3 (go1.25.1 - linux/amd64)\ngit commit: 0123456789abcdef\n',
  'hadolint --version': 'Haskell Dockerfile Linter 2.15.1\n',
};
