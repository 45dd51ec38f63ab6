import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { App } from '../model/app.ts';
import { goKit } from './go/go-kit.ts';
import { readHealthPath } from './health-path.ts';
import type { HealthFramework, HealthPlan, HealthRequest, ServiceCheck } from './health-plan.ts';
import { EXPRESS } from './javascript/express.ts';
import { FASTIFY } from './javascript/fastify.ts';
import { planNestRoute } from './javascript/nestjs.ts';
import { planNextRoute } from './javascript/nextjs.ts';
import { nodeKit } from './javascript/node-kit.ts';
import { FASTAPI } from './python/fastapi.ts';
import { FLASK } from './python/flask.ts';
import { pythonKit } from './python/python-kit.ts';
import { planRoute } from './route/plan-route.ts';
import { serviceChecks } from './service-checks.ts';
import { planSpringRoute } from './spring/plan-spring-route.ts';

type Planner = (app: App, path: string, checks: readonly ServiceCheck[]) => HealthPlan | undefined;

const PLANNERS: Readonly<Record<HealthFramework, Planner>> = {
  express: (app, path, checks) => planRoute(app, nodeKit(app, EXPRESS, path, checks), path),
  fastify: (app, path, checks) => planRoute(app, nodeKit(app, FASTIFY, path, checks), path),
  nestjs: planNestRoute,
  nextjs: planNextRoute,
  fastapi: (app, path, checks) => planRoute(app, pythonKit(app, FASTAPI, path, checks), path),
  flask: (app, path, checks) => planRoute(app, pythonKit(app, FLASK, path, checks), path),
  go: (app, path, checks) => planRoute(app, goKit(app, path, checks), path),
  spring: planSpringRoute,
};

/**
 * A route that answers 200 while everything the app cannot work without can be reached, else 503, with each check's outcome as JSON. The
 * app's own file is edited only where the place is found for sure; otherwise a note has the lines to add. A path that is none, a service
 * that is not known, and a project without sources of that framework are diagnostics.
 */
export function planHealthEndpoint(
  app: App,
  { framework, path, dependencies }: HealthRequest,
): HealthPlan | Diagnostic {
  const route = readHealthPath(path);
  if (typeof route !== 'string') return route;
  const checks = serviceChecks(dependencies);
  if ('code' in checks) return checks;
  return (
    PLANNERS[framework](app, route, checks) ?? {
      code: 'health/no-sources',
      message: `No file of ${app.project.name} is written with ${framework}, so that a health route has no place.`,
      hint: 'Leave --health-endpoint out, and add a route by hand.',
      path: app.project.root,
      exit: 2,
    }
  );
}
