/** How the lockfiles of npm, pnpm, Yarn and Bun name the version of turbo that they hold. */
const LOCKED = [
  /"node_modules\/turbo": \{\s{0,20}"version": "(\d[\w.-]{0,40})"/,
  /^ {2}\/?turbo[@/](\d[\w.-]{0,40}):/m,
  /^"?turbo@[^\n]{1,80}:\n {2}version:? "?(\d[\w.-]{0,40})/m,
  /"turbo": \["turbo@(\d[\w.-]{0,40})"/,
];

/** The version in the lockfile, else the least that the range asks for. */
export function turboVersion(range: string, lockfile: string): string {
  const locked = LOCKED.map((pattern) => pattern.exec(lockfile)?.[1]).find((version) => version !== undefined);
  return locked ?? /\d+(?:\.\d+){0,2}/.exec(range)?.[0] ?? '2';
}
