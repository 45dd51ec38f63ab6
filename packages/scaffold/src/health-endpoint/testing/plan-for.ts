import { appOf } from '../../testing/app-of.ts';
import type { HealthPlan, HealthRequest } from '../health-plan.ts';
import { planHealthEndpoint } from '../plan-health-endpoint.ts';

/** Plans a route `/health` in files; a diagnostic is a failure. */
export function planFor(
  files: Readonly<Record<string, string>>,
  request: Partial<HealthRequest> & Pick<HealthRequest, 'framework'>,
  root = '.',
): HealthPlan & { readonly after: Readonly<Record<string, string>>; text(path: string): string } {
  const plan = planHealthEndpoint(appOf(files, { root }), { path: '/health', dependencies: [], ...request });
  if ('code' in plan) throw new Error(`${plan.code}: ${plan.message}`);
  const after = { ...files, ...Object.fromEntries(plan.files.map(({ path, text }) => [path, text])) };
  return { ...plan, after, text: (path) => plan.files.find((file) => file.path === path)?.text ?? '' };
}
