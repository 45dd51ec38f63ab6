/** Where `dockwarden extract` writes the files of a project's build image, from the workspace's root. */
export function extractedFolder(project: string): string {
  return `dist/docker/${slug(project)}-build/files`;
}

/** A name as a part of an image's. Source: OCI distribution specification, `<name>`. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*-[._-]*/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
}
