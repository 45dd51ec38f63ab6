import { COMMENT_TOOLS } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import { editConfig } from '@dockwarden-internal/scaffold';
import { openConfigured } from '../../config/open-configured.ts';
import { configName, defaultConfig } from '../../config/read-config.ts';
import { failureExit } from '../../failure-exit.ts';
import { hadolintByFolder } from '../../hadolint/find-hadolint.ts';
import { type ReadHadolint, readHadolint } from '../../hadolint/read-hadolint.ts';
import { fileChange } from '../../setup/file-changes.ts';
import { findMentions } from '../find-mentions.ts';
import { finishMigration } from '../finish-migration.ts';
import { EMPTY_PLAN, type MigrationOutcome, type MigrationRequest } from '../migration.ts';
import { leftBehind } from './left-behind.ts';
import { planSettings } from './plan-settings.ts';

export interface HadolintMigration extends MigrationRequest {
  /** Packs that the configuration is to extend; without them those that it does, and where there is none hadolint's. */
  readonly packs?: readonly string[];
  /** Removes what nothing but hadolint reads any more. */
  readonly remove: boolean;
}

/** The pack that is nearest to what hadolint says of a file. */
const PACK = 'dockwarden:peers/hadolint';

/** Takes the settings of every `.hadolint.yaml` over into `dockwarden.yaml`. */
export async function migrateHadolint(request: HadolintMigration): Promise<MigrationOutcome> {
  const { cwd } = request;
  const failed = (root: string, diagnostics: MigrationOutcome['diagnostics']): MigrationOutcome => ({
    ...EMPTY_PLAN,
    root,
    diagnostics,
    written: false,
    exit: failureExit(diagnostics),
  });
  const opened = await openConfigured({ cwd });
  if ('diagnostics' in opened) return failed(opened.root, opened.diagnostics);
  const { workspace, configured } = opened;
  const { fs, listing } = workspace;

  const files = [...hadolintByFolder(listing.files)].sort(([one], [other]) => (one < other ? -1 : 1));
  const mentions = findMentions(fs, listing.files, /\bhadolint\b/);
  if (files.length === 0) {
    const message = `there is no .hadolint.yaml in ${fs.root} or below`;
    const hint = 'one that git ignores is not read; a new configuration is: dockwarden init';
    return failed(fs.root, [{ code: 'migrate/none', message, hint, path: fs.root, exit: 2 }]);
  }
  const byFolder = new Map<string, ReadHadolint>();
  for (const [folder, path] of files) {
    const text = fs.read(path);
    if (text === undefined)
      return failed(fs.root, [{ code: 'files/unreadable', message: `${path} cannot be read`, path, exit: 3 }]);
    byFolder.set(folder, readHadolint(path, text));
  }
  const faults = [...byFolder.values()].flatMap(({ diagnostics }) => diagnostics);
  if (faults.length > 0) return failed(fs.root, faults);

  const { config, added } = withPacks(configured.path === undefined ? undefined : configured.config, request.packs);
  const planned = await planSettings({ fs, cwd, config, files: listing.files, byFolder });
  if (planned.diagnostics.length > 0) return failed(fs.root, planned.diagnostics);
  const before = configured.path === undefined ? undefined : fs.read(configName);
  const inline = heeded(config, byFolder.get('.'));
  const isIdle =
    before !== undefined && !inline && added.length + planned.policies.length + planned.overrides.length === 0;
  const text = isIdle ? before : editConfig(before, { extends: added, ...planned, ...(inline && { inline }) });
  if (text === undefined) {
    const message = `${configName} is not written in a way that settings can be put into`;
    const hint = '`policies` is a map and `overrides` a list; mend that and run again';
    return failed(fs.root, [{ code: 'migrate/config', message, hint, path: configName, exit: 2 }]);
  }
  const left = [...byFolder].flatMap(([folder, read]) => [
    ...planned.left.filter((each) => each.folder === folder).map(({ text }) => ({ path: pathOf(folder), text })),
    ...leftBehind(pathOf(folder), read, planned.aliases, folder === '.'),
  ]);
  const paths = files.map(([, path]) => path);
  return finishMigration(
    fs,
    {
      ...EMPTY_PLAN,
      changes: [fileChange(fs, { path: configName, text, edited: true }, { force: false, adopt: false })],
      removals: request.remove ? paths : [],
      left,
      mentions,
      notes: [
        inline || isDeaf(byFolder.get('.'))
          ? 'comments `# hadolint ignore=…` stay where they are, and count for nothing, as they did'
          : 'comments `# hadolint ignore=…` stay as they are: they count here, too',
        ...(request.remove
          ? []
          : [
              `${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} left for hadolint. Once nobody runs it: dockwarden migrate hadolint --remove`,
            ]),
      ],
      next: ['dockwarden lint'],
    },
    request.dryRun,
  );

  function pathOf(folder: string): string {
    return files.find(([each]) => each === folder)![1];
  }
}

function isDeaf(root: ReadHadolint | undefined): boolean {
  return (root?.data as Readonly<Record<string, unknown>> | undefined)?.['disable-ignore-pragma'] === true;
}

/** The tools whose comments are to count where the root's file silences hadolint's; undefined where nothing has to be said. */
function heeded({ waivers }: ConfigDocument, root: ReadHadolint | undefined): readonly string[] | undefined {
  const said: readonly string[] = waivers?.inline ?? COMMENT_TOOLS;
  return isDeaf(root) && said.includes('hadolint') ? said.filter((tool) => tool !== 'hadolint') : undefined;
}

/** The configuration with the packs that were asked for, and those of them that it lacks. */
function withPacks(
  there: ConfigDocument | undefined,
  asked: readonly string[] | undefined,
): { readonly config: ConfigDocument; readonly added: readonly string[] } {
  const said = there?.extends;
  const wanted = asked ?? (there ? [] : [PACK]);
  const isThere = (pack: string) => (said ?? []).some((each) => plain(each) === plain(pack));
  const added = wanted.filter((pack) => !isThere(pack)).map((pack) => (isBuiltin(pack) ? `dockwarden:${pack}` : pack));
  // A file that names no pack has the default's; a first one would take its place.
  const kept = there && said === undefined && added.length > 0 ? (defaultConfig.extends ?? []) : [];
  const first = kept.filter((pack) => !added.includes(pack));
  const all = [...first, ...added];
  return {
    config: { ...(there ?? {}), extends: [...(said ?? (all.length > 0 ? [] : defaultConfig.extends!)), ...all] },
    added: all,
  };
}

function plain(pack: string): string {
  return pack.replace(/^dockwarden:/, '');
}

/** A word that is neither a path nor a package is the name of a pack that comes with the product. */
function isBuiltin(pack: string): boolean {
  return /^(?:peers\/)?[a-z]+$/.test(pack);
}
