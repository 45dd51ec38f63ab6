import type { Diagnostic } from '@dockwarden-internal/syntax';
import { DIRTY_LABEL } from '../docker/label-names.ts';
import type { Repository } from '../git/repository.ts';
import type { Revision } from '../git/revision.ts';
import type { Change } from '../git/work-tree.ts';
import type { ImageInputs } from '../model/image-inputs.ts';
import type { Stamp } from '../model/image-plan.ts';
import { dateTime } from './date-time.ts';
import { OCI_KEYS, OCI_PREFIX, OCI_REVISION, type OciKey, OWN_PREFIX } from './oci-keys.ts';
import { passedArgs } from './passed-args.ts';

/** What the manifest of the image's project says (package.json, pyproject.toml). */
export interface ProjectManifest {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  readonly license?: string;
  readonly author?: string;
  readonly homepage?: string;
}

export interface StampRequest {
  readonly inputs: ImageInputs;
  /** Or why there is none. */
  readonly repository: Repository | Diagnostic;
  /** Absent where there is no repository. */
  readonly revision?: Revision;
  /** Inputs that differ from HEAD. */
  readonly dirty: readonly Change[];
  readonly now: Date;
  /** The target stage's base image: its reference, and its digest where one is known. */
  readonly base?: { readonly name: string; readonly digest?: string };
  readonly manifest?: ProjectManifest;
  /** True where the image goes to a registry: its revision then has to be known. */
  readonly pushing: boolean;
}

/**
 * The labels, annotations and arguments of an image. All keys of the OCI specification and of ours are there, with an empty value where
 * there is none; those of the request win. A diagnostic where the image is to be pushed and no commit can be named for it.
 */
export function stampOf(request: StampRequest): Stamp | Diagnostic {
  const { inputs, dirty, now } = request;
  const { image } = inputs;
  const made = originOf(request);
  if ('code' in made) return made;
  const isBuildTime = image.request.created === 'build' || made.time === undefined;
  const second = Math.floor(now.getTime() / 1000);
  const notes = [...made.notes];
  if (made.time !== undefined && made.time > second)
    notes.push(`The commit's date lies ahead of now and is taken for now.`);
  const epoch = isBuildTime ? second : Math.min(made.time!, second);
  const revision = made.commit === undefined ? undefined : `${made.commit}${dirty.length > 0 ? '-dirty' : ''}`;
  const known = knownValues(request, revision, dateTime(epoch));
  const annotations = new Map(named(known).filter(([, value]) => value !== ''));
  for (const [key, value] of image.request.annotations) annotations.set(key, value);
  return {
    ...(made.isKnown && { revision: made.commit }),
    ...(!isBuildTime && { created: dateTime(epoch) }),
    epoch,
    dirty: dirty.length > 0,
    labels: new Map([...named(known), ...ownLabels(request, made), ...image.request.labels]),
    annotations,
    args: passedArgs(inputs, { revision, created: known.created, version: known.version }),
    notes,
  };
}

interface Origin {
  readonly commit?: string;
  /** Committer date, seconds since 1970. */
  readonly time?: number;
  /** False where HEAD stands in for a revision that the history does not tell. */
  readonly isKnown: boolean;
  readonly notes: readonly string[];
}

function originOf({ inputs, repository, revision, pushing }: StampRequest): Origin | Diagnostic {
  const { request } = inputs.image;
  const isGiven = request.labels.has(OCI_REVISION);
  if ('code' in repository) {
    if (pushing && !isGiven) return forPush(repository);
    return { isKnown: false, notes: [`No commit is named: ${repository.message}`] };
  }
  const { head, headTime } = repository;
  if (request.revision === 'head') return { commit: head, time: headTime, isKnown: true, notes: [] };
  if (revision && 'commit' in revision) return { ...revision, isKnown: true, notes: [] };
  const reason = revision?.unknown;
  if (pushing && !isGiven && reason) return forPush(reason);
  return {
    commit: head,
    time: headTime,
    isKnown: false,
    notes: [`HEAD is named instead. ${reason?.message ?? ''}`.trim()],
  };
}

function forPush(reason: Diagnostic): Diagnostic {
  return {
    ...reason,
    code: 'revision/unknown',
    message: `An image is pushed with the commit that it was made from, and that is not known. ${reason.message}`,
    exit: reason.exit,
  };
}

function knownValues(
  { inputs, repository, base, manifest = {} }: StampRequest,
  revision: string | undefined,
  created: string,
): Partial<Record<OciKey, string>> {
  const { image } = inputs;
  const source = 'code' in repository ? undefined : repository.source;
  return {
    created,
    revision,
    source,
    authors: manifest.author,
    url: manifest.homepage ?? source,
    version: image.request.version ?? manifest.version,
    licenses: spdx(manifest.license),
    title: (image.name === image.project ? manifest.name : undefined) ?? image.name,
    description: manifest.description,
    'base.name': base?.name,
    'base.digest': base?.digest,
  };
}

/** npm also takes words that are no SPDX expression: `UNLICENSED`, `SEE LICENSE IN …`. */
function spdx(license: string | undefined): string | undefined {
  return license === undefined || /^(?:UNLICENSED$|SEE LICENSE)/i.test(license) ? undefined : license;
}

function named(values: Partial<Record<OciKey, string>>): [string, string][] {
  return OCI_KEYS.map((key) => [`${OCI_PREFIX}${key}`, oneLine(values[key] ?? '')]);
}

/** A label is one line; manifests are text of anybody. */
function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a line must not have
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}

/** Written whatever they say, since those of a base that we built would be inherited. The key's own is added once the key is known. */
function ownLabels({ inputs, dirty }: StampRequest, { isKnown, commit }: Origin): [string, string][] {
  const { image } = inputs;
  const whose = commit === undefined ? 'none' : isKnown ? image.request.revision : 'unknown';
  return [
    [`${OWN_PREFIX}image`, image.name],
    [`${OWN_PREFIX}project`, image.project ?? ''],
    [DIRTY_LABEL, String(dirty.length > 0)],
    [`${OWN_PREFIX}revision`, whose],
  ];
}
