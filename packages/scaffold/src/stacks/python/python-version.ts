import type { EngineClaim } from '@dockwarden-internal/facts';
import { fitsRange } from '@dockwarden-internal/facts/runtime/version-range';
import { type ChosenVersion, claimedVersion, majorMinor } from '../../detect/claimed-version.ts';
import type { App } from '../../model/app.ts';
import { pathIn, readIn } from '../../model/app.ts';
import { readToml } from '../../toml/read-toml.ts';
import { textAt } from '../../toml/toml-value.ts';
import { DEFAULT_VERSIONS } from '../versions.ts';

/** Versions with support, the default first, then the newest. Source: Python developer's guide, "Status of Python versions". */
const SUPPORTED = [DEFAULT_VERSIONS.python, '3.14', '3.12', '3.11', '3.10'];

/**
 * The version that a file names (.python-version, .tool-versions, runtime.txt), else the first supported one that all ranges allow; with all
 * that they allow.
 */
export function pythonVersion(app: App): ChosenVersion & { readonly versions: readonly string[] } {
  const claims = allClaims(app);
  const asked = { ...app, project: { ...app.project, engines: claims } };
  const runtime = { name: 'python', title: 'Python', byDefault: DEFAULT_VERSIONS.python };
  const named = claims.find(({ file }) => !file.endsWith('pyproject.toml'));
  const ranges = claims.filter(({ file }) => file.endsWith('pyproject.toml'));
  const fits = (version: string) =>
    ranges.every(({ range, file }) => fitsRange('python', version, range, file) !== false);
  const allowed = SUPPORTED.filter(fits);
  const chosen = claimedVersion(asked, runtime, (claim) => {
    if (named) return claim === named ? majorMinor(claim.range) : undefined;
    return allowed[0] ?? majorMinor(claim.range);
  });
  const exact = named && majorMinor(named.range);
  return { ...chosen, versions: exact === undefined ? (allowed.length > 0 ? allowed : [chosen.version]) : [exact] };
}

/** What the workspace knows, and what only Python's own tools write: Poetry's range, Heroku's runtime.txt. */
function allClaims(app: App): EngineClaim[] {
  const claims = (app.project.engines ?? []).filter(({ runtime }) => runtime === 'python');
  const add = (file: string, range: string | undefined): EngineClaim[] =>
    range === undefined ? [] : [{ runtime: 'python', range, file: pathIn(app, file), span: { start: 0, end: 0 } }];
  const manifest = readToml(readIn(app, 'pyproject.toml') ?? '');
  const poetry = textAt(manifest, 'tool', 'poetry', 'dependencies', 'python');
  const heroku = /^python-(\d[\w.]{1,20})/.exec(readIn(app, 'runtime.txt') ?? '')?.[1];
  return [...add('runtime.txt', heroku), ...claims, ...add('pyproject.toml', poetry)];
}
