import type { WorldInput } from '@dockwarden-internal/facts';

/** What a world needs for its Compose files: the YAML library and the schema, which a run without such files does not load. */
export async function composeReading(
  files: Iterable<{ readonly kind: string }>,
): Promise<Pick<WorldInput, 'parseYaml' | 'checkSchema'>> {
  if (![...files].some(({ kind }) => kind === 'compose')) return {};
  const [{ parseYaml }, { checkSchema }] = await Promise.all([
    import('@dockwarden-internal/syntax/yaml/parse-yaml'),
    import('@dockwarden-internal/facts/compose/schema/schema-check'),
  ]);
  return { parseYaml, checkSchema };
}
