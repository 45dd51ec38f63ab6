import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import type { App } from '../../model/app.ts';
import type { HealthPlan, HealthRequest } from '../health-plan.ts';
import { planHealthEndpoint } from '../plan-health-endpoint.ts';

export function appOf(files: Readonly<Record<string, string>>, root = '.'): App {
  const project = {
    name: 'api',
    root,
    tags: [],
    manifests: [],
    lockfiles: [],
    dependencies: [],
    closure: [],
  };
  return {
    fs: memoryFileSystem(files),
    workspace: { root: '/workspace', tool: 'folder', projects: [project] },
    project,
  };
}

/** Plans a route `/health` in files; a diagnostic is a failure. */
export function planFor(
  files: Readonly<Record<string, string>>,
  request: Partial<HealthRequest> & Pick<HealthRequest, 'framework'>,
  root?: string,
): HealthPlan & { readonly after: Readonly<Record<string, string>>; text(path: string): string } {
  const plan = planHealthEndpoint(appOf(files, root), { path: '/health', dependencies: [], ...request });
  if ('code' in plan) throw new Error(`${plan.code}: ${plan.message}`);
  const after = { ...files, ...Object.fromEntries(plan.files.map(({ path, text }) => [path, text])) };
  return { ...plan, after, text: (path) => plan.files.find((file) => file.path === path)?.text ?? '' };
}
