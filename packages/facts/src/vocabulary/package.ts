import { flag, kind, link, oneOf, text, version } from '../kernel/kind.ts';
import { installOf, packagePart } from '../run/installs.ts';

export const packageKind = kind('package', {
  doc: 'One package that a command installs by name.',
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  key: 'name',
  place: (found) => found.place,
  properties: {
    text: text('As written, without quotes, or as a known variable gives it.', ({ reading }) => reading.text),
    name: text(
      'Absent for what has none, as a requirements file; unresolved or unknown where a variable holds it.',
      ({ reading }) => packagePart(reading, 'name'),
    ),
    version: version(
      'As written: `1.2-3`, `^5`, `latest`. Absent where none is written; unresolved or unknown where a variable may hold it.',
      ({ reading }) => packagePart(reading, 'version'),
    ),
    exact: flag('True where the version admits but one; absent without a version.', ({ reading }) => reading.exact),
    release: text(
      'The release or repository that it is taken from: `bookworm` of `-t bookworm` or `name/bookworm`; absent where none is written, unknown where a variable may hold it.',
      ({ reading }) => packagePart(reading, 'release'),
    ),
    source: oneOf(
      ['registry', 'file', 'url', 'vcs', 'requirement', 'project'],
      'Where it comes from, by the notation.',
      ({ reading }) => reading.source,
    ),
    manager: text('The package manager: `apt`, `apk`, `npm`, `pip`, …', ({ reading }) => reading.manager),
    install: link('install', 'How it is installed.', ({ command }) => installOf(command)),
    command: link('command', 'The command that installs it.', ({ command }) => command),
  },
});
