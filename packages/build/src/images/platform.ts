import { suggest } from '@dockwarden-internal/syntax';

/** Platforms that images are built for, in the form of the OCI image index. */
const USUAL: readonly string[] = [
  ...[
    'linux/amd64',
    'linux/amd64/v2',
    'linux/amd64/v3',
    'linux/arm64',
    'linux/arm64/v8',
    'linux/arm/v7',
    'linux/arm/v6',
  ],
  ...['linux/arm/v5', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64', 'linux/mips64le', 'linux/loong64'],
  ...['windows/amd64', 'windows/arm64', 'freebsd/amd64'],
];

const SYSTEMS: ReadonlySet<string> = new Set(['linux', 'windows', 'darwin', 'freebsd', 'wasi', 'wasip1']);

/** True for `os/architecture` or `os/architecture/variant` with an operating system that images can be for. */
export function isPlatform(text: string): boolean {
  const match = /^([a-z0-9]+)\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.exec(text);
  return match !== null && SYSTEMS.has(match[1]!);
}

/** What to write instead. */
export function nearPlatform(text: string): string {
  const near = suggest(text, USUAL) ?? USUAL.find((platform) => platform.endsWith(`/${text}`));
  return near === undefined ? 'write system/architecture, such as linux/arm64' : `did you mean ${near}?`;
}
