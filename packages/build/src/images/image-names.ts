import { baseName, folderOf, nameWords } from '@dockwarden-internal/facts';

/** Words of names that say that an image is for working on the project, not for shipping it. */
const WORKING_WORDS: ReadonlySet<string> = new Set([
  ...['dev', 'develop', 'development', 'devcontainer', 'local', 'debug', 'debugger'],
  ...['test', 'tests', 'testing', 'e2e', 'ci', 'lint'],
]);

/** Folders that hold Dockerfiles and say nothing of them. */
const HOLDERS: ReadonlySet<string> = new Set([
  ...['docker', '.docker', 'dockerfiles', 'container', 'containers', 'image', 'images'],
  ...['build', 'deploy', 'deployment', 'infra', 'ops'],
]);

/** Variants that are the image itself, where there is no plain one. */
const SHIPPED_WORDS: ReadonlySet<string> = new Set(['prod', 'production', 'release']);

/**
 * What tells a Dockerfile from the plain one of its project: `worker` of `Dockerfile.worker`, `worker.Dockerfile` and `docker/worker/Dockerfile`.
 * Empty for the plain one.
 */
export function variantOf(dockerfile: string, projectRoot: string): string {
  const below = projectRoot === '.' ? dockerfile : dockerfile.slice(projectRoot.length + 1);
  const folder = folderOf(below);
  const folders = folder === '.' ? [] : folder.split('/').filter((name) => !HOLDERS.has(name.toLowerCase()));
  const file = /^(?:Dockerfile|Containerfile)(?:\.(.+))?$|^(.+)\.(?:[Dd]ockerfile|Containerfile)$/.exec(
    baseName(below),
  );
  const own = file?.[1] ?? file?.[2];
  return [...folders, ...(own === undefined ? [] : [own])].map(slug).filter(Boolean).join('-');
}

/** True for a variant that is linted and not built: development, test and debug. */
export function isForWorking(variant: string): boolean {
  return nameWords(variant).some((word) => WORKING_WORDS.has(word));
}

export function isShippedVariant(variant: string): boolean {
  return SHIPPED_WORDS.has(variant);
}

/** A text as a part of an image's repository: lower case, `@acme/api` as `acme-api`. Source: OCI distribution specification, `<name>`. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*-[._-]*/g, '-')
    .replace(/[._]{2,}/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
}
