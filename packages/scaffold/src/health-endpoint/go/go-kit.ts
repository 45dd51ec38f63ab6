import { joinPath } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { ServiceCheck } from '../health-plan.ts';
import type { RouteKit } from '../route/route-kit.ts';
import { GO } from '../source/language.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { reads, type Token } from '../source/token.ts';
import { findCreations } from './find-creations.ts';
import { goModule } from './go-module.ts';

/** `net/http`: a handler of the same package, so that nothing has to be imported. */
export function goKit(app: App, path: string, checks: readonly ServiceCheck[]): RouteKit {
  const pattern = takesMethods(app) ? `GET ${path}` : path;
  return {
    language: GO,
    title: 'net/http',
    words: ['net/http'],
    mark: 'healthEndpoint',
    isRoute,
    creations: findCreations,
    moduleNames: () => ['health.go', 'health_endpoint.go'],
    moduleText: (file) => goModule(packageOf(file), checks),
    registration: (_file, _module, variable) => ({
      registerLine: `${variable === 'app' ? 'http' : variable}.HandleFunc("${pattern}", healthEndpoint)`,
    }),
    importAfter: () => undefined,
  };
}

/** With its method a pattern clashes with no other: `GET /{id}` and `/health` do. Source: Go 1.22 release notes, "Enhanced routing patterns". */
function takesMethods({ fs, project }: App): boolean {
  const manifest = fs.read(joinPath(project.root, 'go.mod')) ?? fs.read('go.mod') ?? '';
  const [, major, minor] = /^go (\d+)\.(\d+)/m.exec(manifest) ?? [];
  return Number(major) > 1 || Number(minor) >= 22;
}

function packageOf({ tokens }: ProgramFile): string {
  const at = tokens.findIndex((token, index) => token.first && reads(tokens, index, 'package'));
  return tokens[at + 1]?.text ?? 'main';
}

const CALLS = ['HandleFunc', 'Handle', 'Get', 'GET', 'Method', 'MethodFunc'];

function isRoute(tokens: readonly Token[], at: number): boolean {
  return reads(tokens, at - 1, '(') && CALLS.some((call) => reads(tokens, at - 2, call)) && reads(tokens, at - 3, '.');
}
