import type { Span } from '../text/span.ts';

/**
 * The text that names an image, taken apart as Docker does: `node` is `docker.io/library/node`.
 * Source: distribution/reference ParseNormalizedNamed, which FROM, COPY --from, `docker pull` and Compose's `image` go through.
 */
export interface Reference {
  readonly text: string;
  /** `docker.io` where none is written. Empty only for a name like `a_b.c/d`, whose first part is no registry and yet is read as none. */
  readonly registry: string;
  /** Without registry, tag and digest; with `library/` for Docker's official images. */
  readonly repository: string;
  /** Registry and repository: `docker.io/library/node`. */
  readonly name: string;
  /** The short name that Docker shows: `node`, `acme/app`, `ghcr.io/acme/app`. */
  readonly familiarName: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
  /** Where each part is written, as offsets in `text`. */
  readonly spans: {
    /** Absent where the registry is not written. */
    readonly registry?: Span;
    /** The repository as written, without a `library/` that is not there. */
    readonly repository: Span;
    readonly tag?: Span;
    readonly digest?: Span;
  };
}

/** Why a text is no reference, and where in it. */
export interface ReferenceFault {
  readonly fault:
    | 'empty'
    | 'image-id'
    | 'scheme'
    | 'uppercase'
    | 'registry'
    | 'repository'
    | 'too-long'
    | 'tag'
    | 'digest';
  /** One sentence. */
  readonly message: string;
  readonly span: Span;
}

/** The whole reference as registries know it, `latest` added where it has neither tag nor digest. */
export function canonicalText(reference: Reference): string {
  const { name, tag, digest } = reference;
  return withVersion(name, digest === undefined ? (tag ?? 'latest') : tag, digest);
}

/** The whole reference as Docker shows it; nothing is added. */
export function familiarText(reference: Reference): string {
  return withVersion(reference.familiarName, reference.tag, reference.digest);
}

function withVersion(name: string, tag: string | undefined, digest: string | undefined): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
