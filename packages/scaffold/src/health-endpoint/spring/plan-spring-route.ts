import { folderOf } from '@dockwarden-internal/facts';
import { eolOf } from '../../compose/line-ending.ts';
import { type App, readIn } from '../../model/app.ts';
import type { HealthPlan, ServiceCheck } from '../health-plan.ts';
import { JAVA } from '../source/language.ts';
import { isOurs, modulePath } from '../source/module-name.ts';
import { programFiles } from '../source/program-files.ts';
import { routeOf } from '../source/route-of.ts';
import { reads, type Token } from '../source/token.ts';
import { planActuator } from './actuator.ts';
import { controllerText } from './controller-text.ts';
import { springSettings } from './settings.ts';

const NAMES = ['HealthController', 'HealthEndpointController'];

/** Actuator's own endpoint where it is there, else a controller beside the application's class, where Spring looks for it. */
export function planSpringRoute(app: App, asked: string, checks: readonly ServiceCheck[]): HealthPlan | undefined {
  const build = ['pom.xml', 'build.gradle', 'build.gradle.kts'].map((name) => readIn(app, name) ?? '').join('\n');
  if (build.includes('spring-boot-starter-actuator')) return planActuator(app, build, checks);
  const files = programFiles(app, JAVA, ['SpringBootApplication', 'Mapping', 'RouterFunction']);
  const settings = springSettings(app);
  const context = settings.value('server.servlet.context-path') ?? settings.value('spring.webflux.base-path') ?? '';
  const base = /^(?:\/[\w.-]+)+$/.test(context) ? context : '';
  const own = asked.startsWith(`${base}/`) ? asked.slice(base.length) : asked;
  const path = `${base}${own}`;
  const there = routeOf(
    files.filter((file) => !isOurs(app, file.path)),
    own,
    isRoute,
  );
  if (there)
    return { files: [], notes: [`${there.path} has a route ${path}: nothing is added.`], path, registered: true };
  const [main, ...others] = files.filter(({ tokens }) =>
    tokens.some((_, at) => reads(tokens, at, '@SpringBootApplication')),
  );
  if (!main) return undefined;
  const where = others.length > 0 ? 'several classes are the application' : 'the application is written in Kotlin';
  if (others.length > 0 || !main.path.endsWith('.java')) {
    const note = `Nothing answers at ${path} yet: ${where}. Add spring-boot-starter-actuator to the dependencies, which answers at ${base}/actuator/health.`;
    return { files: [], notes: [note], path, registered: false };
  }
  const module = modulePath(
    app,
    folderOf(main.path),
    NAMES.map((name) => `${name}.java`),
  );
  if (!module) return undefined;
  const name = module.slice(module.lastIndexOf('/') + 1, -'.java'.length);
  const text = controllerText(packageOf(main.tokens), name, own, checks).replaceAll('\n', eolOf(main.text));
  const guarded = /spring-boot-starter-(?:security|oauth2)/.test(build);
  const notes = [
    ...(path === asked ? [] : [`The app has a path of its own before its routes: this one answers at ${path}.`]),
    ...(guarded ? [`Spring Security is there: permit ${own} to everybody, or the health check is turned away.`] : []),
  ];
  return { files: [{ path: module, text }], notes, path, registered: true };
}

function packageOf(tokens: readonly Token[]): string {
  const at = tokens.findIndex((token, index) => token.first && reads(tokens, index, 'package'));
  const end = tokens.findIndex((token, index) => index > at && token.text === ';');
  return at < 0
    ? ''
    : tokens
        .slice(at + 1, end)
        .map(({ text }) => text)
        .join('');
}

const MAPPINGS = ['@GetMapping', '@RequestMapping', 'GET', 'path'];

function isRoute(tokens: readonly Token[], at: number): boolean {
  const before = ['(', '=', '{'].some((sign) => reads(tokens, at - 1, sign)) ? at - 2 : -1;
  const name = reads(tokens, before, '=') || reads(tokens, before, '(') ? before - 1 : before;
  return MAPPINGS.some((mapping) => reads(tokens, name, mapping)) || reads(tokens, before, 'value');
}
