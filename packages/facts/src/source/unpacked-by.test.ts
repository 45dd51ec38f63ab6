import { textAt } from '@dockwarden-internal/syntax';
import { placeOf } from '../model/dockerfile.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { sourcesOf } from './sources.ts';
import { unpackedBy } from './unpacked-by.ts';

function unpacking(text: string): string | undefined {
  const { instructions } = dockerfileOf(text);
  const [source] = instructions.flatMap(sourcesOf);
  const command = unpackedBy(source!);
  return command && textAt(placeOf(command.run.dockerfile, command.shell.span));
}

test.each([
  ['COPY a.tar.gz /tmp/\nRUN cd /tmp && tar -xzf a.tar.gz', 'tar -xzf a.tar.gz'],
  ['COPY x/a.tar /tmp/\nRUN tar xf "/tmp/a.tar"', 'tar xf "/tmp/a.tar"'],
  ['COPY a.tgz /tmp/b.tgz\nRUN tar --extract --file=/tmp/b.tgz', 'tar --extract --file=/tmp/b.tgz'],
  ['COPY a.txz /tmp/\nUSER app\nRUN unxz /tmp/a.txz', 'unxz /tmp/a.txz'],
  ['COPY a.tar.xz C:\\tmp\\a.tar.xz\nRUN tar -xf C:\\\\tmp\\\\a.tar.xz', 'tar -xf C:\\\\tmp\\\\a.tar.xz'],
])('%j', (lines, expected) => {
  expect(unpacking(`FROM debian:12\n${lines}\n`)).toBe(expected);
});

test.each([
  ['packed again', 'COPY a.tar /tmp/\nRUN tar -cf /tmp/a.tar /etc'],
  ['another archive', 'COPY a.tar /tmp/\nRUN tar -xf /tmp/b.tar'],
  ['no archive', 'COPY a.txt /tmp/\nRUN tar -xf a.txt'],
  ['one that ADD leaves as it is', 'COPY a.gz /tmp/\nRUN gunzip /tmp/a.gz'],
  ['another stage', 'COPY a.tar /tmp/\nFROM debian:12\nRUN tar -xf /tmp/a.tar'],
  ['above', 'RUN tar -xf a.tar\nCOPY a.tar /tmp/'],
  ['from a stage', 'COPY --from=build a.tar /tmp/\nRUN tar -xf /tmp/a.tar'],
  ['by ADD', 'ADD a.tar /tmp/\nRUN tar -xf /tmp/a.tar'],
  ['text', 'COPY <<a.tar /tmp/\nx\na.tar\nRUN tar -xf /tmp/a.tar'],
  ['by another program', 'COPY a.tar /tmp/\nRUN install-archive /tmp/a.tar'],
])('not %s', (_what, lines) => {
  expect(unpacking(`FROM debian:12\n${lines}\n`)).toBeUndefined();
});
