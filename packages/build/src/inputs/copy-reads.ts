import {
  flagsOf,
  flagValue,
  type Instruction,
  isLocal,
  isPattern,
  known,
  placeOf,
  type Source,
  sourcesOf,
} from '@dockwarden-internal/facts';
import { cleanPath } from '@dockwarden-internal/syntax';
import type { InputSource } from '../model/image-inputs.ts';
import type { ImageRequest } from '../model/image-request.ts';
import { namedByCopy } from './named-by.ts';
import type { Read } from './reads.ts';

/** What a COPY or ADD reads of the main context, of a stage or of something named; heredocs and what ADD fetches are none. */
export function copyReads(request: ImageRequest, instruction: Instruction): Read[] {
  const origin = namedByCopy(request, instruction);
  const excludes = excludesOf(instruction);
  const parents =
    known(flagValue(instruction, '--parents')) !== 'false' &&
    instruction.node.flags.some(({ name }) => name === '--parents');
  return sourcesOf(instruction)
    .filter((source) => !source.heredoc && (origin || isLocal(source)))
    .map((source) => {
      const read = pathOf(source);
      const pivot = parents ? pivotOf(source.text) : undefined;
      const sources = [
        {
          ...sourceOf(instruction, source, read.path),
          // They are relative to the source, and say nothing where it is not known.
          excludes: read.widened === undefined ? excludes : [],
          ...(parents && { parents }),
          ...(pivot !== undefined && { pivot }),
        },
      ];
      return {
        ...(origin && { origin }),
        use: 'copy',
        sources,
        instruction,
        place: origin ? placeOfFrom(instruction, source) : source.place,
        ...(read.widened !== undefined && { widened: read.widened }),
      };
    });
}

function placeOfFrom({ dockerfile, node }: Instruction, { place }: Source) {
  const span = node.flags.find(({ name }) => name === '--from')?.valueSpan;
  return span ? placeOf(dockerfile, span) : place;
}

/** A source whose text hangs on what is not known is all of the context. */
function pathOf(source: Source): { readonly path: string; readonly widened?: string } {
  const { path, text } = source;
  if (typeof path === 'string') return { path: cleanPath(path.replace(/^\/+/, '')) };
  return { path: '.', widened: `the source ${text} hangs on a variable whose value is not known` };
}

/** The folder that `--parents` does not repeat; undefined where a variable may hold it. Source: Dockerfile reference, COPY --parents. */
function pivotOf(text: string): string | undefined {
  if (text.includes('$')) return undefined;
  const at = text.indexOf('/./');
  return at < 0 ? '.' : cleanPath(`/${text.slice(0, at)}`).slice(1) || '.';
}

function sourceOf(instruction: Instruction, { place }: Source, path: string): Omit<InputSource, 'excludes'> {
  return { path, pattern: isPattern(path), instruction: instruction.node.keyword === 'add' ? 'ADD' : 'COPY', place };
}

/** An `--exclude` that cannot be told leaves nothing out. */
function excludesOf(instruction: Instruction): string[] {
  return flagsOf(instruction).flatMap(({ name, value }) =>
    name === '--exclude' && typeof value === 'string' && value !== '' ? [value] : [],
  );
}
