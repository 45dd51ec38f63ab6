import { asFields, fieldsOf } from '../../../json/json-fields.ts';
import { type App, readIn } from '../../../model/app.ts';

/** What a project of Nx says of its target `build`; what is inferred from the configuration of a tool does not stand there. */
export interface NxTarget {
  readonly executor?: string;
  /** With those of production over them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Folder that it writes, as written; absent where the options say it. */
  readonly output?: string;
}

/** The targets of an app by its project.json, or by the `nx` of its package.json. */
export function nxTargets(app: App): Readonly<Record<string, unknown>> {
  const own = fieldsOf(readIn(app, 'project.json'));
  const manifest = fieldsOf(readIn(app, 'package.json'));
  return { ...asFields(asFields(manifest.nx).targets), ...asFields(own.targets) };
}

export function nxBuildTarget(targets: Readonly<Record<string, unknown>>): NxTarget {
  const build = asFields(targets.build);
  const outputs: unknown = build.outputs;
  const output = Array.isArray(outputs) ? text(outputs[0]) : undefined;
  return {
    executor: text(build.executor),
    options: { ...asFields(build.options), ...asFields(asFields(build.configurations).production) },
    output: output?.includes('{options.') ? undefined : output?.replace(/\/\*.*$/, ''),
  };
}

/** A path of a target from the workspace's root; undefined for what leads out of it. Source: Nx, "Reference", inputs and outputs. */
export function fromRoot(path: string, root: string): string | undefined {
  const filled = path.replace('{projectRoot}', root).replace(/^\{workspaceRoot\}\/?/, '');
  if (filled.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const segment of filled.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length > 0 ? segments.join('/') : undefined;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
