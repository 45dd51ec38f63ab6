import type { App } from '../../model/app.ts';
import type { ServiceCheck } from '../health-plan.ts';
import type { RouteKit } from '../route/route-kit.ts';
import { JAVASCRIPT } from '../source/language.ts';
import { lastImport } from './bound-names.ts';
import type { Writing } from './checks-text.ts';
import { findCreations } from './find-creations.ts';
import { isRoute } from './is-route.ts';
import { moduleStyle } from './module-style.ts';

/** What a framework for Node needs of its own. */
export interface NodeFramework {
  readonly title: string;
  readonly package: string;
  /** Names under which the package exports what makes an app. */
  readonly exports: readonly string[];
  readonly module: (checks: readonly ServiceCheck[], writing: Writing) => string;
}

export function nodeKit(app: App, framework: NodeFramework, path: string, checks: readonly ServiceCheck[]): RouteKit {
  return {
    language: JAVASCRIPT,
    title: framework.title,
    words: [framework.package],
    mark: 'healthEndpoint',
    isRoute,
    creations: (file) => findCreations(file, framework.package, framework.exports),
    moduleNames: ({ path }) => ['health', 'health-endpoint'].map((name) => `${name}${extensionOf(path)}`),
    moduleText: (file, files) => framework.module(checks, moduleStyle(app, file, files)),
    registration(file, module, variable, files) {
      const { quote, semicolon, esm, suffix } = moduleStyle(app, file, files);
      const from = `${quote}./${module.slice(0, module.lastIndexOf('.'))}${suffix}${quote}`;
      return {
        importLine: esm
          ? `import { healthEndpoint } from ${from}${semicolon}`
          : `const { healthEndpoint } = require(${from})${semicolon}`,
        registerLine: `${variable}.get(${quote}${path}${quote}, healthEndpoint)${semicolon}`,
      };
    },
    importAfter: (file, before) => lastImport(file.tokens, moduleStyle(app, file, []).esm, before),
  };
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}
