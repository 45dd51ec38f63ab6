import type { SourceFile } from '../../../detect/source-files.ts';
import type { Evidence } from '../../../model/evidence.ts';
import type { NodeProject } from '../project/layout.ts';
import { namingManifest } from '../project/naming-manifest.ts';
import { dependencyOn } from '../project/package-json.ts';

export type Framework = 'nestjs' | 'remix' | 'react-router' | 'fastify' | 'express' | 'koa' | 'hono' | 'none';

const FRAMEWORKS: readonly (readonly [package_: string, framework: Framework, title: string])[] = [
  ['@nestjs/core', 'nestjs', 'NestJS'],
  ['@react-router/serve', 'react-router', 'React Router'],
  ['@remix-run/serve', 'remix', 'Remix'],
  ['fastify', 'fastify', 'Fastify'],
  ['express', 'express', 'Express'],
  ['koa', 'koa', 'Koa'],
  ['hono', 'hono', 'Hono'],
];

/**
 * The framework that the app's dependencies speak for. `files`: its sources, where the dependencies are those of a whole workspace and one of them
 * has to be imported.
 */
export function frameworkOf(
  project: NodeProject,
  files?: readonly SourceFile[],
): { framework: Framework; evidence: Evidence } {
  const isMeant = (name: string) =>
    !files || files.some(({ text }) => ["'", '"'].some((q) => text.includes(q + name + q)));
  const known = FRAMEWORKS.find(([name]) => namingManifest(project, name) !== undefined && isMeant(name));
  if (!known) return { framework: 'none', evidence: { what: 'Node.js', why: project.manifest.path } };
  const [name, framework, title] = known;
  const manifest = namingManifest(project, name)!;
  const major = /\d+/.exec(dependencyOn(manifest, name)!)?.[0];
  const what = major ? `${title} ${major}` : title;
  return { framework, evidence: { what, why: `dependency ${name} in ${manifest.path}` } };
}
