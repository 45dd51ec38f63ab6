import { isDiagnostic, runProgram } from '@dockwarden-internal/build';
import { counted, visibleName } from '@dockwarden-internal/report';
import { affectedOf } from './affected-of.ts';
import type { BuildOptions, Surroundings } from './build-options.ts';
import { openBuild } from './open-build.ts';

export interface ListImagesRequest {
  readonly cwd: string;
  readonly config?: string;
  readonly format: 'table' | 'json';
  readonly surroundings: Surroundings;
  /** Only images that a change affects, with what of it does. */
  readonly affected?: NonNullable<BuildOptions['affected']>;
}

/** The images of the workspace: what they are made of, what they are called, and what says so. */
export async function listImages(request: ListImagesRequest) {
  const scene = await openBuild(request);
  if (!('world' in scene)) return { diagnostics: scene.diagnostics, notes: [], root: request.cwd };
  const { root } = scene.workspace.fs;
  const affected = await affectedOf(scene, runProgram, request);
  if (isDiagnostic(affected)) return { diagnostics: [...scene.diagnostics, affected], notes: scene.notes, root };
  const rows = (request.affected ? affected.images : scene.all).map(
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
      ...(request.affected && { reasons: affected.reasons.get(name) ?? [] }),
    }),
  );
  const text =
    request.format === 'json' ? `${JSON.stringify(rows, undefined, 2)}\n` : table(rows, request.affected !== undefined);
  return { text, diagnostics: scene.diagnostics, notes: scene.notes, root };
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
  readonly reasons?: readonly string[];
};

function table(rows: readonly Row[], isAffected: boolean): string {
  if (rows.length === 0) return isAffected ? 'the change affects no image\n' : 'no images\n';
  const lines = rows.map(
    ({ image, dockerfile, target, context, contextBy, repository, tags, declaredBy, reasons = [] }) =>
      [
        image,
        `  from     ${dockerfile}${target === null ? '' : `, stage ${target}`}${declaredBy === dockerfile ? '' : ` (${declaredBy})`}`,
        `  context  ${context ?? 'not known: set images or context in dockwarden.yaml'}${contextBy === null || context === null ? '' : ` (${contextBy})`}`,
        `  tags     ${tags.length === 0 ? `${repository}, by digest` : tags.map((tag) => `${repository}:${tag}`).join(', ')}`,
        ...reasons.map((reason, index) => `  ${index === 0 ? 'affected' : '        '} ${reason}`),
        '',
      ]
        .map(visibleName)
        .join('\n'),
  );
  return `${lines.join('\n')}\n${counted(rows.length, 'image')}\n`;
}
