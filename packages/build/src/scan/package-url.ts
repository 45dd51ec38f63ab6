/** Types whose namespace is the distribution and no part of the package's name. Source: package-url/purl-spec, types. */
const DISTRIBUTIONS: ReadonlySet<string> = new Set(['deb', 'apk', 'rpm', 'alpm']);

const SEPARATORS: ReadonlyMap<string, string> = new Map(Object.entries({ maven: ':' }));

export interface NamedPackage {
  /** As its ecosystem writes it. */
  readonly name: string;
  readonly version?: string;
}

/** Name and version in a package URL (`pkg:npm/%40babel/core@7.1.0?arch=x#path`); undefined where it is none. */
export function readPackageUrl(text: string): NamedPackage | undefined {
  const match = /^pkg:\/*([A-Za-z][\w.+-]*)\/([^?#]+)/.exec(text.slice(0, 1_000));
  if (!match) return undefined;
  const type = match[1]!.toLowerCase();
  const path = match[2]!.replace(/\/+$/, '');
  // A version may hold no bare `@`, and a scope's is written %40.
  const sign = path.lastIndexOf('@');
  const cut = sign > 0 ? sign : path.length;
  const segments = path.slice(0, cut).split('/').filter(Boolean).map(decoded);
  const last = segments.at(-1);
  if (last === undefined) return undefined;
  const name = DISTRIBUTIONS.has(type) ? last : segments.join(SEPARATORS.get(type) ?? '/');
  const version = decoded(path.slice(cut + 1));
  return { name, ...(version && { version }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
