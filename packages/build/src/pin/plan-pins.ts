import type { World } from '@dockwarden-internal/facts';
import { applyEdits, type Diagnostic, positionAt, type Reference, type SourceText } from '@dockwarden-internal/syntax';
import { eachBounded } from '../docker/bounded.ts';
import { REGISTRY_PARALLEL } from '../docker/limits.ts';
import { findPins, type Pinnable } from './pinnable.ts';

export interface PinInput {
  readonly world: World;
  /** Repositories that the workspace builds itself. */
  readonly own: ReadonlySet<string>;
  /** The digest that a name with its tag points to now, the index's where it has several platforms, or why that cannot be told. */
  readonly digestOf: (name: string) => Promise<{ readonly digest: string } | { readonly why: string }>;
}

/** One reference whose digest is another, or that had none. */
export interface PinChange {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly name: string;
  readonly before?: string;
  readonly after: string;
}

export interface PinPlan {
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  readonly changes: readonly PinChange[];
  /** References that are left, with why. */
  readonly notes: readonly string[];
  /** References that could not be looked up. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the digest of today behind every tag, in FROM, COPY --from, mounts, ARG defaults and Compose files. */
export async function planPins({ world, own, digestOf }: PinInput): Promise<PinPlan> {
  const { pinnable, unpinnable } = findPins(world, own);
  // A digest without a tag says which image is meant, and that nothing newer is.
  const tagged = pinnable.filter(({ parsed }) => parsed.tag !== undefined || parsed.digest === undefined);
  const names = [...new Set(tagged.map(({ parsed }) => tagName(parsed)))];
  const answers = await eachBounded(names, REGISTRY_PARALLEL, async (name) => [name, await digestOf(name)] as const);
  const found = new Map(answers);
  const changes: PinChange[] = [];
  const diagnostics: Diagnostic[] = [];
  const bySource = new Map<SourceText, Pinnable[]>();
  for (const pin of tagged) {
    const answer = found.get(tagName(pin.parsed))!;
    if ('why' in answer) {
      const message = `${tagName(pin.parsed)} cannot be looked up: ${answer.why}`;
      diagnostics.push({
        code: 'pin/unknown',
        message,
        hint: 'run again when it can be reached',
        place: pin.place,
        exit: 3,
      });
    } else if (answer.digest !== pin.parsed.digest) {
      changes.push(changeOf(pin, answer.digest));
      bySource.set(pin.place.source, [...(bySource.get(pin.place.source) ?? []), pin]);
    }
  }
  const files = [...bySource].map(([source, pins]) => ({
    path: source.path,
    before: source.text,
    after: applyEdits(
      source.text,
      pins.map((pin) => editOf(pin, found)),
    ),
  }));
  const notes = unpinnable.map(
    ({ text, place, why }) => `${where(place.source, place.span.start)}: ${text} is left: ${why}`,
  );
  return { files, changes, notes, diagnostics };
}

function editOf({ parsed, place }: Pinnable, found: ReadonlyMap<string, { digest: string } | { why: string }>) {
  const answer = found.get(tagName(parsed)) as { readonly digest: string };
  return { span: place.span, text: `${tagName(parsed)}@${answer.digest}` };
}

function changeOf({ parsed, place }: Pinnable, after: string): PinChange {
  return {
    path: place.source.path,
    line: positionAt(place.source, place.span.start).line,
    name: tagName(parsed),
    ...(parsed.digest !== undefined && { before: parsed.digest }),
    after,
  };
}

/** As written, without the digest; `latest` is added, so that the next run knows what to look up. */
function tagName({ text, tag, digest }: Reference): string {
  const name = digest === undefined ? text : text.slice(0, text.length - digest.length - 1);
  return tag === undefined ? `${name}:latest` : name;
}

function where(source: SourceText, offset: number): string {
  return `${source.path}:${positionAt(source, offset).line}`;
}
