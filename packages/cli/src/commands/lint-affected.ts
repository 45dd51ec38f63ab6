import { pathsFrom, visibleName } from '@dockwarden-internal/report';
import type { AffectedPart } from '@dockwarden-internal/run';
import type { AffectedFiles } from '@dockwarden-internal/run/affected-lint/affected-files';
import type { ChangeReason } from '@dockwarden-internal/run/affected-lint/first-change';
import type { ComparedRefs } from '@dockwarden-internal/run/changes-since';
import { configOf, strayRef } from '../arguments/common-flags.ts';
import type { OptionValues } from '../arguments/option-entry.ts';
import type { Io } from '../io.ts';
import { sayProblems } from '../output/say-problems.ts';

/** What `--affected` compares; undefined where it was not asked. */
export function affectedRefs(values: OptionValues): ComparedRefs | { readonly fault: string } | undefined {
  if (values['affected']) {
    const { base, head } = values as { readonly base?: string; readonly head?: string };
    return { ...(base !== undefined && { base }), ...(head !== undefined && { head }) };
  }
  const fault = strayRef(values, ['base', 'head', 'explain']);
  return fault === undefined ? undefined : { fault };
}

/** What a change leaves to be linted; an exit code where that cannot be told. Why, it says on standard error where that was asked. */
export async function lintedPart(refs: ComparedRefs, values: OptionValues, io: Io): Promise<AffectedPart | number> {
  const { affectedFiles } = await import('@dockwarden-internal/run/affected-lint/affected-files');
  const found = await affectedFiles({
    cwd: io.cwd,
    refs,
    env: io.env,
    ...configOf(values),
    ...(values['pack'] !== undefined && { packs: values['pack'] as readonly string[] }),
  });
  if ('code' in found) return sayProblems({ diagnostics: [found], root: io.cwd }, io);
  if (values['explain']) await io.error(explanation(found, pathsFrom(found.root, io.cwd)));
  return { files: new Set(found.files.keys()), workspace: found.workspace !== undefined };
}

function explanation({ files, workspace }: AffectedFiles, pathOf: (path: string) => string): string {
  if (files.size === 0 && !workspace) return 'no change affects what is linted\n';
  const lines = [...files].map(([path, reason]) => `${pathOf(path)}: ${reasonText(reason, pathOf)}\n`);
  const whole = workspace ? [`policies of the whole workspace: ${reasonText(workspace, pathOf)}\n`] : [];
  return [...lines, ...whole].join('');
}

/** Globs are from the root, as they are in the tasks of Nx. */
function reasonText({ path, glob }: ChangeReason, pathOf: (path: string) => string): string {
  return `${pathOf(path)} changed${glob === path ? '' : `, one of ${visibleName(glob)}`}`;
}
