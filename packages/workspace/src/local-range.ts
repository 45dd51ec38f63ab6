/**
 * Whether a dependency on a name that the workspace has means the workspace's package: by `workspace:`, `file:`, `link:` or `portal:`,
 * by no particular version, or by a range that its version does not plainly miss. What cannot be told counts as meant.
 * Source: how npm, pnpm, Yarn and Bun link workspace packages.
 */
export function meansLocal(range: string, version: string | undefined): boolean {
  const wanted = range.trim();
  if (/^(?:workspace|file|link|portal):/.test(wanted)) return true;
  if (/^(?:npm|git|github|https?|catalog|git\+\w+|patch|jsr):/.test(wanted)) return false;
  if (version === undefined) return true;
  const asked = SIMPLE.exec(wanted);
  const has = SIMPLE.exec(version);
  return !asked || !has || fits(asked, has);
}

const SIMPLE = /^(\^|~|>=|=|v)?\s*(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/;

function fits(asked: RegExpExecArray, has: RegExpExecArray): boolean {
  const [, operator = '', ...wanted] = asked;
  const numbers = (parts: readonly (string | undefined)[]) =>
    parts.map((part) => (part === undefined ? undefined : Number(part)));
  const [major = 0, minor, patch] = numbers(wanted);
  const [hasMajor = 0, hasMinor = 0, hasPatch = 0] = numbers(has.slice(2));
  const order = hasMajor - major || hasMinor - (minor ?? 0) || hasPatch - (patch ?? 0);
  if (operator === '>=') return order >= 0;
  if (hasMajor !== major) return false;
  // `^0.3.1` stays below 0.4; `~1.2` below 1.3; `1` and `1.2` are ranges of their own.
  if (operator === '^') return order >= 0 && (major > 0 || minor === undefined || hasMinor === minor);
  if (operator === '~') return order >= 0 && (minor === undefined || hasMinor === minor);
  return (minor === undefined || hasMinor === minor) && (patch === undefined || hasPatch === patch);
}
