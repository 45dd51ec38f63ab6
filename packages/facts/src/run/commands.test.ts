import { textAt } from '@dockwarden-internal/syntax';
import { placeOf } from '../model/dockerfile.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf, mayRunMore } from './commands.ts';
import { downloadsBy, hasChecksum, isSecure } from './downloads.ts';
import { fedBy, folderOfCommand } from './shell-place.ts';

const run = (text: string, number = 0) => instructionOf(dockerfileOf(text), 'run', number);
const named = (text: string) => commandsOf(run(text)).map(({ reading }) => reading.name);
const FROM = 'FROM debian:12\n';

describe('the commands of a RUN', () => {
  test.each([
    ['shell form', `${FROM}RUN a && sudo b | c\n`, ['a', 'b', 'c']],
    ['assignments alone are none', `${FROM}RUN A=1; b\n`, ['b']],
    ['exec form', `${FROM}RUN ["a", "b"]\n`, ['a']],
    ['exec form of a shell', `${FROM}RUN ["sh", "-c", "a; b"]\n`, ['a', 'b']],
    ['heredoc', `${FROM}RUN <<EOF\na\nb\nEOF\n`, ['a', 'b']],
    ['heredoc for a shell', `${FROM}RUN bash -e <<EOF\na\nEOF\n`, ['a']],
    ['heredoc for something else', `${FROM}RUN python3 <<EOF\nimport os\nEOF\n`, ['python3']],
    ['another interpreter', `${FROM}RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n`, []],
    ['a shell named by the script', `${FROM}RUN <<EOF\n#!/bin/bash\na\nEOF\n`, ['a']],
    ['a trigger', `${FROM}ONBUILD RUN a\n`, ['a']],
    ['PowerShell', `${FROM}SHELL ["pwsh", "-Command"]\nRUN Get-Item x\n`, []],
    ['cmd', `# escape=\`\n${FROM}SHELL ["cmd", "/S", "/C"]\nRUN dir\n`, []],
    ['exec form under PowerShell', `${FROM}SHELL ["pwsh", "-Command"]\nRUN ["a"]\n`, ['a']],
    ['nothing', `${FROM}RUN\n`, []],
  ])('%s', (_, text, names) => {
    expect(named(text)).toEqual(names);
  });

  test('are those of RUN alone', () => {
    const dockerfile = dockerfileOf(`${FROM}COPY <<EOF /x\nrm -rf /\nEOF\nCMD rm -rf /\n`);
    expect(dockerfile.instructions.flatMap(commandsOf)).toEqual([]);
  });

  test('stand at their words in the file, continuations and all', () => {
    const instruction = run(`${FROM}RUN a \\\n  # why\n  && apt-get \\\n    install x\n`);
    const command = commandsOf(instruction)[1]!;
    expect(textAt(placeOf(instruction.dockerfile, command.shell.span))).toBe('apt-get \\\n    install x');
    expect(textAt(placeOf(instruction.dockerfile, command.reading.subcommand!.span))).toBe('install');
  });

  test.each([
    ['RUN a\n', false],
    ['RUN ["a"]\n', false],
    ['RUN echo "a\n', true],
    ['SHELL ["pwsh"]\nRUN a\n', true],
    ['SHELL ["pwsh"]\nRUN ["a"]\n', false],
    ['RUN <<EOF\n#!/usr/bin/python\nx\nEOF\n', false],
    ['RUN a; {{ b }}\n', true],
    ['RUN {% if c %} a; {% endif %}\n', true],
    ['RUN a && %%B%%\n', true],
    ['RUN { a; } && test 1 = %%B%% && echo {{ b }}\n', false],
  ])('%j may hide more: %s', (text, expected) => {
    expect(mayRunMore(run(FROM + text))).toBe(expected);
  });

  test('what feeds what', () => {
    const [yes, apt, other] = commandsOf(run(`${FROM}RUN yes | apt-get upgrade; ls\n`));
    expect(fedBy(yes!)).toEqual([apt]);
    expect(fedBy(other!)).toEqual([]);
  });

  test('the folder they run in', () => {
    const folders = (text: string) => commandsOf(run(FROM + text)).map(folderOfCommand);
    expect(folders('WORKDIR /app\nRUN a && cd web && b\n')).toEqual(['/app', '/app', '/app/web']);
    expect(folders('RUN a\n')).toEqual(['/']);
    expect(folders('ARG D\nWORKDIR $D\nRUN a\n')).toEqual([undefined]);
  });
});

describe('downloads', () => {
  const downloads = (text: string, keyword = 'run') => downloadsBy(instructionOf(dockerfileOf(FROM + text), keyword));

  test('checked in the same RUN', () => {
    const [found] = downloads(
      'RUN curl -fsSLo x.tgz https://x.org/x.tgz && echo "abc  x.tgz" | sha256sum -c && tar -xzf x.tgz -C /usr\n',
    );
    expect(found).toMatchObject({ url: 'https://x.org/x.tgz', reading: { kind: 'archive', executed: true } });
    expect(textAt(found!.place)).toBe('https://x.org/x.tgz');
    expect(found!.verifiedBy?.reading.program).toBe('sha256sum');
    expect(isSecure(found!)).toBe(true);
  });

  test('checked and run later', () => {
    const [found] = downloads(
      'RUN curl -o /tmp/x.sh http://x.org/x.sh\nRUN sha256sum -c /tmp/sums\nRUN sh /tmp/x.sh\n',
    );
    expect(found).toMatchObject({ reading: { kind: 'script', executed: true } });
    expect(found!.verifiedBy?.run.node.line).toBe(3);
    expect(isSecure(found!)).toBe(false);
  });

  test('checked by a later trigger', () => {
    const [found] = downloads('ONBUILD RUN curl -o /tmp/x http://x.org/x\nONBUILD RUN sha256sum -c /tmp/sums\n');
    expect(found!.verifiedBy?.run.node.line).toBe(3);
    expect(downloads('RUN curl -o /tmp/x http://x.org/x\nONBUILD RUN sha256sum -c /tmp/sums\n')[0]!.verifiedBy).toBe(
      undefined,
    );
  });

  test('not checked', () => {
    expect(downloads('RUN curl https://x.org/x.sh | sh\n')[0]).toMatchObject({
      reading: { executed: true },
      verifiedBy: undefined,
    });
  });

  test('ADD', () => {
    const [found] = downloads('ADD https://x.org/run.sh /opt/\nRUN sh /opt/run.sh\n', 'add');
    expect(found).toMatchObject({ url: 'https://x.org/run.sh', reading: { kind: 'script', executed: true } });
    expect(found!.verifiedBy).toBeUndefined();
    expect(hasChecksum(found!)).toBe(false);
    const [checked] = downloads('ADD --checksum=sha256:24 https://x.org/a.txt /x\nRUN ls\n', 'add');
    expect(checked).toMatchObject({ reading: { kind: 'text', executed: false } });
    expect(hasChecksum(checked!)).toBe(true);
    expect(downloads('ADD https://x.org/a.git /x\nADD b /c\n', 'add')).toEqual([]);
  });

  test('addresses with variables', () => {
    const [partly] = downloads('RUN curl -O https://x.org/$V.tgz\n');
    expect(typeof partly!.url).toBe('symbol');
    expect(isSecure(partly!)).toBe(true);
    expect(typeof isSecure(downloads('RUN curl -O $URL\n')[0]!)).toBe('symbol');
  });

  test('none', () => {
    expect(downloads('RUN ls https://x.org\n')).toEqual([]);
  });
});
