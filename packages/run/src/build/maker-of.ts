import type { ProjectModel } from '@dockwarden-internal/facts';
import { asFields, fieldsOf } from '@dockwarden-internal/scaffold/json/json-fields';
import type { Workspace } from '@dockwarden-internal/workspace';

/** The command that probably makes what a project's build puts out, for people to read: `nx run web:build`. Undefined where nothing has one. */
export function makerOf(
  { fs, model }: Pick<Workspace, 'fs' | 'model'>,
  project: string | undefined,
): string | undefined {
  const found = model.projects.find(({ name }) => name === project);
  if (!found) return undefined;
  // Nx infers targets that no file shows.
  if (model.tool === 'nx') return `nx run ${found.name}:build`;
  if (!hasBuildScript(fs, found)) return undefined;
  if (model.tool === 'turborepo') return `turbo run build --filter=${found.name}`;
  if (found.root === '.') return `${model.manager ?? 'npm'} run build`;
  switch (model.manager) {
    case 'pnpm':
      return `pnpm --filter ${found.name} run build`;
    case 'yarn':
      return `yarn workspace ${found.name} run build`;
    case 'bun':
      return `bun run --filter ${found.name} build`;
    default:
      return `npm run build --workspace=${found.root}`;
  }
}

function hasBuildScript({ read }: Workspace['fs'], { manifests }: ProjectModel): boolean {
  const path = manifests.find((manifest) => /(^|\/)package\.json$/.test(manifest));
  const { scripts } = fieldsOf(path === undefined ? undefined : read(path));
  return typeof asFields(scripts)['build'] === 'string';
}
