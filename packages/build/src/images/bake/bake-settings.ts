import { contextKind, type Data, recordOf, resolvePath, textsOf } from '@dockwarden-internal/facts';
import type { ImageSettings, SecretSettings } from '@dockwarden-internal/policy';
import { parseReference } from '@dockwarden-internal/syntax';

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

/** Reads the data of an attribute. */
type Read = (key: string) => Data | undefined;

/** What a target of Bake files says of the image, in our terms. Source: Bake file reference, target. */
export function settingsOf(data: Read, folder: string): ImageSettings {
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

function listOf(data: Data | undefined): string[] | undefined {
  return data === undefined ? undefined : textsOf(data);
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
