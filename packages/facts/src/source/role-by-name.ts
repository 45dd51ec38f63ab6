import { baseName } from '../kernel/path.ts';
import { isPattern, segmentMatcher } from './path-match.ts';
import * as names from './role-names.ts';

export type NamedRole = 'manifest' | 'lockfile' | 'config' | 'secret' | 'artifact';

const LOCKFILES = new Set(names.LOCKFILE_NAMES);
const MANIFESTS = new Set(names.MANIFEST_NAMES);
const CONFIGS = new Set(names.CONFIG_NAMES);
const CONFIG_FOLDERS = new Set(names.CONFIG_FOLDERS);
const ARTIFACT_FOLDERS = new Set(names.ARTIFACT_FOLDERS);
const SECRETS = new Set(names.SECRET_NAMES);

/** Names of secrets' look that hold none: examples, public keys and certificates. */
const HARMLESS =
  /(?:^|[._-])(?:example|sample|template|dist|defaults?|schema|ca|certs?|chain|fullchain|bundle|trust\w*|pub|public|root)(?:[._*-]|$)/i;

/** The same for stores that hold a private key beside the certificate they are called after. */
const HARMLESS_STORE =
  /(?:^|[._-])(?:example|sample|template|dist|defaults?|schema|ca|trust\w*|pub|public|root)(?:[._*-]|$)/i;

/** True for a path, in a context or an image, whose name says that it holds credentials. */
export function namesSecret(path: string): boolean {
  const name = baseName(path);
  if ((/\.(?:p12|pfx)$/i.test(name) ? HARMLESS_STORE : HARMLESS).test(name)) return false;
  if (/^\.env\*+$/.test(name)) return true; // .env itself, where there is one
  if (SECRETS.has(name) || name.startsWith('.env.') || /^service[-_]account.*\.json$/.test(name)) return true;
  if (endsWithAny(name, names.SECRET_ENDINGS)) return true;
  return /(?:^|\/)(?:\.ssh|\.aws|\.gnupg|\.kube|secrets)\//.test(path) || /(?:^|\/)\.docker\/config\.json$/.test(path);
}

/** What the last name of a path (which may be a pattern of COPY) says of it; undefined where it says nothing, as of source code. */
export function roleByName(path: string): NamedRole | undefined {
  const name = baseName(path);
  if (/^\*+$/.test(name)) return CONFIG_FOLDERS.has(baseName(path.slice(0, -name.length - 1))) ? 'config' : undefined;
  if (isPattern(name)) return roleOfPattern(name);
  if (LOCKFILES.has(name) || /\.lock\.(?:ya?ml|json|toml)$/.test(name)) return 'lockfile';
  if (
    MANIFESTS.has(name) ||
    endsWithAny(name, names.MANIFEST_ENDINGS) ||
    /^requirements[\w.-]*\.(?:txt|in)$/.test(name)
  )
    return 'manifest';
  if (
    CONFIGS.has(name) ||
    CONFIG_FOLDERS.has(name) ||
    endsWithAny(name, names.CONFIG_ENDINGS) ||
    /^tsconfig[\w.-]*\.json$/.test(name)
  ) {
    return 'config';
  }
  return undefined;
}

/** Code is told from settings by its ending, since `*.js` matches `jest.config.js` too. */
const CODE = /\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kts?|php|exs?|swift|scala|c|cc|cpp|h|hpp|cs|vue|svelte|sh)$/;

/** A pattern is a lockfile's if it matches one (`package*.json`), else a manifest's or a setting's. */
function roleOfPattern(name: string): NamedRole | undefined {
  const matches = segmentMatcher(name);
  if (!matches || /^\**$/.test(name)) return undefined;
  const start = name.slice(0, name.search(/[*?[]/));
  if (start === '' && CODE.test(name) && !/config|rc\b/.test(name)) return undefined;
  if (names.LOCKFILE_NAMES.some(matches)) return 'lockfile';
  if (names.MANIFEST_NAMES.some(matches) || endsWithAny(name, names.MANIFEST_ENDINGS)) return 'manifest';
  if (start === '' && !endsWithAny(name, names.CONFIG_ENDINGS)) return undefined;
  return names.CONFIG_NAMES.some(matches) || endsWithAny(name, names.CONFIG_ENDINGS) ? 'config' : undefined;
}

/** True for what builds write, as far as names tell. */
export function namesArtifact(path: string): boolean {
  return path.split('/').some((segment) => ARTIFACT_FOLDERS.has(segment)) || endsWithAny(path, names.ARTIFACT_ENDINGS);
}

function endsWithAny(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.endsWith(ending) && name.length > ending.length);
}
