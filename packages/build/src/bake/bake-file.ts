import type { Diagnostic } from '@dockwarden-internal/syntax';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { EngineState } from '../docker/engine-state.ts';
import { attestOf } from './attestations.ts';
import type { BakeTarget } from './bake-target.ts';
import { contextName } from './context-name.ts';
import { csvFields } from './csv-fields.ts';
import { escapeTemplates } from './escape-templates.ts';
import { outputFaults } from './output-faults.ts';
import { type Outputs, outputsOf } from './outputs.ts';
import { targetNames } from './target-names.ts';

/** One target as Bake reads it. Source: Bake file reference. */
export interface BakeDefinitionTarget {
  readonly context: string;
  readonly contexts?: Readonly<Record<string, string>>;
  readonly dockerfile: string;
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: readonly string[];
  readonly platforms?: readonly string[];
  readonly tags?: readonly string[];
  readonly secret?: readonly string[];
  readonly ssh?: readonly string[];
  readonly 'cache-from'?: readonly string[];
  readonly 'cache-to'?: readonly string[];
  readonly output: readonly string[];
  readonly attest: readonly string[];
  readonly pull?: true;
  readonly 'no-cache'?: true;
  readonly 'no-cache-filter'?: readonly string[];
}

export interface BakeDefinition {
  readonly group: { readonly default: { readonly targets: readonly string[] } };
  readonly target: Readonly<Record<string, BakeDefinitionTarget>>;
}

/** A Bake file and what it does not say. */
export interface BakeFile {
  /** As it is written: `${` and `%{` escaped, keys in one order. */
  readonly definition: BakeDefinition;
  /** By name of the image: its target's name. */
  readonly names: ReadonlyMap<string, string>;
  /** By name of the image: the images of this bake that it is built on. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Archives, by name of the image, that go into the engine after the build. */
  readonly loads: ReadonlyMap<string, string>;
  /** Folders that the build reads and writes beside its contexts. */
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

export interface BakeFileOptions {
  readonly engine: Pick<EngineState, 'driver' | 'store'>;
  /** A folder of this run, absolute, for what is kept until the build is done. */
  readonly folder: string;
}

/** The Bake file of one run, or why this builder cannot do what is asked: told before anything is built. */
export function bakeFile(
  targets: readonly BakeTarget[],
  options: BakeFileOptions,
): BakeFile | { readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = targets.flatMap((target) => outputFaults(target, options.engine));
  if (diagnostics.length > 0) return { diagnostics };
  const names = targetNames(targets.map(({ image }) => image));
  const outputs = new Map(
    targets.map((target) => [target.image, outputsOf(target, names.get(target.image)!, options)]),
  );
  const entries = targets.map((target): [string, BakeDefinitionTarget] => [
    names.get(target.image)!,
    definitionOf(target, names, outputs.get(target.image)!, options),
  ]);
  const loads = [...outputs].flatMap(([image, { load }]) => (load ? [[image, load] as const] : []));
  return {
    definition: escapeTemplates({
      group: { default: { targets: entries.map(([name]) => name) } },
      target: Object.fromEntries(entries),
    }),
    names,
    parents: new Map(targets.map(({ image, parents }) => [image, [...new Set(parents.values())]])),
    loads: new Map(loads),
    writes: [...new Set([...outputs.values()].flatMap(({ writes }) => writes))],
    reads: [...new Set(targets.flatMap(({ secrets }) => secrets.flatMap(({ file }) => (file ? [file] : []))))],
  };
}

function definitionOf(
  target: BakeTarget,
  names: ReadonlyMap<string, string>,
  output: Outputs,
  { engine }: BakeFileOptions,
): BakeDefinitionTarget {
  const { args, epoch, fresh } = target;
  const allArgs = epoch === undefined ? args : new Map([...args, ['SOURCE_DATE_EPOCH', String(epoch)]]);
  return leaveOutEmpty({
    context: target.context,
    contexts: sorted(contextsOf(target, names)),
    dockerfile: target.dockerfile,
    target: target.target,
    args: sorted(allArgs),
    labels: sorted(target.labels),
    annotations: Object.entries(sorted(target.annotations)).map(([name, value]) => `${name}=${value}`),
    platforms: target.platforms,
    tags: output.tags,
    secret: target.secrets.map(({ id, file, env }) =>
      csvFields({ id, src: file, env: env ?? (file === undefined ? id : undefined) }),
    ),
    ssh: target.ssh,
    'cache-from': target.cacheFrom,
    'cache-to': target.cacheTo,
    output: output.fields,
    attest: attestOf(target, engine),
    pull: fresh?.pull || undefined,
    'no-cache': fresh?.stages === 'all' || undefined,
    'no-cache-filter': fresh && fresh.stages !== 'all' ? fresh.stages : undefined,
  });
}

function contextsOf({ contexts, parents }: BakeTarget, names: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map([...contexts].map(([name, value]) => [contextName(name), value]));
  for (const [reference, image] of parents) {
    const name = names.get(image);
    // A parent that is not built in this run is pinned by its digest, as a context; to leave it out would take whatever its tag says.
    if (name === undefined) throw new Error(`${image}, on which another image is built, is not in its bake`);
    all.set(contextName(reference), `target:${name}`);
  }
  return all;
}

function sorted(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([one], [other]) => byCodeUnits(one, other)));
}

function leaveOutEmpty(target: BakeDefinitionTarget): BakeDefinitionTarget {
  const isEmpty = (value: unknown) =>
    value === undefined || (typeof value === 'object' && Object.keys(value as object).length === 0);
  return Object.fromEntries(Object.entries(target).filter(([, value]) => !isEmpty(value))) as never;
}
