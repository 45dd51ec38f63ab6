import { type Diagnostic, type Place, parseReference } from '@dockwarden-internal/syntax';
import { expandTemplate, type TemplateValues } from './expand-template.ts';
import { parseTemplate, type TagTemplate } from './parse-template.ts';
import { shorten, TAG_LENGTH } from './sanitize.ts';

/** The tags of an image in this run. */
export interface ImageTags {
  /** Whole references, `ghcr.io/acme/api:1.2.3`, each once, in the order of their templates. */
  readonly references: readonly string[];
  /** Templates that name the digest, and so have to wait for the build. */
  readonly afterBuild: readonly string[];
  /** Which tags are left out, and why. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface TagRequest {
  /** With registry, without tag; already expanded. */
  readonly repository: string;
  readonly templates: readonly string[];
  readonly values: TemplateValues;
  /** Where a template is written. */
  readonly placeOf?: (index: number) => Place | undefined;
}

/**
 * Expands the templates of tags. A tag whose value is not there today (no version, no branch) is left out with a note; one that Docker would
 * refuse is an error. With a digest among the values, nothing waits.
 */
export function tagsOf({ repository, templates, values, placeOf }: TagRequest): ImageTags {
  const references = new Set<string>();
  const afterBuild: string[] = [];
  const notes: string[] = [];
  const diagnostics: Diagnostic[] = [];
  templates.forEach((text, index) => {
    const place = placeOf?.(index);
    const template = parseTemplate(text, place);
    if ('code' in template) {
      diagnostics.push(template);
      return;
    }
    const tag = expandTemplate(template, values);
    if ('text' in tag) {
      const reference = readTag(repository, shorten(tag.text, TAG_LENGTH), template, place);
      if (typeof reference === 'string') references.add(reference);
      else diagnostics.push(reference);
    } else if (tag.missing.length === 1 && tag.missing[0] === 'digest') afterBuild.push(text);
    else
      notes.push(
        `The tag "${text}" is left out: there is no ${tag.missing.filter((name) => name !== 'digest').join(' and no ')}.`,
      );
  });
  return { references: [...references], afterBuild, notes, diagnostics };
}

function readTag(
  repository: string,
  tag: string,
  template: TagTemplate,
  place: Place | undefined,
): string | Diagnostic {
  const text = `${repository}:${tag}`;
  const read = parseReference(text);
  const where = place ? { place } : {};
  if (!('fault' in read) && read.tag === tag) return text;
  const fault = 'fault' in read ? read.message : `"${tag}" is no tag.`;
  const hint = /[/:@]/.test(template.text)
    ? 'A template is of the tag alone; the repository is a setting of its own.'
    : 'Use letters, digits, "_", "." and "-" beside placeholders.';
  const message = `The template "${template.text}" makes no valid tag: ${fault}`;
  return { code: 'tag/invalid', message, hint, ...where, exit: 2 };
}

/** Expands the template of a repository, `ghcr.io/acme/{image}`, and holds it against the rules for references. */
export function repositoryOf(text: string, values: TemplateValues, place?: Place): string | Diagnostic {
  const template = parseTemplate(text, place);
  if ('code' in template) return template;
  const where = place ? { place } : {};
  const expanded = expandTemplate(template, values, 'name');
  if ('missing' in expanded) {
    const message = `The repository "${text}" has no value for ${expanded.missing.map((name) => `{${name}}`).join(' and ')}.`;
    return { code: 'tag/repository', message, hint: 'Use {image} or {project}.', ...where, exit: 2 };
  }
  const read = parseReference(expanded.text);
  if (!('fault' in read) && read.tag === undefined && read.digest === undefined) return expanded.text;
  const fault = 'fault' in read ? read.message : 'It has a tag or a digest.';
  const hint = 'Write registry and name alone: ghcr.io/acme/{image}. Tags are a setting of their own.';
  return { code: 'tag/repository', message: `"${text}" is no repository: ${fault}`, hint, ...where, exit: 2 };
}
