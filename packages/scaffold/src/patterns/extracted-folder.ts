/** Where `dockwarden extract` writes the files of a project's build image, from the workspace's root. */
export function extractedFolder(project: string): string {
  return `dist/docker/${imageWord(project)}-build/files`;
}

/** A name as a part of an image's. Source: OCI distribution specification, `<name>`. */
export function imageWord(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*-[._-]*/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
}

/** What somebody has to do before an image that packs what another holds. */
export function extractFirst(project: string): string {
  return `Dockerfile packs what Dockerfile.build builds: dockwarden extract ${project}-build writes it to ${extractedFolder(project)}, then dockwarden build ${project} --trust-generated takes it.`;
}
