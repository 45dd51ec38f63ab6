import {
  type App,
  type Family,
  HEALTH_FRAMEWORKS,
  type HealthFramework,
  type HealthPlan,
  planHealthEndpoint,
} from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** Frameworks of a language, those that stand on another one first. */
const BY_FAMILY: Partial<Record<Family, readonly string[]>> = {
  node: ['nestjs', 'nextjs', 'fastify', 'express'],
  python: ['fastapi', 'flask'],
  go: ['go'],
  java: ['spring'],
};

export interface HealthAsked {
  readonly family: Family;
  /** What the stack found; those of the family are tried where it says nothing. */
  readonly framework: string | undefined;
  readonly path: string;
  /** Services that the app needs, as `--with` names them. */
  readonly dependencies: readonly string[];
}

/** A health route in the app's own sources, by the first framework that they are written with. */
export function planHealth(
  app: App,
  { family, framework: found, path, dependencies }: HealthAsked,
): HealthPlan | Diagnostic {
  const frameworks = (found === undefined ? (BY_FAMILY[family] ?? []) : [found]).filter(isPlanned);
  for (const framework of frameworks) {
    const plan = planHealthEndpoint(app, { framework, path, dependencies });
    if (!('code' in plan) || plan.code !== 'health/no-sources') return plan;
  }
  return {
    code: 'health/no-framework',
    message: `The sources of ${app.project.name} are written with no framework that a health route can be added for.`,
    hint: `There is one for ${HEALTH_FRAMEWORKS.join(', ')}. Leave --health-endpoint out, and add a route by hand.`,
    path: app.project.root,
    exit: 2,
  };
}

function isPlanned(name: string): name is HealthFramework {
  return (HEALTH_FRAMEWORKS as readonly string[]).includes(name);
}
