import { referencesIn } from '../image/references.ts';
import { flag, kind, link, oneOf, text } from '../kernel/kind.ts';
import { installTakenBy } from '../run/install-in-force.ts';
import { isArchive } from '../source/archive.ts';
import { artifactOf } from '../source/artifact.ts';
import { ignoredOf } from '../source/ignored.ts';
import { existsOnDisk, kindOnDisk } from '../source/on-disk.ts';
import { roleOf } from '../source/role.ts';
import { unpackedBy } from '../source/unpacked-by.ts';
import { isWholeContext } from '../source/whole-context.ts';

export const sourceKind = kind('source', {
  doc: 'One source of a COPY or ADD.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  key: 'path',
  place: (source) => source.place,
  properties: {
    text: text('As written.', (source) => source.text),
    path: text(
      'Clean, relative to the context (`.` is all of it); absolute for `--from`; the address of a remote source. Absent for a heredoc, unresolved where a variable has no value that is known.',
      (source) => source.path,
    ),
    role: oneOf(
      ['manifest', 'lockfile', 'source', 'config', 'artifact', 'url', 'git', 'secret', 'heredoc'],
      'What it is to a build, by its name first. What comes from a stage or an image, and what git ignores, is an artifact.',
      roleOf,
    ),
    kind: oneOf(
      ['file', 'directory'],
      'What is there on disk; absent where nothing is, or a pattern matches both. Unknown where the context is.',
      kindOnDisk,
    ),
    onDisk: flag(
      'True where it is there, or its pattern matches something. Absent for what is not read from the context and for what a build has yet to write there, unknown where the context is.',
      existsOnDisk,
    ),
    wholeContext: flag('True for `.`, `/`, `*`: all of the context.', isWholeContext),
    archive: flag(
      'True for what ADD unpacks, tar files, compressed or not: by its name, for ADD also by what the file begins with. Unknown for a compressed file of another name, and one too large to be read.',
      isArchive,
    ),
    unpackedBy: link(
      'command',
      'The command of a later RUN of the same stage that unpacks it, for a tar file that COPY takes from the context; absent where none does.',
      unpackedBy,
    ),
    artifact: oneOf(
      ['node-modules', 'python-env', 'native-binary', 'static-binary', 'jar'],
      'What `--from` takes over, by its path and by what that stage did there. Absent for anything else; unknown where it cannot be told.',
      artifactOf,
    ),
    install: link(
      'install',
      'The install of the project’s dependencies whose packages `--from` takes over from a stage, with their folder or without. Absent where it takes none, or comes from elsewhere; unknown where the path is, or where an unknown base image may have made one.',
      installTakenBy,
    ),
    ignored: flag(
      'True where the ignore file hides all of it from the builder. Absent for what is not read from the context, unknown where the context is.',
      (source) => ignoredOf(source).ignored,
    ),
    ignoredBy: link(
      'ignore-pattern',
      'The line of the ignore file that has the last word.',
      (source) => ignoredOf(source).by,
    ),
    fromStage: link(
      'stage',
      'The stage that `--from` names; unknown where a variable may name one.',
      ({ instruction }) => (instruction.node.keyword === 'copy' ? referencesIn(instruction)[0]?.target : undefined),
    ),
    instruction: link('instruction', 'The COPY or ADD.', (source) => source.instruction),
    stage: link('stage', 'The stage that it is copied into.', (source) => source.instruction.stage),
    dockerfile: link('dockerfile', 'The file that it stands in.', (source) => source.instruction.dockerfile),
  },
});
