/** Files that `production` leaves out in the named inputs that Nx's own generators write. */
const leftOut = [
  /\.(spec|test)\.[jt]sx?(\.snap)?$/,
  /(^|\/)tsconfig\.spec\.json$/,
  /(^|\/)(jest|eslint|vitest)\.config\.[cm]?[jt]s$/,
  /(^|\/)src\/test-setup\.[jt]s$/,
];

/** Files of the root that every project depends on by Nx's defaults. */
const everything = ['nx.json', 'package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];

/** Whether an image would be built by @nx/docker's default inputs: a file of its project, or of one that it needs, has changed. */
export function byProjectFiles(changed, project, closure) {
  return changed.some(
    (path) =>
      everything.includes(path) ||
      ([project, ...closure].some((root) => path.startsWith(`${root}/`)) &&
        !leftOut.some((pattern) => pattern.test(path))),
  );
}
