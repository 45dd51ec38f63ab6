/** What a target has where its metadata names no tags. Source: `@nx-tools/container-metadata` 7.3, `Transform`. */
const DEFAULTS = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];

export interface MetadataTags {
  readonly templates: readonly string[];
  readonly left: readonly string[];
}

/** Entries of `metadata.tags` as templates of ours. Source: `@nx-tools/container-metadata` 7.3, `Parse`. */
export function metadataTags(entries: readonly string[], flavor: readonly string[]): MetadataTags {
  const templates: string[] = [];
  const left: string[] = [];
  const around = flavorOf(flavor, left);
  for (const entry of entries.length === 0 ? DEFAULTS : entries) {
    const fields = fieldsOf(entry);
    const template = templateOf(fields);
    const { enable = 'true' } = fields;
    if (template === undefined || /\$\{?[A-Za-z_]|\{\{/.test(template))
      left.push(`the tag ${entry}: ${reasonOf(fields)}`);
    else if (enable !== 'true')
      left.push(`the tag ${entry}: a tag that is there at times is for the command line, --tag`);
    else {
      const { prefix = around.prefix, suffix = around.suffix } = fields;
      const whole = `${fields['type'] === 'sha' ? (fields['prefix'] ?? 'sha-') : prefix}${template}${suffix}`;
      if (!templates.includes(whole)) templates.push(whole);
    }
  }
  return { templates, left };
}

function templateOf(fields: Readonly<Record<string, string | undefined>>): string | undefined {
  const { type = 'raw', event, format, pattern = '', value } = fields;
  switch (type) {
    case 'raw':
      return value;
    case 'sha':
      return format === 'long' ? '{sha}' : '{sha:7}';
    case 'ref':
      return event === 'branch' ? '{branch}' : event === 'tag' ? '{tag}' : undefined;
    case 'semver':
    case 'pep440':
      // A value of its own is a version from elsewhere.
      return value ? undefined : semver(pattern);
    default:
      return undefined;
  }
}

const SEMVER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '{{version}}': '{version}',
    '{{raw}}': '{version}',
    '{{major}}': '{version:major}',
    '{{major}}.{{minor}}': '{version:minor}',
  }),
);

function semver(pattern: string): string | undefined {
  return SEMVER.get(pattern.replaceAll(' ', '')) ?? (pattern === 'v{{version}}' ? 'v{version}' : undefined);
}

function reasonOf({ type, event }: Readonly<Record<string, string | undefined>>): string {
  if (type === 'schedule') return 'nothing is built by the clock here; hand it in, --tag=nightly';
  if (event === 'pr') return 'hand the number of the pull request in, --tag=pr-…';
  if (type === 'edge' || type === 'match') return `there is no ${type}; {branch}, {tag} and {version} are near`;
  return 'it is made of what is not known here; hand it in, --tag=…';
}

function flavorOf(flavor: readonly string[], left: string[]): { readonly prefix: string; readonly suffix: string } {
  const fields = Object.assign({}, ...flavor.map(fieldsOf)) as Readonly<Record<string, string | undefined>>;
  if (fields['latest'] === 'true') left.push('flavor latest=true: add the tag latest');
  else if (fields['latest'] !== 'false')
    left.push('flavor latest=auto: `latest` is not moved by itself; add the tag latest where it should be');
  return { prefix: fields['prefix'] ?? '', suffix: fields['suffix'] ?? '' };
}

/** `type=ref,event=branch`; what has no `=` is the value. */
function fieldsOf(entry: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    entry.split(',').map((field) => {
      const at = field.indexOf('=');
      return at < 0 ? ['value', field.trim()] : [field.slice(0, at).trim().toLowerCase(), field.slice(at + 1).trim()];
    }),
  );
}
