/**
 * A package manager by its version from the registry that npm is set to. Corepack does the same with settings of its own, and is not
 * part of Node from 25 on. `--force` replaces the Yarn 1 that some of Node's images have. Source: docker-node, README.
 */
export function globalInstall(variable: string, version: string, packageName: string, force = false): string[] {
  return [
    `ARG ${variable}=${version}`,
    `RUN --mount=type=cache,target=/root/.npm \\\n    npm install --global${force ? ' --force' : ''} "${packageName}@$${variable}"`,
  ];
}
