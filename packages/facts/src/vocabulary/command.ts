import { textAt } from '@dockwarden-internal/syntax';
import { fileModeOf, letsOthersWrite, setsId } from '../commands/file-mode.ts';
import { readPackageAction } from '../commands/package-action.ts';
import { count, flag, kind, link, many, oneOf, text, texts } from '../kernel/kind.ts';
import { isUnsure, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { placeOf } from '../model/dockerfile.ts';
import { argsOf, environmentOf, flagsOf, shellOf, wordsOf } from '../run/command-parts.ts';
import { mayRunMore } from '../run/commands.ts';
import { downloadsIn } from '../run/downloads.ts';
import { isForFolders } from '../run/folder-mode.ts';
import { followedBy, followerStretches } from '../run/followed-by.ts';
import { installInForce } from '../run/install-in-force.ts';
import { installOf, packagesIn } from '../run/installs.ts';
import { layerStretches, layersBefore } from '../run/layers.ts';
import { mayHaveMoreOptions } from '../run/options-in-variables.ts';
import { removesMore, removesOf } from '../run/removes.ts';
import { runEnd } from '../run/run-end.ts';
import { dialectOf, implementationOf } from '../run/user-tools.ts';
import { expansionsIn, writesTo } from '../run/writes.ts';

const placeIn = ({ run, shell }: Command) => placeOf(run.dockerfile, shell.span);
const nameAt = ({ run, reading }: Command) => placeOf(run.dockerfile, reading.nameSpan);
const mayHideMore = ({ run }: Command) => mayRunMore(run);

function modeIn({ reading }: Command): Maybe<string> {
  const mode = fileModeOf(reading);
  return mode && (mode.text ?? unresolved);
}

function modeAt({ run, reading }: Command) {
  const mode = fileModeOf(reading);
  return mode && placeOf(run.dockerfile, mode.span);
}

export const commandKind = kind('command', {
  doc: 'One simple command of a RUN (ONBUILD RUN included), wrappers such as sudo peeled off.',
  source: 'https://docs.docker.com/reference/dockerfile/#run',
  key: 'name',
  place: placeIn,
  properties: {
    text: text('The command as written, without wrappers.', (command) => textAt(placeIn(command))),
    name: text(
      'Name of the program as written, without its folder; unresolved where a variable decides it.',
      ({ reading }) => reading.name ?? unresolved,
      { at: nameAt },
    ),
    program: text(
      'The name that facts use for the program: `pip` for `pip3.11`.',
      ({ reading }) => reading.program ?? unresolved,
      { at: nameAt },
    ),
    subcommand: text(
      'What the program is told to do, for those told so by a word or two: `install`, `mod download`. Absent for others.',
      ({ reading }) => reading.subcommand?.text,
      {
        at: ({ run, reading }) => reading.subcommand && placeOf(run.dockerfile, reading.subcommand.span),
      },
    ),
    flags: many(
      'flag',
      'Options, each by its own name: `-yq` gives `-y` and `-q`; those in the known value of a variable count too.',
      flagsOf,
      { open: mayHaveMoreOptions },
    ),
    args: many('word', 'Operands: neither options nor their values nor the subcommand.', argsOf),
    words: many('word', 'All words, the program’s name first.', wordsOf),
    environment: many('variable', 'Variables set for this command alone: `A=1 command`.', environmentOf),
    redirects: count('How many redirections it has.', ({ shell }) => shell.redirects.length),
    via: texts(
      'Wrappers peeled off, outermost first: `sudo`, `env`, `exec`, `time`, `sh -c`.',
      ({ shell }) => shell.via,
    ),
    launches: text(
      'The program that it starts on behalf of another: `turbo` of `npx turbo prune`.',
      ({ reading }) => reading.launched?.program,
    ),
    run: link('instruction', 'The RUN that it stands in.', ({ run }) => run),
    stage: link('stage', 'The stage of that RUN.', ({ run }) => run.stage),
    dockerfile: link('dockerfile', 'The file that it stands in.', ({ run }) => run.dockerfile),
    first: flag('True for the first command of its RUN.', ({ index }) => index === 0),
    before: many(
      'command',
      'Commands above it in the same RUN, in textual order.',
      ({ siblings, index }) => siblings.slice(0, index),
      { open: mayHideMore, stretches: ({ siblings, index }) => [{ list: siblings, from: 0, to: index }] },
    ),
    after: many(
      'command',
      'Commands below it in the same RUN, in textual order; those that may not run count too.',
      ({ siblings, index }) => siblings.slice(index + 1),
      {
        open: mayHideMore,
        stretches: ({ siblings, index }) => [{ list: siblings, from: index + 1, to: siblings.length }],
      },
    ),
    followedBy: many(
      'command',
      'Commands below it in the same RUN that run wherever it has run and the RUN succeeds, but for what a failure before `||` skips: in its own list or one around, not in a branch of their own, not behind `exit` or `exec`.',
      followedBy,
      { open: mayHideMore, stretches: followerStretches },
    ),
    runEnd: text(
      'The last statement of its RUN, where ` && x` behind it runs wherever the command has and the RUN succeeds, and as its user. Absent where the shell may end before, where `set -e` would no longer count, in a script of its own and in exec form.',
      (command) => runEnd(command) && textAt(runEnd(command)!),
      { at: runEnd },
    ),
    layersBefore: many(
      'instruction',
      'RUN, COPY and ADD that are part of its cache key: of its stage above it, then of the stages that one builds on.',
      ({ run }) => layersBefore(run),
      { stretches: ({ run }) => layerStretches(run) },
    ),
    shell: link('shell', 'The shell that runs it, with what `set -o pipefail` has changed before.', shellOf),
    piped: flag('True where its output goes into another command.', ({ shell }) => shell.piped),
    conditional: flag(
      'True where it may not run and the whole succeed all the same: under `if`, `||`, a loop, in a function.',
      ({ shell }) => shell.conditional,
    ),
    substituted: flag('True inside `$(…)`, backticks or a process substitution.', ({ shell }) => shell.substituted),
    install: link('install', 'What it installs by; absent where it installs nothing.', installOf),
    packages: many('package', 'Packages that it installs by name.', packagesIn),
    writes: text(
      'The file that its output goes to, by a redirection or through tee, from the root of the image where that can be told; absent where it goes to none, or to a device.',
      writesTo,
    ),
    expansions: many('expansion', 'Variables that it takes from its environment by name.', expansionsIn),
    downloads: many('download', 'What it fetches.', downloadsIn),
    actions: texts(
      'What it does with a package manager: install, remove, index, upgrade, clean.',
      ({ reading }) => readPackageAction(reading)?.actions,
    ),
    installInForce: link(
      'install',
      'The install of the project’s dependencies that it finds: the last of its ecosystem before it, in its RUN, stage or those it builds on or copies from. Unknown for a program of no ecosystem.',
      installInForce,
    ),
    removes: texts('Paths that it removes, from the root of the image; `/a/*` counts as `/a`.', removesOf, {
      open: removesMore,
    }),
    mode: text('Permissions that chmod, `mkdir -m` or `install -m` gives; absent elsewhere.', modeIn, { at: modeAt }),
    worldWritable: flag(
      'True where those permissions let everybody write, but for a folder with the sticky bit; absent without them.',
      (command) => {
        const mode = modeIn(command);
        return mode === undefined || isUnsure(mode) ? mode : letsOthersWrite(mode);
      },
      { at: modeAt },
    ),
    setsId: flag(
      'True where those permissions have the setuid or setgid bit, but for folders alone, whose new files inherit the group; absent without them.',
      (command) => {
        const mode = modeIn(command);
        return mode === undefined || isUnsure(mode) ? mode : setsId(mode) && !isForFolders(command);
      },
      { at: modeAt },
    ),
    implementation: oneOf(
      ['busybox', 'debian', 'shadow', 'none'],
      'Whose program adduser, useradd and the like are in this image, `none` where there is none. Absent for other programs, unknown on an unknown base and where COPY may have brought it.',
      implementationOf,
    ),
    dialect: oneOf(
      ['busybox', 'debian', 'shadow'],
      'Whose options adduser, useradd and the like are given; absent where they fit several, and for other programs.',
      dialectOf,
    ),
  },
});
