/** Set by the builder before the first FROM; a stage sees one once it says `ARG NAME`. Source: Dockerfile reference, "Automatic platform ARGs in the global scope"; defaultArgs in moby/buildkit frontend/dockerfile/dockerfile2llb/platform.go. */
export const platformArgs: ReadonlySet<string> = new Set([
  ...['BUILDPLATFORM', 'BUILDOS', 'BUILDOSVERSION', 'BUILDARCH', 'BUILDVARIANT'],
  ...['TARGETPLATFORM', 'TARGETOS', 'TARGETOSVERSION', 'TARGETARCH', 'TARGETVARIANT', 'TARGETSTAGE'],
]);

/** Given to every RUN without a declaration. Source: Dockerfile reference, "Predefined ARGs"; proxyEnvFromBuildArgs in convert.go. */
export const proxyArgs: ReadonlySet<string> = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
);

/** Read by the builder itself. Source: Dockerfile reference, "BuildKit built-in build args"; BuildKit's SOURCE_DATE_EPOCH and SBOM guides. */
export const builderArgs: ReadonlySet<string> = new Set([
  ...['BUILDKIT_BUILD_NAME', 'BUILDKIT_CACHE_MOUNT_NS', 'BUILDKIT_CONTEXT_KEEP_GIT_DIR', 'BUILDKIT_DOCKERFILE_CHECK'],
  ...['BUILDKIT_INLINE_CACHE', 'BUILDKIT_MULTI_PLATFORM', 'BUILDKIT_SANDBOX_HOSTNAME', 'BUILDKIT_SYNTAX'],
  ...['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE', 'SOURCE_DATE_EPOCH'],
]);

/** True for a name that means something to the builder, whoever declares it. */
export function isPredefined(name: string): boolean {
  return platformArgs.has(name) || proxyArgs.has(name) || builderArgs.has(name);
}
