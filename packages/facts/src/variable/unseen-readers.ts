import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { parentOf } from '../stage/parent.ts';
import { timelineOf } from '../stage/timeline.ts';

/** Programs that read no variables but those that their manuals name, which `ambientReaders` has. */
const PLAIN: ReadonlySet<string> = new Set(
  [
    '[ [[ : true false test echo printf cat ls cd pwd set unset export local readonly shift exit return read wait umask trap type command alias',
    'mkdir rmdir rm cp mv ln touch chmod chown chgrp install mktemp truncate dd stat du df find xargs sort uniq head tail tee cut tr wc',
    'grep egrep fgrep sed basename dirname realpath readlink seq sleep date uname id whoami which hostname nproc arch getent sync diff cmp',
    'tar gzip gunzip zcat bzip2 bunzip2 xz unxz zstd unzip zip 7z ar cpio curl wget aria2c git gpg openssl md5sum sha1sum sha256sum sha512sum',
    'apt-get apt apt-key apt-cache apt-mark aptitude add-apt-repository dpkg dpkg-reconfigure debconf-set-selections apk yum dnf microdnf tdnf',
    'zypper rpm pacman update-ca-certificates update-alternatives locale-gen localedef update-locale ldconfig strip patch jq',
    'useradd adduser userdel usermod groupadd addgroup groupdel groupmod passwd chpasswd chsh deluser delgroup setcap getcap',
    'a2enmod a2dismod a2ensite a2dissite',
  ]
    .join(' ')
    .split(' '),
);

/**
 * True where something may read a variable from its environment that does not name it: for an ARG a RUN below it, in its stage or one built on
 * that, which starts a script, a build, a program of the project; for any other variable always.
 */
export function mayBeReadUnseen({ declaredBy, instruction }: Variable): boolean {
  if (declaredBy !== 'arg') return true;
  const { stage, dockerfile } = instruction;
  const readers = stage && lastReaders(dockerfile).get(stage);
  return (
    readers !== undefined && (readers.inherited || readers.position > timelineOf(stage!).positions.get(instruction)!)
  );
}

interface Readers {
  /** Of the last one in the stage itself, in its timeline; -1 without one. */
  readonly position: number;
  /** True where a stage that builds on it has one. */
  inherited: boolean;
}

const lastReaders = memo(({ stages }: Dockerfile): ReadonlyMap<Stage, Readers> => {
  const readers = new Map<Stage, Readers>(
    stages.map((stage) => [
      stage,
      { position: timelineOf(stage).instructions.findLastIndex(mayRead), inherited: false },
    ]),
  );
  for (const stage of [...stages].reverse()) {
    const own = readers.get(stage)!;
    const parent = parentOf(stage);
    const above = typeof parent === 'object' ? readers.get(parent) : undefined;
    if (above && (own.inherited || own.position >= 0)) above.inherited = true;
  }
  return readers;
});

function mayRead(run: Instruction): boolean {
  if (run.node.keyword !== 'run') return false;
  return mayRunMore(run) || commandsOf(run).some(({ reading: { name } }) => name === undefined || !PLAIN.has(name));
}
