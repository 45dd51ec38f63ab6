import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../../dockerfile/exec-form.ts';
import { healthCheck } from '../../../dockerfile/health-check.ts';
import { labelLines } from '../../../dockerfile/label-lines.ts';
import { quoted } from '../../../dockerfile/quoted.ts';
import { appFolder } from './build.ts';
import { initLines, initPath } from './init.ts';
import { type NodeImage, repositoryOf, runtimeImage, runtimeProgram, userOf } from './node-image.ts';

/** What a final stage is made of, beside its base. */
export interface Runtime {
  /** Lines before the environment of production is set: what installs or builds in this stage. */
  readonly before?: readonly string[];
  /** COPY lines, targets absolute. */
  readonly copies: readonly string[];
  /** What follows the program that runs JavaScript: `dist/main.js`. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly port?: number;
  readonly probe?: readonly string[];
  /** Nothing in the app handles SIGTERM. */
  readonly needsInit: boolean;
  readonly workdir?: string;
}

const WHY = {
  last: '# runtime is what ships: the app and what it runs with, owned by root, so that it cannot change itself.',
  single: '# runtime builds and ships: what it was built by stays in its layers, which --pattern multi leaves behind.',
};
const WHY_INIT = '# As the first process node ignores the signals that the app does not handle: with tini they end it.';

/** The stage that ships. */
export function runtimeStage(image: NodeImage, runtime: Runtime): Block {
  const { project, base } = image;
  const environment = Object.entries({ NODE_ENV: 'production', ...runtime.environment });
  const program = runtimeProgram(image);
  const distroless = base === 'distroless';
  const workdir = runtime.workdir ?? appFolder(project);
  const init = runtime.needsInit ? [initPath(image)] : undefined;
  const entrypoint = init && [...init, '--', ...(distroless ? [program] : [])];
  return [
    WHY[runtime.before ? 'single' : 'last'],
    `FROM ${runtimeImage(image)} AS runtime`,
    ...(runtime.needsInit ? [WHY_INIT, ...initLines(image)] : []),
    ...(runtime.before ?? []),
    `ENV ${environment.map(([name, value]) => `${name}=${/^[\w./:-]+$/.test(value) ? value : quoted(value)}`).join(' \\\n    ')}`,
    ...(runtime.before?.includes(`WORKDIR ${workdir}`) ? [] : [`WORKDIR ${workdir}`]),
    ...runtime.copies,
    `USER ${userOf(image)}`,
    ...(runtime.port === undefined ? [] : [`EXPOSE ${runtime.port}`]),
    ...(runtime.probe ? [healthCheck(runtime.probe, { start: 20 })] : []),
    ...(entrypoint ? [`ENTRYPOINT ${execForm(entrypoint)}`] : []),
    `CMD ${execForm(distroless ? runtime.args : [program, ...runtime.args])}`,
    ...labelLines({ title: project.app.project.name, source: repositoryOf(project) }),
  ];
}
