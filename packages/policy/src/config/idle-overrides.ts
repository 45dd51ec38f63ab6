import { suggestScoped } from '@dockwarden-internal/syntax';
import type { Override } from '../load/config-document.ts';
import { globTest } from '../pattern.ts';
import type { Target } from './for-target.ts';
import { overrideTest } from './override-test.ts';
import { pathTest } from './path-test.ts';

/** What overrides may be about. */
export interface OverrideSubjects {
  readonly projects: readonly NonNullable<Target['project']>[];
  /** Every file of the workspace, from the root. */
  readonly files: readonly string[];
}

export interface IdleOverride {
  /** Way to the word in the configuration. */
  readonly way: readonly (string | number)[];
  readonly message: string;
}

/**
 * The names, tags and globs of overrides that fit nothing, so that what is set for them counts nowhere. A tag under `none` may well be one
 * that no project has.
 */
export function idleOverrides(overrides: readonly Override[], { projects, files }: OverrideSubjects): IdleOverride[] {
  const names = projects.map(({ name }) => name);
  const tags = [...new Set(projects.flatMap((project) => project.tags))];
  return overrides.flatMap((override, index) => {
    const at = (...way: (string | number)[]) => ['overrides', index, ...way];
    const { has, some, hasAll } = override.projects?.tags ?? {};
    const idle = [
      ...idleWords(override.projects?.names, at('projects', 'names'), "no project's name", names),
      ...Object.entries({ has, some, hasAll }).flatMap(([operator, words]) =>
        idleWords(words, at('projects', 'tags', operator), "no project's tag", tags),
      ),
      ...(override.files ?? []).flatMap((glob, word) =>
        files.some(pathTest(glob))
          ? []
          : [{ way: at('files', word), message: `no Dockerfile or Compose file fits ${glob}` }],
      ),
    ];
    if (idle.length > 0 || !override.projects) return idle;
    const fits = overrideTest({ projects: override.projects, policies: {} });
    const isIdle = !projects.some((project) => fits({ path: '.', project }));
    return isIdle ? [{ way: at('projects'), message: 'no project fits all that this override asks of one' }] : [];
  });
}

/** Why nothing can fit. */
const NONE_KNOWN = {
  "no project's name": 'the workspace has no projects',
  "no project's tag": 'none has tags, which are those of Nx and Turborepo',
} as const;

function idleWords(
  words: string | readonly string[] | undefined,
  way: readonly (string | number)[],
  what: keyof typeof NONE_KNOWN,
  known: readonly string[],
): IdleOverride[] {
  return [words ?? []].flat().flatMap((word, index) => {
    if (known.some(globTest(word))) return [];
    const near = suggestScoped(word, known);
    const meant = near === undefined ? '' : `: did you mean ${near}?`;
    const message = `${what} fits ${word}${known.length === 0 ? `: ${NONE_KNOWN[what]}` : meant}`;
    return [{ way: typeof words === 'string' ? way : [...way, index], message }];
  });
}
