import type { Surroundings } from './build-options.ts';
import { openBuild } from './open-build.ts';

export interface ListImagesRequest {
  readonly cwd: string;
  readonly config?: string;
  readonly format: 'table' | 'json';
  readonly surroundings: Surroundings;
}

/** The images of the workspace: what they are made of, what they are called, and what says so. */
export async function listImages(request: ListImagesRequest) {
  const scene = await openBuild(request);
  if (!('world' in scene)) return { diagnostics: scene.diagnostics, notes: [], root: request.cwd };
  const rows = scene.all.map(
    ({ name, project, dockerfile, target, context, declaredBy, contextBy, request: asked }) => ({
      image: name,
      project: project ?? null,
      dockerfile,
      target: target ?? null,
      context: context ?? null,
      contextBy: contextBy ?? null,
      repository: asked.repository,
      tags: asked.tags,
      platforms: asked.platforms,
      declaredBy,
    }),
  );
  const text = request.format === 'json' ? `${JSON.stringify(rows, undefined, 2)}\n` : table(rows);
  return { text, diagnostics: scene.diagnostics, notes: scene.notes, root: scene.workspace.fs.root };
}

type Row = {
  readonly image: string;
  readonly dockerfile: string;
  readonly target: string | null;
  readonly context: string | null;
  readonly contextBy: string | null;
  readonly repository: string;
  readonly tags: readonly string[];
  readonly declaredBy: string;
};

function table(rows: readonly Row[]): string {
  if (rows.length === 0) return 'no images\n';
  const lines = rows.map(({ image, dockerfile, target, context, contextBy, repository, tags, declaredBy }) =>
    [
      image,
      `  from     ${dockerfile}${target === null ? '' : `, stage ${target}`}${declaredBy === dockerfile ? '' : ` (${declaredBy})`}`,
      `  context  ${context ?? 'not known: set images or context in dockwarden.yaml'}${contextBy === null || context === null ? '' : ` (${contextBy})`}`,
      `  tags     ${tags.length === 0 ? `${repository}, by digest` : tags.map((tag) => `${repository}:${tag}`).join(', ')}`,
      '',
    ].join('\n'),
  );
  return `${lines.join('\n')}\n${rows.length} ${rows.length === 1 ? 'image' : 'images'}\n`;
}
