import { sourceFiles } from '../../detect/source-files.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Stack } from '../../model/stack.ts';
import { readProject } from '../node/project/layout.ts';
import { namingManifest } from '../node/project/naming-manifest.ts';
import { nodeVersion } from '../node/project/node-version.ts';
import { dependencyOn, isFault } from '../node/project/package-json.ts';
import { healthFile } from './health-file.ts';
import { readNextConfig } from './next-config.ts';
import { type NextDetails, planNext } from './plan.ts';

/** Apps of Next.js as the standalone server that its build traces out. An export is a static site. */
export const nextjsStack: Stack<NextDetails> = {
  name: 'nextjs',
  title: 'Next.js (standalone)',
  family: 'node',
  patterns: ['multi', 'artifact'],
  bases: ['slim', 'alpine', 'distroless'],
  detect(app, asked) {
    const read = readProject(app);
    if (read === undefined || isFault(read)) return read;
    const { project } = read;
    const config = readNextConfig(app);
    const naming = namingManifest(project, 'next');
    const own = project.layout.kind !== 'integrated' || config.path !== undefined;
    if (naming === undefined || !own || (config.output === 'export' && !asked)) return undefined;
    const range = dependencyOn(naming, 'next')!;
    const files = sourceFiles(app.fs, app.project.root, { endings: ['.js', '.jsx', '.ts', '.tsx'] });
    const route = healthFile(files, app.project.root);
    const version = nodeVersion(app.project);
    const flag = /(?:-p|--port)[ =](\d{2,5})\b/.exec(project.manifest.scripts.start ?? '')?.[1];
    const evidence: Evidence[] = [
      { what: `Next.js ${/\d+/.exec(range)?.[0] ?? ''}`.trim(), why: `dependency next in ${naming.path}` },
      version.evidence,
      config.output === undefined
        ? { what: 'no output', why: config.path ?? 'no next.config' }
        : { what: `output ${config.output}`, why: config.path! },
      { what: `port ${flag ?? 3000}`, why: flag ? `scripts.start in ${project.manifest.path}` : 'usual of Next.js' },
      ...(route ? [{ what: `health route ${route.path}`, why: route.file }] : []),
      ...read.evidence,
    ];
    const details = { project, version: version.version, config, port: Number(flag ?? 3000), healthPath: route?.path };
    return { details, evidence };
  },
  plan: planNext,
};
