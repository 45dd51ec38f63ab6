import type { Span } from '../text/span.ts';
import { DIGEST, DIGEST_LENGTHS, IMAGE_ID, REGISTRY, REPOSITORY, REPOSITORY_LENGTH, TAG } from './grammar.ts';
import type { Reference, ReferenceFault } from './reference.ts';

const DOCKER_HUB = 'docker.io';
const OFFICIAL = 'library/';

/** Reads a reference whose variables are already expanded. Offsets in the result count from the text's start. */
export function parseReference(text: string): Reference | ReferenceFault {
  const whole = { start: 0, end: text.length };
  if (text === '') return fault('empty', 'A reference needs the name of an image.', whole);
  if (IMAGE_ID.test(text))
    return fault('image-id', 'This is the id of an image, not a name: a registry cannot look it up.', whole);
  const scheme = /^[a-zA-Z]+:\/\//.exec(text);
  if (scheme)
    return fault('scheme', `A reference has no scheme: drop "${scheme[0]}".`, { start: 0, end: scheme[0].length });

  const { registry, repositoryStart, registrySpan } = splitRegistry(text);
  const at = text.indexOf('@', repositoryStart);
  const nameEnd = at < 0 ? text.length : at;
  const colon = text.slice(0, nameEnd).indexOf(':', repositoryStart);
  const repositoryEnd = colon < 0 ? nameEnd : colon;
  const written = text.slice(repositoryStart, repositoryEnd);
  const spans = {
    registry: registrySpan,
    repository: { start: repositoryStart, end: repositoryEnd },
    tag: colon < 0 ? undefined : { start: colon + 1, end: nameEnd },
    digest: at < 0 ? undefined : { start: at + 1, end: text.length },
  };
  const repository = registry === DOCKER_HUB && !written.includes('/') ? OFFICIAL + written : written;
  const tag = spans.tag && text.slice(spans.tag.start, spans.tag.end);
  const digest = spans.digest && text.slice(spans.digest.start, spans.digest.end);
  const name = readName(registry, repository, written, spans);
  if ('fault' in name) return name;
  if (spans.tag && !TAG.test(tag!)) return badTag(tag!, spans.tag);
  if (spans.digest) {
    const message = digestFault(digest!);
    if (message) return fault('digest', message, spans.digest);
  }
  return { text, ...name, name: fullName(name), familiarName: familiarName(name), tag, digest, spans };
}

interface Name {
  readonly registry: string;
  readonly repository: string;
}

/** The first part is a registry if it looks like a host: `localhost`, or with a dot, a colon or a capital letter. */
function splitRegistry(text: string): { registry: string; repositoryStart: number; registrySpan?: Span } {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const isHost = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
  if (!isHost) return { registry: DOCKER_HUB, repositoryStart: 0 };
  const registry = first === 'index.docker.io' ? DOCKER_HUB : first;
  return { registry, repositoryStart: slash + 1, registrySpan: { start: 0, end: slash } };
}

function readName(
  registry: string,
  repository: string,
  written: string,
  spans: Reference['spans'],
): Name | ReferenceFault {
  if (written === '') return fault('repository', 'The name of the image is missing.', spans.repository);
  if (written.toLowerCase() !== written) {
    return fault('uppercase', `Names of images are in lower case: "${written.toLowerCase()}".`, spans.repository);
  }
  const isRegistry = REGISTRY.test(registry);
  if (!isRegistry && !REPOSITORY.test(registry)) {
    return fault('registry', `"${registry}" is no host of a registry.`, spans.registry ?? spans.repository);
  }
  if (!REPOSITORY.test(repository)) {
    const message = `"${written}" is no name of an image: letters and digits, with single ".", "_", "__" or dashes between them.`;
    return fault('repository', message, spans.repository);
  }
  const name = isRegistry ? { registry, repository } : { registry: '', repository: `${registry}/${repository}` };
  if (name.repository.length <= REPOSITORY_LENGTH) return name;
  return fault('too-long', `A name has ${REPOSITORY_LENGTH} characters at most.`, spans.repository);
}

function fullName({ registry, repository }: Name): string {
  return registry === '' ? repository : `${registry}/${repository}`;
}

function familiarName(name: Name): string {
  if (name.registry !== DOCKER_HUB) return fullName(name);
  const { repository } = name;
  const short = repository.startsWith(OFFICIAL) ? repository.slice(OFFICIAL.length) : repository;
  return short.includes('/') ? repository : short;
}

function badTag(tag: string, span: Span): ReferenceFault {
  if (tag === '') return fault('tag', 'A tag is missing behind ":".', span);
  return fault(
    'tag',
    `"${tag}" is no tag: up to 128 letters, digits, "_", "." and "-", not beginning with "." or "-".`,
    span,
  );
}

function digestFault(digest: string): string | undefined {
  if (!DIGEST.test(digest)) return 'A digest is its algorithm, ":" and hexadecimal digits: "sha256:" and 64 of them.';
  const colon = digest.indexOf(':');
  const algorithm = digest.slice(0, colon);
  const encoded = digest.slice(colon + 1);
  const length = Object.hasOwn(DIGEST_LENGTHS, algorithm) ? DIGEST_LENGTHS[algorithm] : undefined;
  if (length === undefined)
    return `"${algorithm}" is no algorithm for digests that Docker knows: sha256, sha384, sha512.`;
  if (encoded.length !== length) return `A ${algorithm} digest has ${length} digits; this one has ${encoded.length}.`;
  return encoded.toLowerCase() === encoded ? undefined : 'The digits of a digest are in lower case.';
}

function fault(name: ReferenceFault['fault'], message: string, span: Span): ReferenceFault {
  return { fault: name, message, span };
}
