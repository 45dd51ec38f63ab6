import type { Image } from '@dockwarden-internal/build';
import { type Diagnostic, suggestScoped } from '@dockwarden-internal/syntax';

/** The images that were named, or belong to a project that was; all of them where none was. */
export function selectImages(
  images: readonly Image[],
  asked: { readonly images?: readonly string[]; readonly projects?: readonly string[] },
): { readonly images: readonly Image[]; readonly diagnostics: readonly Diagnostic[] } {
  const names = new Set(asked.images ?? []);
  const projects = new Set(asked.projects ?? []);
  if (names.size === 0 && projects.size === 0) return { images, diagnostics: [] };
  const known = images.map(({ name }) => name);
  const diagnostics = [...names]
    .filter((name) => !known.includes(name))
    .map((name): Diagnostic => {
      const near = suggestScoped(name, known);
      const all = known.length === 0 ? 'the workspace has no images' : '`dockwarden images` lists them';
      const hint = near ? `did you mean ${near}?` : all;
      return { code: 'image/unknown', message: `there is no image ${JSON.stringify(name)}`, hint, exit: 2 };
    });
  const wanted = images.filter(
    ({ name, project }) => names.has(name) || (project !== undefined && projects.has(project)),
  );
  return { images: wanted, diagnostics };
}
