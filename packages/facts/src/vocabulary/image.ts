import { textAt } from '@dockwarden-internal/syntax';
import type { BaseFacts } from '../bases/base-facts.ts';
import { portsOfImage, programsOfImage } from '../image/contents.ts';
import { imageBase } from '../image/image-base.ts';
import { outvotedBy } from '../image/outvoted.ts';
import { isLatest, partsOf, versionOf } from '../image/parts.ts';
import { releaseOf } from '../image/release.ts';
import { usesOf } from '../image/uses.ts';
import { flag, kind, link, many, oneOf, text, texts, version } from '../kernel/kind.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';

/** A fact of the table of base images; unknown for an image that is not in it, absent for `scratch`. */
function ofBase<T>(read: (base: BaseFacts) => T | undefined): (image: Image) => Maybe<T> {
  return (image) => {
    const base = imageBase(image);
    return base === undefined || isUnsure(base) ? base : read(base);
  };
}

const none: readonly string[] = [];

function isUnknown(image: Image): boolean {
  return isUnsure(imageBase(image));
}

export const imageKind = kind('image', {
  doc: 'What a FROM, COPY --from, mount or service names, where that is an image.',
  source: 'https://docs.docker.com/reference/cli/docker/image/tag/',
  key: 'text',
  place: (image) => image.place,
  properties: {
    text: text('As written.', (image) => image.text),
    resolved: text(
      'The same with its variables resolved: `acme/app:latest` of `${TEAM}/app:${TAG}`; of a context the image that it stands for, unknown for one of a service, a target, a folder or an address.',
      (image) => image.resolved,
    ),
    kind: oneOf(
      ['image', 'stage', 'scratch', 'context'],
      'What is named; unknown where a variable decides.',
      (image) => image.kind,
    ),
    registry: text(
      '`docker.io` where none is written; unknown where a variable may hold it.',
      (image) => partsOf(image).registry,
    ),
    repository: text(
      'With its registry: `docker.io/library/node`; unknown where a variable may hold it.',
      (image) => partsOf(image).repository,
    ),
    name: text(
      'As Docker shows it: `node`, `ghcr.io/acme/app`; unknown where a variable may hold it.',
      (image) => partsOf(image).name,
    ),
    tag: text('Absent where none is written, unknown where a variable may hold one.', (image) => partsOf(image).tag),
    digest: text(
      'With its algorithm; absent where none is written, unknown where a variable may hold one.',
      (image) => partsOf(image).digest,
    ),
    latest: flag('True for the tag `latest`, and with neither tag nor digest.', (image) => isLatest(partsOf(image))),
    version: version('Tag and digest; absent with neither.', (image) => versionOf(partsOf(image))),
    release: text(
      'The version at the start of the tag, without the variant: `22.11` of `22.11-alpine`; absent for a tag that starts with no number, unknown where a variable may hold it.',
      releaseOf,
    ),
    outvotedBy: link(
      'reference',
      'Where at least half of the workspace names another version of the repository, the first place that does; of two halves the newer counts. Variants agree, and so do `22` and `22.11`. Unknown where a variable may hold the version.',
      outvotedBy,
    ),
    uses: many('reference', 'Every reference of the workspace to the same repository.', usesOf),
    knownUser: flag('True where the table of base images has its user.', (image) => !isUnsure(imageBase(image))),
    user: text(
      'The user that it sets; `root` where it sets none. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.user || 'root'),
    ),
    variant: oneOf(
      ['full', 'slim', 'alpine', 'minimal', 'distroless'],
      'How much of a distribution it holds. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.variant),
    ),
    distro: text(
      '`debian`, `alpine`, …; absent for an image without a distribution. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.distro),
    ),
    libc: oneOf(
      ['glibc', 'musl', 'none'],
      'The C library. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.libc),
    ),
    healthcheck: flag(
      'True where it brings a health check. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.healthcheck),
    ),
    literal: flag('True where no variable has a part in it.', (image) => !textAt(image.place).includes('$')),
    stateful: flag(
      'True where it keeps data that should outlive a container. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.data.length > 0),
    ),
    dataFolders: texts(
      'Folders that hold what should outlive a container. Unknown for an image that the table of base images does not have.',
      (image) => ofBase((base) => base.data)(image) ?? none,
    ),
    ports: many('port', 'Ports that it says it serves.', portsOfImage, { open: isUnknown }),
    programs: many('program', 'Programs that it is known to have.', programsOfImage, { open: isUnknown }),
    runtimes: texts(
      'Names of the interpreters, compilers and servers that it is for. Unknown for an image that the table of base images does not have.',
      (image) => ofBase((base) => base.runtimes.map(({ name }) => name))(image) ?? none,
    ),
    jdk: flag(
      'True for a Java image with a compiler; absent for an image without Java. Unknown for an image that the table of base images does not have.',
      ofBase((base) => (base.java ? base.java === 'jdk' : undefined)),
    ),
    init: flag(
      'True where its entrypoint is an init. Unknown for an image that the table of base images does not have.',
      ofBase((base) => base.init),
    ),
  },
});
