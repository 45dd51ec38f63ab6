import type { FactNodes, KindName } from '../kernel/fact-nodes.ts';
import { forget } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { vocabulary } from '../vocabulary/registry.ts';
import type { Root } from './root.ts';

/** Where the facts of a kind are found: a property of another kind's facts, one fact or a collection. */
type Way = readonly [kind: KindName, property: string];

const inDockerfile: { readonly [K in KindName]?: readonly Way[] } = {
  stage: [['dockerfile', 'stages']],
  instruction: [['dockerfile', 'instructions']],
  comment: [['dockerfile', 'comments']],
  fault: [['dockerfile', 'faults']],
  reference: [['dockerfile', 'references']],
  context: [['dockerfile', 'context']],
  command: [['instruction', 'commands']],
  source: [['instruction', 'sources']],
  mount: [['instruction', 'mounts']],
  variable: [['instruction', 'variables']],
  expansion: [['instruction', 'expansions']],
  credential: [['instruction', 'credentials']],
  label: [['instruction', 'labels']],
  port: [['instruction', 'ports']],
  flag: [['instruction', 'flags']],
  probe: [['instruction', 'probe']],
  download: [['instruction', 'downloads']],
  install: [['command', 'install']],
  package: [['command', 'packages']],
  process: [['stage', 'process']],
  copied: [['stage', 'copied']],
  'runtime-claim': [['stage', 'runtimeClaims']],
  dependency: [['context', 'dependencies']],
  'manifest-block': [['dockerfile', 'manifestBlocks']],
  ignore: [['context', 'ignore']],
  'ignore-pattern': [['ignore', 'patterns']],
};

const inCompose: { readonly [K in KindName]?: readonly Way[] } = {
  service: [['compose', 'services']],
  resource: [['compose', 'resources']],
  build: [['service', 'build']],
  'published-port': [['service', 'ports']],
  'depends-on': [['service', 'dependsOn']],
  environment: [['service', 'environment']],
  credential: [['service', 'credentials']],
  mount: [['service', 'volumes']],
  probe: [['service', 'probe']],
  process: [['service', 'process']],
  reference: [['service', 'reference']],
  healthcheck: [['service', 'healthcheck']],
  limits: [['service', 'limits']],
  logging: [['service', 'logging']],
};

const inComposeFile: { readonly [K in KindName]?: readonly Way[] } = {
  'raw-service': [['compose-file', 'services']],
  fault: [['compose-file', 'faults']],
  comment: [['compose-file', 'comments']],
};

const inWorkspace: { readonly [K in KindName]?: readonly Way[] } = {
  project: [['workspace', 'projects']],
};

const inBuilt: { readonly [K in KindName]?: readonly Way[] } = {
  'built-entry': [
    ['built', 'env'],
    ['built', 'labels'],
  ],
  'built-layer': [['built', 'layers']],
};

const ways = {
  dockerfile: inDockerfile,
  compose: inCompose,
  'compose-file': inComposeFile,
  workspace: inWorkspace,
  built: inBuilt,
};

const found = new WeakMap<object, Map<KindName, readonly object[] | undefined>>();

/** All facts of a kind in a root, in document order and once each; undefined where the root has none of that kind. */
export function subjectsOf(root: Root, kind: KindName): readonly object[] | undefined {
  if (kind === root.kind) return [root.node];
  let known = found.get(root.node);
  if (!known) {
    known = new Map();
    found.set(root.node, known);
  }
  if (!known.has(kind)) known.set(kind, collect(root, kind));
  return known.get(kind);
}

/** Lets go of what was worked out of a Dockerfile's own parts, once it has been linted: a run of hundreds would hold it all to its end. */
export function forgetRoot(root: Root): void {
  if (root.kind !== 'dockerfile') return;
  found.delete(root.node);
  forget(root.node.instructions);
  forget(root.node.stages);
}

function collect(root: Root, kind: KindName): readonly object[] | undefined {
  const table: { readonly [K in KindName]?: readonly Way[] } = ways[root.kind];
  const from = table[kind];
  if (!from) return undefined;
  const subjects = new Set<object>();
  for (const [owner, property] of from) {
    for (const node of subjectsOf(root, owner) ?? []) {
      const value = readProperty(owner, property, node);
      if (value === undefined || isUnsure(value)) continue;
      if (Array.isArray(value)) for (const each of value) subjects.add(each);
      else subjects.add(value as object);
    }
  }
  return [...subjects];
}

function readProperty<K extends KindName>(kind: K, name: string, node: object): unknown {
  const definition = vocabulary[kind];
  const property = definition.properties[name];
  if (!property) throw new Error(`${kind} has no property ${name}`);
  return property.read(node as FactNodes[K]);
}

/** Kinds that may be met in a root of a kind, for the catalogue and for checking the table. */
export const subjectTable = ways;
