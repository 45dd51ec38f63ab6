import { expansions, parseReference } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';

/** The parts of a reference, each as far as it is known: of `node:${TAG}` all but the tag. */
export interface ImageParts {
  readonly registry: Maybe<string>;
  /** With registry and, for official images, `library/`: `docker.io/library/node`. */
  readonly repository: Maybe<string>;
  /** As Docker shows it: `node`. */
  readonly name: Maybe<string>;
  readonly tag: Maybe<string>;
  readonly digest: Maybe<string>;
}

const nothing: ImageParts = {
  registry: undefined,
  repository: undefined,
  name: undefined,
  tag: undefined,
  digest: undefined,
};

/** Of a context those of the image that it stands for. Absent in all parts for a stage, `scratch`, and a text that is no reference. */
export const partsOf = memo((image: Image): ImageParts => {
  const { kind, parsed, resolved } = image;
  if (parsed)
    return {
      registry: parsed.registry,
      repository: parsed.name,
      name: parsed.familiarName,
      tag: parsed.tag,
      digest: parsed.digest,
    };
  if (kind === 'image' && isUnsure(resolved)) return writtenParts(image.text);
  return isUnsure(kind) || (kind === 'context' && isUnsure(resolved))
    ? { registry: unknown, repository: unknown, name: unknown, tag: unknown, digest: unknown }
    : nothing;
});

/** Stands for whatever a variable holds. */
const HOLE = '\uE000';

/** What the text around its variables says. A variable can hold anything but what a separator behind it rules out. */
function writtenParts(text: string): ImageParts {
  const masked = withHoles(text);
  const at = masked.indexOf('@');
  const named = at < 0 ? masked : masked.slice(0, at);
  const digest = at >= 0 ? known(masked.slice(at + 1)) : named.endsWith(HOLE) ? unknown : undefined;
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const repository = colon < 0 ? named : named.slice(0, colon);
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  const tag = colon >= 0 ? known(named.slice(colon + 1)) : last.includes(HOLE) ? unknown : undefined;
  return { ...namesIn(repository), tag, digest };
}

function namesIn(repository: string): Pick<ImageParts, 'registry' | 'repository' | 'name'> {
  const whole = repository.includes(HOLE) ? undefined : parseReference(repository);
  if (whole)
    return 'fault' in whole ? nothing : { registry: whole.registry, repository: whole.name, name: whole.familiarName };
  const [first = ''] = repository.split('/', 1);
  // Any path below a host that is written out tells the registry.
  const host = repository.includes('/') && !first.includes(HOLE) ? parseReference(`${first}/x`) : undefined;
  return {
    registry: host && !('fault' in host) ? host.registry : unresolved,
    repository: unresolved,
    name: unresolved,
  };
}

function known(part: string): Maybe<string> {
  return part.includes(HOLE) ? unresolved : part;
}

function withHoles(text: string): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of expansions(text, '\\')) {
    masked += text.slice(at, start) + HOLE;
    at = end;
  }
  return (masked + text.slice(at)).replace(/["']/g, '');
}

/** True for the tag `latest`, and where neither tag nor digest is given. */
export function isLatest({ tag, digest, repository }: ImageParts): Maybe<boolean> {
  if (tag === 'latest') return true;
  if (repository === undefined || (tag !== undefined && !isUnsure(tag)) || (digest !== undefined && !isUnsure(digest)))
    return false;
  if (tag === undefined && digest === undefined) return true;
  return unresolved;
}

/** Tag and digest as they are written behind the name: `22-slim`, `22@sha256:…`; absent with neither. */
export function versionOf({ tag, digest }: ImageParts): Maybe<string> {
  if (isUnsure(tag) || isUnsure(digest)) return unresolved;
  if (tag === undefined && digest === undefined) return undefined;
  return `${tag ?? ''}${digest === undefined ? '' : `@${digest}`}`;
}
