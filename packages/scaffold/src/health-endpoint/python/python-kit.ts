import type { App } from '../../model/app.ts';
import type { ServiceCheck } from '../health-plan.ts';
import type { RouteKit } from '../route/route-kit.ts';
import { PYTHON } from '../source/language.ts';
import { reads, type Token } from '../source/token.ts';
import { findCreations } from './find-creations.ts';
import { importForm } from './import-form.ts';
import { lastImport } from './last-import.ts';

/** What a framework for Python needs of its own. */
export interface PythonFramework {
  readonly title: string;
  readonly package: string;
  /** Class of the app. */
  readonly factory: string;
  /** What our module has for the app to register. */
  readonly object: string;
  readonly register: (variable: string) => string;
  readonly module: (checks: readonly ServiceCheck[], path: string) => string;
}

export function pythonKit(
  app: App,
  framework: PythonFramework,
  path: string,
  checks: readonly ServiceCheck[],
): RouteKit {
  return {
    language: PYTHON,
    title: framework.title,
    words: [framework.package],
    mark: framework.object,
    isRoute,
    creations: (file) => findCreations(file, framework.package, framework.factory),
    moduleNames: () => ['health.py', 'health_endpoint.py'],
    moduleText: () => framework.module(checks, path),
    registration(file, module, variable) {
      const name = module.slice(0, -'.py'.length);
      const form = importForm(app, file);
      return {
        importLine: `from ${form.prefix}${name} import ${framework.object}`,
        registerLine: framework.register(variable),
        ...(form.unsure !== undefined && { unsure: form.unsure }),
      };
    },
    importAfter: lastImport,
  };
}

const CALLS = ['get', 'route', 'api_route', 'add_url_rule', 'add_api_route', 'mount'];

function isRoute(tokens: readonly Token[], at: number): boolean {
  if (!reads(tokens, at - 1, '(') || !reads(tokens, at - 3, '.')) return false;
  const receiver = tokens[at - 4]?.text ?? '';
  return CALLS.some((call) => reads(tokens, at - 2, call)) && !/requests|httpx|client|session/i.test(receiver);
}
