import { contextOf } from '../context/context-of.ts';
import { lineOf, matcherOf } from '../context/ignore-file.ts';
import { nothingKept } from '../context/nothing-kept.ts';
import { patternTest } from '../context/pattern-test.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { IgnoreFile, PatternLine } from '../model/context.ts';
import type { Source } from '../model/files.ts';
import { matchesOf } from './on-disk.ts';
import { isPattern, splitSegments } from './path-match.ts';
import { isLocal } from './sources.ts';

interface Ignored {
  readonly ignored: Maybe<boolean>;
  readonly by?: PatternLine;
}

/**
 * Whether the ignore file hides a source from the builder, wholly: a folder of which something is kept is not ignored, and a pattern is only
 * if all that it matches is. Absent for what is not read from the context.
 */
export const ignoredOf = memo((source: Source): Ignored => {
  if (!isLocal(source)) return { ignored: undefined };
  const context = contextOf(source.instruction.dockerfile);
  if (context === undefined || isUnsure(context)) return { ignored: unknown };
  const { ignore } = context;
  if (!ignore) return { ignored: false };
  if (source.path === undefined || isUnsure(source.path)) return { ignored: unknown };
  const paths = isPattern(source.path) ? patternPaths(source, source.path) : [source.path];
  if (isUnsure(paths)) return { ignored: unknown };
  const verdicts = paths.map((path) => nothingKept(ignore, path));
  if (verdicts.includes(false)) return { ignored: false };
  if (verdicts.some(isUnsure)) return { ignored: unknown };
  return { ignored: true, by: decidingLine(ignore, paths[0]!) };
});

/** What the pattern matches less what `--exclude` leaves out; where that is nothing, the folder that it looks into. */
function patternPaths(source: Source, path: string): readonly string[] | typeof unknown {
  const matches = matchesOf(source);
  if (matches === undefined || isUnsure(matches)) return unknown;
  const excluded = source.instruction.node.flags.flatMap(({ name, value }) =>
    name === '--exclude' && value ? [patternTest(value)] : [],
  );
  const paths = matches.filter((match) => !excluded.some((excludes) => excludes(match)));
  if (paths.length > 0) return paths;
  const segments = splitSegments(path);
  const folder = segments.slice(0, segments.findIndex(isPattern)).join('/');
  return folder === '' ? unknown : [folder];
}

function decidingLine(ignore: IgnoreFile, path: string): PatternLine | undefined {
  const pattern =
    path === '.' ? ignore.tree.patterns.find((each) => !each.negated) : matcherOf(ignore.tree).match(path).decidedBy;
  return pattern && lineOf(ignore, pattern);
}
