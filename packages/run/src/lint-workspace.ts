import { entryDiagnostic, type Workspace } from '@dockwarden-internal/workspace';
import type { TracedFileSystem } from './cache/traced-file-system.ts';
import type { Group } from './files/groups.ts';
import { writeTexts } from './files/write-texts.ts';
import type { GroupOutcome } from './lint-group.ts';
import type { LintOptions } from './lint-options.ts';
import type { ChangedFile } from './lint-outcome.ts';
import { mendScene } from './mend-scene.ts';
import { openScene } from './open-scene.ts';

/** Lints the files of one root that were asked for, and mends them where that was asked for. */
export async function lintWorkspace(
  workspace: Workspace,
  group: Group,
  options: LintOptions,
  disk: TracedFileSystem,
  today: string,
): Promise<GroupOutcome> {
  const { scene, policies, isReadable, lint, diagnostics } = await openScene(workspace, group, options, disk, today);
  const before = isReadable ? lint(new Map()) : [];
  const asked = isReadable ? scene.files : [];
  const unread = asked.filter((path) => scene.textOf(path) === undefined);
  const isTrial = options.dryRun || options.stdin !== undefined;
  const write = (files: readonly ChangedFile[]) => (isTrial ? [] : writeTexts(workspace.fs, files));
  const mended =
    options.fix && isReadable ? mendScene(scene, { before, lint, write, unsafe: options.unsafe }) : undefined;
  const said = [...diagnostics(), ...(mended?.unwritten ?? [])];
  // What was not read has not passed, whatever it was read for.
  const refused = disk.refused().filter((path) => !said.some((each) => each.path === path));
  const unreadable = [...new Set([...unread, ...refused])].flatMap((path) => entryDiagnostic(path, 'unreadable') ?? []);
  return {
    findings: mended?.findings ?? before,
    before,
    diagnostics: [...said, ...unreadable],
    policies: policies.summaries(),
    files: unread.length === 0 ? asked : asked.filter((path) => !unread.includes(path)),
    changed: mended?.changed ?? [],
  };
}
