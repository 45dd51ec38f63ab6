import { resolvePath } from '@dockwarden-internal/facts';
import type { ImageSettings, SecretSettings } from '@dockwarden-internal/policy';
import { type Place, parseReference } from '@dockwarden-internal/syntax';
import { contextKind } from '../context-kind.ts';
import type { Attributes } from './bake-file.ts';
import { type Data, tell, type Variables } from './bake-value.ts';

/** A target of Bake files in our terms. Source: Bake file reference, target. */
export interface BakeTarget {
  readonly name: string;
  /** From the root; absent where it is inline, remote or outside. */
  readonly dockerfile?: string;
  readonly context?: string;
  readonly target?: string;
  readonly settings: ImageSettings;
  /** True where its output is no image: files, or nothing at all. */
  readonly noImage: boolean;
  /** Places of what cannot be told, by attribute. */
  readonly untold: ReadonlyMap<string, Place>;
}

/** Attributes without which nothing can be said of the image. */
export const ESSENTIAL: readonly string[] = [
  'matrix',
  'inherits',
  'dockerfile',
  'context',
  'target',
  'args',
  'contexts',
];

export function readTarget(name: string, folder: string, attributes: Attributes, variables: Variables): BakeTarget {
  const untold = new Map<string, Place>();
  const data = (key: string): Data | undefined => {
    const value = attributes.get(key);
    if (!value) return undefined;
    const told = tell(value, variables);
    if ('untold' in told) untold.set(key, told.untold);
    return 'untold' in told || told.data === null ? undefined : told.data;
  };
  if (attributes.has('matrix')) untold.set('matrix', attributes.get('matrix')!.place);
  const context = textOf(data('context')) ?? '.';
  const isFolder = contextKind(context).kind === 'folder';
  const directory = isFolder ? resolvePath(folder, context) : undefined;
  const inline = attributes.has('dockerfile-inline');
  const file = textOf(data('dockerfile')) ?? 'Dockerfile';
  const dockerfile = directory === undefined || inline ? undefined : resolvePath(directory, file);
  const target = textOf(data('target'));
  const outputs = textsOf(data('output'));
  return {
    name,
    ...(dockerfile !== undefined && { dockerfile }),
    ...(directory !== undefined && { context: directory }),
    ...(target !== undefined && { target }),
    settings: settingsOf(data, folder),
    noImage:
      outputs.length > 0 && outputs.every((output) => !/(?:^|,)type=(?:image|docker|oci|registry)\b/.test(output)),
    untold,
  };
}

type Read = (key: string) => Data | undefined;

function settingsOf(data: Read, folder: string): ImageSettings {
  const contexts = Object.entries(recordOf(data('contexts'))).map(
    ([name, value]) =>
      [name, contextKind(value).kind === 'folder' ? (resolvePath(folder, value) ?? value) : value] as const,
  );
  const tags = textsOf(data('tags'))
    .map((tag) => parseReference(tag))
    .flatMap((tag) => ('fault' in tag ? [] : [tag]));
  const repository = tags[0]?.familiarName;
  const attest = textsOf(data('attest'));
  const provenance = attest.find((each) => /(?:^|,)type=provenance\b/.test(each));
  const settings: ImageSettings = {
    args: recordOf(data('args')),
    contexts: Object.fromEntries(contexts),
    labels: recordOf(data('labels')),
    annotations: Object.fromEntries(textsOf(data('annotations')).flatMap(annotation)),
    platforms: listOf(data('platforms')),
    secrets: secretsOf(data('secret'), folder),
    ssh: textsOf(data('ssh')),
    cacheFrom: textsOf(data('cache-from')),
    cacheTo: textsOf(data('cache-to')),
    repository,
    tags: tags.filter((tag) => tag.familiarName === repository).map(({ tag }) => tag ?? 'latest'),
    provenance: provenance && (/disabled=true/.test(provenance) ? 'off' : /mode=max/.test(provenance) ? 'max' : 'min'),
    sbom: attest.some((each) => /(?:^|,)type=sbom\b(?!.*disabled=true)/.test(each)) || undefined,
  } as ImageSettings;
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined && !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function textOf(data: Data | undefined): string | undefined {
  return typeof data === 'object' || data === undefined ? undefined : String(data);
}

/** A list of texts; an entry that is a map is written as buildx takes it on the command line: `type=registry,ref=…`. */
function textsOf(data: Data | undefined): string[] {
  if (!Array.isArray(data)) return [];
  return (data as readonly Data[]).flatMap((item) => {
    if (item === null) return [];
    if (typeof item !== 'object') return [String(item)];
    return [
      Object.entries(recordOf(item))
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    ];
  });
}

function listOf(data: Data | undefined): string[] | undefined {
  return data === undefined ? undefined : textsOf(data);
}

function recordOf(data: Data | undefined): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      value === null || typeof value === 'object' ? [] : [[key, String(value)] as const],
    ),
  );
}

/** `index,manifest:key=value`: the levels are left to the request. */
function annotation(text: string): [string, string][] {
  const match = /^(?:[a-z,[\]/-]+:)?([^=]+)=(.*)$/s.exec(text);
  return match ? [[match[1]!, match[2]!]] : [];
}

function secretsOf(data: Data | undefined, folder: string): SecretSettings[] {
  return textsOf(data).flatMap((text): SecretSettings[] => {
    const fields = new Map(
      text.split(',').map((field) => [field.split('=', 1)[0]!, field.slice(field.indexOf('=') + 1)]),
    );
    const id = fields.get('id');
    const file = fields.get('src') ?? fields.get('source');
    if (!id) return [];
    if (file !== undefined) return [{ id, file: resolvePath(folder, file) ?? file }];
    return [{ id, env: fields.get('env') ?? id }];
  });
}
