import type { ConfiguredInputs } from '@dockwarden-internal/run/lint-inputs/configured-inputs';
import type { Survey } from '@dockwarden-internal/run/lint-inputs/survey';

/** The survey for a project that asks for other configurations or packs: what any of them reads counts. */
export function configuredOtherwise(survey: Survey, others: readonly ConfiguredInputs[]): Survey {
  if (others.length === 0) return survey;
  const all = [survey.configured, ...others];
  const contexts: Record<string, readonly string[]> = {};
  for (const one of all)
    for (const [dockerfile, folders] of Object.entries(one.contexts))
      contexts[dockerfile] = [...new Set([...(contexts[dockerfile] ?? []), ...folders])];
  const together = (of: (one: ConfiguredInputs) => readonly string[]) => [...new Set(all.flatMap(of))].sort();
  return {
    ...survey,
    configured: {
      files: together(({ files }) => files),
      globs: together(({ globs }) => globs),
      contexts,
      waiverEnds: together(({ waiverEnds }) => waiverEnds),
    },
  };
}
