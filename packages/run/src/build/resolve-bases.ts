import {
  type ImageInputs,
  type ImageReferences,
  onbuildOf,
  type ReferenceRequest,
  type RunProgram,
  resolveReferences,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';

export interface ResolvedBases {
  /** By name of the image. */
  readonly references: ReadonlyMap<string, ImageReferences>;
  /** ONBUILD triggers by reference; null where nobody could show the image. */
  readonly onbuild: ReadonlyMap<string, readonly string[] | null>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds out what remote references stand for. A base that the engine does not hold is asked for in its registry, whatever the mode: the
 * build would pull it from there, and a key that leaves it open would be another one after the build.
 */
export async function resolveBases(
  run: RunProgram,
  inputs: ReadonlyMap<string, ImageInputs>,
  options: { readonly platform: string; readonly signal?: AbortSignal },
): Promise<ResolvedBases> {
  const requests = [...inputs].map(
    ([
      image,
      {
        references,
        image: { request },
      },
    ]): ReferenceRequest => ({
      image,
      references,
      mode: request.bases,
      platforms: request.platforms,
    }),
  );
  const bases = [...inputs.values()].flatMap(({ references }) =>
    references.flatMap(({ use, text }) => (use === 'from' ? [text] : [])),
  );
  const [first, triggers] = await Promise.all([
    resolveReferences(run, requests, options),
    onbuildOf(run, [...new Set(bases)], options),
  ]);
  const missing = requests.flatMap(({ image, mode, ...request }): ReferenceRequest[] => {
    const references = first.images.get(image)!.unresolved.filter(({ kind }) => kind === 'resolvable');
    return mode === 'local' && references.length > 0 ? [{ ...request, image, references, mode: 'resolve' }] : [];
  });
  const unread = [...new Set(bases)].filter((base) => !triggers.has(base));
  const [second, more] = await Promise.all([
    missing.length > 0 ? resolveReferences(run, missing, options) : undefined,
    unread.length > 0 ? onbuildOf(run, unread, { ...options, registry: true }) : undefined,
  ]);
  return {
    references: new Map([...first.images].map(([image, known]) => [image, joined(known, second?.images.get(image))])),
    onbuild: new Map(bases.map((base) => [base, triggers.get(base) ?? more?.get(base) ?? null])),
    diagnostics: [...first.diagnostics, ...(second?.diagnostics ?? [])],
  };
}

/** What the engine told, and what its registry told of the rest. */
function joined(known: ImageReferences, rest: ImageReferences | undefined): ImageReferences {
  return rest ? { ...rest, resolved: [...known.resolved, ...rest.resolved] } : known;
}
