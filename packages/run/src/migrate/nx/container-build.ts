import { type ImageBuild, PLAIN_BUILD } from './image-build.ts';
import { metadataTags } from './metadata-tags.ts';

type Options = Readonly<Record<string, unknown>>;

/** Options that have no counterpart. Source: `@nx-tools/nx-container` 7.3, the schema of its executor `build`. */
const WITHOUT: Readonly<Record<string, string>> = {
  'add-hosts': 'no host is added to a build, so that it is the same everywhere',
  allow: 'entitlements are for the builder to give',
  'cgroup-parent': 'resources are for the builder to give',
  'shm-size': 'resources are for the builder to give',
  ulimit: 'resources are for the builder to give',
  network: 'the network of a build is for the builder to give',
};

/** Options that say how its own run goes. */
const SILENT = ['engine', 'quiet', 'load', 'metadata'];

export type ReadBuild = { readonly build: ImageBuild } | { readonly fault: string };

/** A build as options of `@nx-tools/nx-container:build` describe it. */
export function containerBuild(options: Options): ReadBuild {
  const faults: string[] = [];
  const others: string[] = [];
  const text = (name: string): string | undefined => {
    const value = options[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    faults.push(`\`${name}\` is a text, not ${JSON.stringify(value)}`);
    return undefined;
  };
  const texts = (name: string, from: Options = options): string[] => {
    const value = from[name] ?? [];
    const list = typeof value === 'string' ? [value] : value;
    if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list as string[];
    faults.push(`\`${name}\` is a list of texts, not ${JSON.stringify(value)}`);
    return [];
  };
  const flag = (name: string): boolean => {
    const value = options[name] ?? false;
    if (typeof value === 'boolean') return value;
    faults.push(`\`${name}\` is true or false, not ${JSON.stringify(value)}`);
    return false;
  };
  const engine = text('engine');
  if (engine !== undefined && engine !== 'docker')
    others.push(`engine ${engine}: images are built by docker and its buildx`);
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(WITHOUT, name)) others.push(`${name}: ${WITHOUT[name]}`);
    else if (!KNOWN.includes(name) && !SILENT.includes(name))
      others.push(`${name} ${JSON.stringify(value)}: it is no option of @nx-tools/nx-container`);
  }
  const named = metadataOf(options['metadata'], texts, others, faults);
  const context = text('context');
  const dockerfile = text('file');
  const target = text('target');
  const builder = text('builder');
  const provenance = text('provenance');
  const build: ImageBuild = {
    ...PLAIN_BUILD,
    context: place(context) ?? '.',
    ...(dockerfile !== undefined && { dockerfile: place(dockerfile)! }),
    ...(target !== undefined && { target }),
    tags: named?.tags ?? texts('tags'),
    labels: named?.labels ?? texts('labels'),
    args: texts('build-args'),
    contexts: texts('build-contexts'),
    platforms: texts('platforms'),
    secrets: [...texts('secrets').map(secret), ...texts('secret-files').map(secretFile)],
    ssh: texts('ssh'),
    cacheFrom: texts('cache-from'),
    cacheTo: texts('cache-to'),
    outputs: texts('outputs'),
    ...(builder !== undefined && { builder }),
    ...(provenance !== undefined && { provenance }),
    sbom: flag('sbom'),
    push: flag('push'),
    pull: flag('pull'),
    noCache: flag('no-cache'),
    others,
  };
  return faults.length > 0 ? { fault: faults.join('; ') } : { build };
}

const KNOWN = [
  'context',
  'file',
  'target',
  'tags',
  'labels',
  'build-args',
  'build-contexts',
  'platforms',
  'secrets',
  'secret-files',
  'ssh',
  'cache-from',
  'cache-to',
  'outputs',
  'builder',
  'provenance',
  'sbom',
  'push',
  'pull',
  'no-cache',
];

/** With images in its metadata, the executor takes tags and labels from there alone. */
function metadataOf(
  metadata: unknown,
  texts: (name: string, from?: Options) => string[],
  others: string[],
  faults: string[],
): Pick<ImageBuild, 'tags' | 'labels'> | undefined {
  if (metadata === undefined || metadata === null) return undefined;
  if (typeof metadata !== 'object' || Array.isArray(metadata)) {
    faults.push('`metadata` is a map');
    return undefined;
  }
  const options = metadata as Options;
  const images = texts('images', options).flatMap(imageName);
  if (images.length === 0) return undefined;
  const { templates, left } = metadataTags(texts('tags', options), texts('flavor', options));
  others.push(...left);
  const tags = images.flatMap((image) => templates.map((template) => `${image}:${template}`));
  return { tags, labels: texts('labels', options) };
}

/** `ghcr.io/acme/api`, or `name=ghcr.io/acme/api,enable=true`. */
function imageName(entry: string): string[] {
  const fields = entry.split(',').map((field) => field.trim());
  if (fields.includes('enable=false')) return [];
  const named = fields.find((field) => field.startsWith('name='));
  return [named ? named.slice('name='.length) : fields[0]!];
}

/** `KEY=VALUE`; where the value is a variable, that is the secret's source. */
function secret(text: string): string {
  const [, id, name] = /^([^=]+)=\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$/.exec(text) ?? [];
  return id === undefined ? `id=${text.split('=', 1)[0]},value` : `id=${id},env=${name}`;
}

function secretFile(text: string): string {
  const at = text.indexOf('=');
  return `id=${text.slice(0, at)},src=${place(text.slice(at + 1))}`;
}

/** A path from the root. */
function place(path: string | undefined): string | undefined {
  return path === undefined ? undefined : path.replace(/^\.\/(?=.)/, '').replace(/(?<=.)\/+$/, '');
}
