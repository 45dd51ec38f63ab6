import type { Condition } from '@dockwarden-internal/policy';
import type { Hit } from './evaluate.ts';

/** The paths of a check that could not be known where it hit, as the policy writes them; empty where they stand deeper than one can name. */
export function whatIsUnknown({ check, env }: Hit): readonly string[] {
  const asked: readonly (readonly [Condition, object])[] = [
    ...check.subjectUnless.map((condition) => [condition, env.on] as const),
    ...check.elementUnless.map((condition) => [condition, env.self] as const),
    [check.verdict.condition(), env.self],
  ];
  const paths = asked.flatMap(([{ entries }, fact]) =>
    entries.flatMap(({ path, test }) => (path && test(fact, env) === null ? [path.text] : [])),
  );
  return [...new Set(paths)];
}
