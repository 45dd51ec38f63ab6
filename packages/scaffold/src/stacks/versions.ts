/**
 * Day on which the versions below were current: what is written where no file of a project names one.
 *
 * @source the release pages of each
 * @asOf 2026-11-21
 */
export const VERSIONS_AS_OF = '2026-11-21';

/** Tags of base images: the newest version with long support that all packages can be expected for. */
export const DEFAULT_VERSIONS = {
  alpine: '3.22',
  dotnet: '10.0',
  go: '1.27',
  gradle: '9',
  java: '21',
  maven: '3.9',
  nginx: '1.28',
  node: '24',
  python: '3.13',
  rust: '1.95',
} as const;

/**
 * The release of Debian that images whose tags say it stand on, and that programs which are built for its C library need.
 * Source: distroless, support policy (images of Debian 12 ended in 2026).
 */
export const DEBIAN = { number: '13', suite: 'trixie' } as const;

/** The one Python of distroless images of that release. Source: Debian, package python3. */
export const DISTROLESS_PYTHON = '3.13';

/** Tools that are installed by version, where a project's lockfile does not bring them. */
export const TOOL_VERSIONS = {
  gunicorn: '27.0.1',
  poetry: '2.5.1',
  uv: '0.13.9',
  uvicorn: '0.54.0',
} as const;
