import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, oneOf, text, texts } from '../kernel/kind.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { Install } from '../model/install.ts';
import { assumesYes, installsDev } from '../run/installs.ts';

const placeIn = ({ command }: Install) => placeOf(command.run.dockerfile, command.shell.span);

export const installKind = kind('install', {
  doc: 'A command that installs packages, and how it does.',
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
      'True where it fails instead of departing from the lockfile. Absent where its manager has no such thing.',
      ({ reading }) => reading.frozen,
    ),
    dev: flag(
      'False where development dependencies are left out, by an option or by NODE_ENV. Absent where its manager has no such thing; unknown where an unknown variable decides.',
      installsDev,
    ),
    assumeYes: flag('True where it asks no questions. Absent where its manager asks none anyway.', assumesYes),
    recommends: flag('False where only what is named and needed comes along.', ({ reading }) => reading.recommends),
    noCache: flag('True where its options leave no cache behind.', ({ reading }) => reading.noCache),
    verified: flag('False where signatures are not checked.', ({ reading }) => reading.verified),
    virtual: text('The group of `apk add --virtual NAME`.', ({ reading }) => reading.virtual),
    builds: flag(
      'True where it compiles the project’s sources as well, so that it cannot come before them.',
      ({ reading }) => reading.builds ?? false,
    ),
    command: link('command', 'The command.', ({ command }) => command),
  },
});
