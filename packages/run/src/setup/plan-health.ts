import {
  type App,
  HEALTH_FRAMEWORKS,
  type HealthPlan,
  healthFramework,
  planHealthEndpoint,
} from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';

export interface HealthAsked {
  readonly path: string;
  /** Services that the app needs, as `--with` names them. */
  readonly dependencies: readonly string[];
}

/** A health route in the app's own sources, for the framework that they are written with. */
export function planHealth(app: App, { path, dependencies }: HealthAsked): HealthPlan | Diagnostic {
  const framework = healthFramework(app);
  if (framework) return planHealthEndpoint(app, { framework, path, dependencies });
  return {
    code: 'health/no-framework',
    message: `The sources of ${app.project.name} are written with no framework that a health route can be added for.`,
    hint: `There is one for ${HEALTH_FRAMEWORKS.join(', ')}. Leave --health-endpoint out, and add a route by hand.`,
    path: app.project.root,
    exit: 2,
  };
}
