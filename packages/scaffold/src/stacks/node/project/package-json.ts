import type { FileSystem } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** What is read of a package.json. Fields of the wrong type are as good as absent. */
export interface PackageJson {
  /** From the workspace's root. */
  readonly path: string;
  readonly name?: string;
  readonly version?: string;
  readonly main?: string;
  readonly type?: string;
  /** The first address of `bin`. */
  readonly bin?: string;
  /** `packageManager`, or what `devEngines` says of it: `pnpm@10.34.9`. Source: npm documentation, package.json, "devEngines". */
  readonly packageManager?: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  /** Address of the repository, where it is one that a browser opens. */
  readonly repository?: string;
  /** Files and folders that the package publishes. */
  readonly files: readonly string[];
  /** All paths that `exports`, `main`, `module` and `bin` lead to. */
  readonly entries: readonly string[];
}

/** Undefined where there is none; a fault where it cannot be read. */
export function readPackageJson(fs: FileSystem, path: string): PackageJson | Diagnostic | undefined {
  const text = fs.read(path);
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    data = undefined;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return {
      code: 'setup/package-json',
      message: `${path} is no valid JSON.`,
      hint: 'Mend the file, and run setup again.',
      path,
      exit: 2,
    };
  }
  return fromData(path, data as Record<string, unknown>);
}

export function isFault(value: object | undefined): value is Diagnostic {
  return value !== undefined && 'code' in value && 'exit' in value;
}

function fromData(path: string, data: Record<string, unknown>): PackageJson {
  const bins = typeof data.bin === 'string' ? [data.bin] : Object.values(texts(data.bin));
  return {
    path,
    name: text(data.name),
    version: text(data.version),
    main: text(data.main),
    type: text(data.type),
    bin: bins[0],
    packageManager: text(data.packageManager) ?? engine(data.devEngines),
    scripts: texts(data.scripts),
    dependencies: texts(data.dependencies),
    devDependencies: texts(data.devDependencies),
    optionalDependencies: texts(data.optionalDependencies),
    repository: address(data.repository),
    files: Array.isArray(data.files) ? data.files.filter((file) => typeof file === 'string') : [],
    entries: [...new Set([data.main, data.module, ...bins, ...leaves(data.exports)].flatMap((one) => text(one) ?? []))],
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function engine(devEngines: unknown): string | undefined {
  const { packageManager } = (devEngines ?? {}) as { packageManager?: { name?: unknown; version?: unknown } };
  const name = text(packageManager?.name);
  return name && `${name}@${text(packageManager?.version) ?? '*'}`;
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (text(one) ? [[key, one as string]] : [])));
}

/** Conditional exports nest; nobody nests them deeper than a few levels. Source: Node.js, packages, "Conditional exports". */
function leaves(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  return Object.values(value).flatMap((one) => leaves(one, depth + 1));
}

function address(value: unknown): string | undefined {
  const written = text(value) ?? text((value as { url?: unknown } | null | undefined)?.url);
  const found = /^(?:git\+)?(https:\/\/[\w.-]+\/[\w./~-]+?)(?:\.git)?$/.exec(written ?? '');
  return found?.[1];
}

/** A dependency of any kind, as written. */
export function dependencyOn(manifest: PackageJson, name: string): string | undefined {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  for (const field of [dependencies, optionalDependencies, devDependencies])
    if (Object.hasOwn(field, name)) return field[name];
  return undefined;
}
