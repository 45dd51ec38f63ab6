import { formatDate } from './format-date.ts';
import type { Placeholder, TagTemplate } from './parse-template.ts';
import type { PlaceholderName } from './placeholders.ts';
import { sanitizeName, sanitizeTag } from './sanitize.ts';

/** What the placeholders stand for, the date in RFC 3339 (UTC); one that is absent or empty has no value. */
export type TemplateValues = Readonly<Partial<Record<PlaceholderName, string>>>;

/** The text, or the placeholders that have no value. */
export type ExpandedTemplate = { readonly text: string } | { readonly missing: readonly PlaceholderName[] };

/** Puts values in; each is brought into the characters that a tag (or a repository's name) takes, literal text is not. */
export function expandTemplate(
  template: TagTemplate,
  values: TemplateValues,
  into: 'tag' | 'name' = 'tag',
): ExpandedTemplate {
  const sanitize = into === 'tag' ? sanitizeTag : sanitizeName;
  const missing = new Set<PlaceholderName>();
  const text = template.parts.map((part) => {
    if (typeof part === 'string') return part;
    const value = sanitize(resolved(part, values) ?? '');
    if (value === '') missing.add(part.name);
    return value;
  });
  return missing.size > 0 ? { missing: [...missing] } : { text: text.join('') };
}

function resolved({ name, argument }: Placeholder, values: TemplateValues): string | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (name === 'digest') return value.replace(/^[^:]*:/, '').slice(0, Number(argument ?? 64));
  if (name === 'sha') return shortSha(value, argument);
  if (name === 'date') return formatDate(value, argument ?? 'YYYY-MM-DD');
  if (name === 'version' && argument !== undefined) return partOfVersion(value, argument);
  return value;
}

/** What follows the digits is kept: a revision of changed inputs is `…-dirty`. */
function shortSha(value: string, digits: string | undefined): string {
  const [, sha = '', mark = ''] = /^([0-9a-f]*)(.*)$/s.exec(value) ?? [];
  return sha.slice(0, Number(digits ?? 64)) + mark;
}

/** A version before a release (`2.0.0-rc.1`) has no part that a tag should move for. */
function partOfVersion(version: string, part: string): string | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)\.\d+(?:\+.*)?$/.exec(version) ?? [];
  if (major === undefined) return undefined;
  return part === 'major' ? major : `${major}.${minor}`;
}
