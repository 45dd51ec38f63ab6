import type { ImageSettings, SecretSettings } from '@dockwarden-internal/policy';
import type { BuildRequestValues } from './build-run-options.ts';

type Read = { readonly settings: ImageSettings } | { readonly fault: string };

/** The settings that options of a build stand for. */
export function readBuildSettings(values: BuildRequestValues): Read {
  const faults: string[] = [];
  const pairs = (name: string, list: readonly string[] | undefined): Record<string, string> | undefined => {
    if (!list) return undefined;
    const entries = list.map((each) => {
      const at = each.indexOf('=');
      if (at <= 0) faults.push(`--${name} is NAME=VALUE, not ${JSON.stringify(at < 0 ? each : each.slice(0, at + 1))}`);
      return [each.slice(0, at), each.slice(at + 1)] as const;
    });
    return Object.fromEntries(entries);
  };
  const { platform, allowSecretArg, secret, ssh, repository, tag, builder, cacheFrom, cacheTo } = values;
  const settings: ImageSettings = {
    platforms: platform,
    args: pairs('build-arg', values.buildArg),
    allowSecretArgs: allowSecretArg,
    contexts: pairs('build-context', values.buildContext),
    secrets: secret?.flatMap((each) => readSecret(each, faults)),
    ssh,
    labels: pairs('label', values.label),
    annotations: pairs('annotation', values.annotation),
    repository,
    tags: tag,
    builder,
    cacheFrom,
    cacheTo,
    provenance: values.provenance,
    sbom: values.sbom,
    reproducible: values.reproducible,
    bases: values.bases,
  };
  if (faults.length > 0) return { fault: faults[0]! };
  return { settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) };
}

/** `id=npm,src=.npmrc` or `id=npm,env=NPM_TOKEN`. Source: docker buildx build, `--secret`. */
function readSecret(word: string, faults: string[]): SecretSettings[] {
  const fields = new Map(
    word.split(',').map((field) => {
      const at = field.indexOf('=');
      return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
    }),
  );
  const id = fields.get('id');
  const file = fields.get('src') ?? fields.get('source');
  const env = fields.get('env');
  const stray = [...fields.keys()].find((name) => !['id', 'src', 'source', 'env', 'type'].includes(name));
  if (!id || stray !== undefined) {
    // The word may hold more than a name: it is not repeated.
    faults.push('--secret is id=ID with src=FILE or env=NAME, such as --secret id=npm,env=NPM_TOKEN');
    return [];
  }
  return [{ id, ...(file !== undefined && { file }), ...(env !== undefined && { env }) }];
}
