import { unresolved } from '../kernel/unsure.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { placeText, readFact } from '../testing/read-fact.ts';
import { instructionKind } from './instruction.ts';

const instruction = (line: string) => {
  const { instructions } = dockerfileOf(`FROM debian:12 AS base\nARG D=/data\nARG E\n${line}\n`);
  return instructions[3] ?? instructions[0]!;
};
const read = (line: string | Instruction, property: string) =>
  readFact(instructionKind, typeof line === 'string' ? instruction(line) : line, property);
const at = (line: string, property: string) => placeText(instructionKind, instruction(line), property);

test.each([
  ['run ls', 'keyword', 'run', 'run'],
  ['Run ls', 'keywordText', 'Run', 'Run'],
  ['Run ls', 'casing', 'mixed', 'Run'],
  ['CMD ["a"]', 'form', 'exec', '["a"]'],
  ['USER 1:1', 'value', '1:1', '1:1'],
  ['WORKDIR $D/x', 'value', '/data/x', '$D/x'],
  ['STOPSIGNAL $E', 'value', unresolved, '$E'],
  ['MAINTAINER "A $D"', 'value', 'A $D', '"A $D"'],
  ['MAINTAINER $D "B"', 'value', '$D "B"', '$D "B"'],
  ['SHELL ["bash", "-c"]', 'value', 'bash', '["bash", "-c"]'],
  ['COPY a b $D/', 'target', '/data/', '$D/'],
  ['COPY a b $E/', 'target', unresolved, '$E/'],
  ['COPY a b $E/', 'targetText', '$E/', undefined],
  ['COPY --chown=1:$E a b', 'chown', unresolved, '1:$E'],
  ['COPY --chmod=755 a b', 'chmod', '755', '755'],
  ['RUN --network=host ls', 'network', 'host', 'host'],
  ['RUN --security=insecure ls', 'security', 'insecure', 'insecure'],
  ['ENV a b c', 'keyValueText', 'a="b c"', 'a b c'],
  ["CMD ['a']", 'brokenJson', true, "['a']"],
  ["CMD ['a']", 'repairedJson', '["a"]', "['a']"],
  ['CMD [a]', 'repairedJson', undefined, undefined],
  ['RUN a | b', 'pipefailShell', '["/bin/bash", "-o", "pipefail", "-c"]', undefined],
])('%s: %s', (line, property, value, place) => {
  expect(read(line, property)).toBe(value);
  expect(at(line, property)).toBe(place);
});

test.each([
  'chown',
  'chmod',
  'network',
  'security',
  'platform',
  'target',
  'value',
  'form',
  'asText',
  'overriddenBy',
  'fromStage',
  'fromReference',
  'image',
  'lastCommand',
  'probe',
  'onbuild',
  'keyValueText',
  'repairedJson',
  'workdirSetBy',
])('LABEL has no %s', (property) => {
  expect(read('LABEL a=b', property)).toBeUndefined();
  expect(at('LABEL a=b', property)).toBeUndefined();
});

test.each([
  'sources',
  'mounts',
  'commands',
  'downloads',
  'ports',
  'flags',
  'variables',
  'references',
  'faults',
  'expansions',
  'shellExpansions',
  'credentials',
  'emptyLines',
])('LABEL has an empty %s', (property) => {
  expect(read('LABEL a=b', property)).toEqual([]);
});

test('counts and switches', () => {
  expect(read('RUN <<A cat <<B\nA\nB', 'heredocs')).toBe(2);
  expect(read('RUN a \\\n\n  && b', 'emptyContinuations')).toBe(1);
  expect(read('RUN a \\\n\n  && b', 'emptyLines')).toHaveLength(1);
  expect(read('RUN a $D; b=1; c $b', 'shellExpansions')).toMatchObject([{ name: 'D' }]);
  expect(read('CMD ["a"]', 'brokenJson')).toBe(false);
  expect(read('ENV a b', 'legacy')).toBe(true);
  expect(read('ENV a=b', 'legacy')).toBe(false);
  expect(read('RUN a', 'trigger')).toBe(false);
});

test('FROM', () => {
  const from = dockerfileOf('FROM --platform=$BUILDPLATFORM node:22 as build\n').instructions[0]!;
  expect(read(from, 'asText')).toBe('as');
  expect(placeText(instructionKind, from, 'asText')).toBe('as');
  expect(read(from, 'platform')).toBe(unresolved);
  expect(read(from, 'image')).toMatchObject({ text: 'node:22' });
  expect(read(from, 'sources')).toEqual([]);
});

test('--from', () => {
  const { instructions } = dockerfileOf(
    'FROM a AS b\nFROM c\nCOPY --from=b x y\nCOPY --from=$X x y\nCOPY --from=acme/z:1 x y\n',
  );
  const [stage, unsure, image] = instructions.slice(2).map((each) => read(each, 'fromStage'));
  expect(stage).toMatchObject({ index: 0 });
  expect(typeof unsure).toBe('symbol');
  expect(image).toBeUndefined();
  expect(read(instructions[4]!, 'fromReference')).toMatchObject({ text: 'acme/z:1', kind: 'image' });
});

test('triggers', () => {
  const { instructions } = dockerfileOf('FROM a\nONBUILD RUN b\n');
  const trigger = instructions[2]!;
  expect(read(trigger, 'trigger')).toBe(true);
  expect(read(trigger, 'onbuild')).toBe(instructions[1]);
  expect(read(trigger, 'text')).toBe('RUN b');
});

test('a RUN of which not all is seen has open commands', () => {
  const open = (line: string) => instructionKind.properties['commands']!.open!(instruction(line));
  expect(open('RUN echo "x')).toBe(true);
  expect(open('RUN echo x')).toBe(false);
});

test('the state that it finds', () => {
  const { instructions } = dockerfileOf('FROM debian:12\nWORKDIR /app\nUSER 1000\nRUN a\n');
  const run = instructions[3]!;
  expect(read(run, 'workdir')).toBe('/app');
  expect(read(run, 'user')).toMatchObject({ spec: '1000' });
  expect(read(run, 'shell')).toMatchObject({ family: 'posix' });
  const before = dockerfileOf('ARG A\nFROM a\n').instructions[0]!;
  expect(['user', 'shell', 'stage', 'workdir'].map((property) => read(before, property))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
