import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, oneOf, text, texts } from '../kernel/kind.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { Install } from '../model/install.ts';
import { assumesYes, installPart } from '../run/install-parts.ts';

const placeIn = ({ command }: Install) => placeOf(command.run.dockerfile, command.shell.span);

export const installKind = kind('install', {
  doc: 'A command that installs packages, and how it does.',
  source: 'https://docs.docker.com/build/building/best-practices/#run',
  place: placeIn,
  properties: {
    text: text('The command as written.', (install) => textAt(placeIn(install))),
    scope: oneOf(
      ['project', 'packages', 'global'],
      '`project`: what the project’s manifests say; `packages`: what is named; `global`: tools for the whole image or user.',
      ({ reading }) => reading.scope,
    ),
    ecosystem: text('`npm`, `pip`, `apt`, `apk`, `rpm`, `gem`, `go`, `cargo`, …', ({ reading }) => reading.ecosystem),
    manager: text(
      'The family of programs: `apt` for apt-get too; otherwise the program.',
      ({ reading }) => reading.manager,
    ),
    lockfiles: texts(
      'Names of the lockfiles of which it reads one; empty where its manager has none.',
      ({ reading }) => reading.lockfiles,
    ),
    manifests: texts('Requirement or environment files that it names.', ({ reading }) => reading.manifests),
    frozen: flag(
      'True where it fails instead of departing from the lockfile, by an option or a setting. Absent where its manager has no such thing; unknown where a variable whose value is not known may decide.',
      (install) => installPart(install, 'frozen'),
    ),
    dev: flag(
      'False where development dependencies are left out, by an option or a setting such as NODE_ENV. Absent and unknown as `frozen`.',
      (install) => installPart(install, 'dev'),
    ),
    assumeYes: flag(
      'True where it asks no questions. Absent where its manager asks none anyway; unknown as `frozen`.',
      assumesYes,
    ),
    recommends: flag(
      'False where only what is named and needed comes along. Absent and unknown as `frozen`.',
      (install) => installPart(install, 'recommends'),
    ),
    noCache: flag(
      'True where its options or settings leave no cache behind. Absent and unknown as `frozen`.',
      (install) => installPart(install, 'noCache'),
    ),
    verified: flag('False where signatures are not checked. Absent and unknown as `frozen`.', (install) =>
      installPart(install, 'verified'),
    ),
    offline: flag(
      'True where it downloads nothing: `npm ci --offline`, `pip install --no-index`. Absent and unknown as `frozen`.',
      (install) => installPart(install, 'offline'),
    ),
    project: flag(
      'False where only what the project needs is installed, and not the project itself: `uv sync --no-install-project`, `poetry install --no-root`, `pip install -r`. Absent for packages by name too; else absent and unknown as `frozen`.',
      (install) => installPart(install, 'project'),
    ),
    dependencies: flag(
      'False where nothing is installed that the project or a package needs: `pip install --no-deps .`, `poetry install --only-root`. Absent and unknown as `frozen`.',
      (install) => installPart(install, 'dependencies'),
    ),
    virtual: text('The group of `apk add --virtual NAME`.', ({ reading }) => reading.virtual),
    builds: flag(
      'True where it compiles the project’s sources as well, so that it cannot come before them.',
      ({ reading }) => reading.builds ?? false,
    ),
    command: link('command', 'The command.', ({ command }) => command),
  },
});
