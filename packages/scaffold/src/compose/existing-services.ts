import type { EditedFile } from './edit-compose.ts';

/** What a project's base file has already of what is asked for. */
export interface ExistingServices {
  /** Key of the app's service. */
  readonly app?: string;
  /** Networks of the app's service, `default` where it names none; absent where there is no such service. */
  readonly networks?: readonly string[];
  /** Services of another name that run an image: repository to key, and whether they say how they are. */
  readonly byImage: ReadonlyMap<string, { readonly key: string; readonly healthy: boolean }>;
}

/** `name` is what the app's service would be called; else the service that is built by its Dockerfile is it. */
export function existingServices(
  file: EditedFile | undefined,
  name: string,
  build: { context: string; dockerfile: string },
): ExistingServices {
  const services = file?.data('services');
  if (typeof services !== 'object' || services === null) return { byImage: new Map() };
  const entries = Object.entries(services as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? [[key, value as Record<string, unknown>] as const] : [],
  );
  const app = entries.find(([key]) => key === name) ?? entries.find(([, value]) => isBuiltBy(value['build'], build));
  const byImage = new Map<string, { key: string; healthy: boolean }>();
  for (const [key, { image, healthcheck }] of entries) {
    if (typeof image !== 'string' || key === app?.[0]) continue;
    const repository = image
      .replace(/@.*$/, '')
      .replace(/:[^/]*$/, '')
      .replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
    if (!byImage.has(repository)) byImage.set(repository, { key, healthy: healthcheck !== undefined });
  }
  return { ...(app && { app: app[0], networks: networksOf(app[1]) }), byImage };
}

function networksOf({ networks }: Record<string, unknown>): string[] {
  const names = Array.isArray(networks) ? networks.map(String) : Object.keys((networks as object | undefined) ?? {});
  // The default network comes first, so that what is added joins the app in it.
  return names.length === 0 || names.includes('default') ? ['default'] : names;
}

function isBuiltBy(build: unknown, { context, dockerfile }: { context: string; dockerfile: string }): boolean {
  const plain = (path: unknown) =>
    String(path ?? '')
      .replace(/^\.\//, '')
      .replace(/\/+$/, '');
  if (typeof build === 'string') return plain(build) === plain(context) && dockerfile === 'Dockerfile';
  if (typeof build !== 'object' || build === null) return false;
  const found = build as Record<string, unknown>;
  return (
    plain(found['context'] ?? '.') === plain(context) &&
    plain(found['dockerfile'] ?? 'Dockerfile') === plain(dockerfile)
  );
}
