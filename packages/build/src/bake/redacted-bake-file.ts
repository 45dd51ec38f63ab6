import type { BakeDefinition, BakeDefinitionTarget, BakeFile } from './bake-file.ts';

/** What stands for a value that is not shown. */
const REDACTED = '(not shown)';

/**
 * The Bake file to be looked at: values of arguments only where their names are given as safe, secrets by their ids, credentials of caches
 * taken out. It is not meant to be built.
 */
export function redactedBakeFile({ definition }: BakeFile, safeArgs: ReadonlySet<string> = new Set()): BakeDefinition {
  const targets = Object.entries(definition.target).map(([name, target]) => [name, redacted(target, safeArgs)]);
  return { group: definition.group, target: Object.fromEntries(targets) };
}

const ALWAYS_SAFE: ReadonlySet<string> = new Set(['SOURCE_DATE_EPOCH']);

function redacted(target: BakeDefinitionTarget, safe: ReadonlySet<string>): BakeDefinitionTarget {
  const shown = ([name, value]: [string, string]) => [name, safe.has(name) || ALWAYS_SAFE.has(name) ? value : REDACTED];
  const { args, secret } = target;
  return {
    ...target,
    ...(args && { args: Object.fromEntries(Object.entries(args).map(shown)) }),
    ...(secret && { secret: secret.map((fields) => /^"?(id=[^",]*)/.exec(fields)?.[1] ?? REDACTED) }),
    ...(target['cache-from'] && { 'cache-from': target['cache-from'].map(withoutCredentials) }),
    ...(target['cache-to'] && { 'cache-to': target['cache-to'].map(withoutCredentials) }),
  };
}

/** Of the backends gha, s3 and azblob. Source: cache storage backends in Docker's documentation. */
function withoutCredentials(fields: string): string {
  return fields.replace(/\b(token|access_key_id|secret_access_key|session_token|secret_key)=[^,]*/gi, `$1=${REDACTED}`);
}
