import { known, unknown, unresolved } from '../kernel/unsure.ts';
import { labelsIn } from '../label/labels.ts';
import { portsOf } from '../runtime/exposed-ports.ts';
import { probeIn } from '../runtime/probe-of.ts';
import { runtimesOf } from '../runtime/runtimes.ts';
import { shellOf } from '../runtime/shell-in-force.ts';
import { userOf } from '../runtime/user.ts';
import { copiedOf } from '../stage/copied.ts';
import { processOf } from '../stage/process.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { placeText, readFact } from '../testing/read-fact.ts';
import { copiedKind } from './copied.ts';
import { labelKind } from './label.ts';
import { portKind } from './port.ts';
import { probeKind } from './probe.ts';
import { processKind } from './process.ts';
import { runtimeKind } from './runtime.ts';
import { shellKind } from './shell.ts';
import { userKind } from './user.ts';

const stage = (text: string) => dockerfileOf(text).stages.at(-1)!;

test('a user by its parts', () => {
  const parts = (text: string) =>
    ['spec', 'name', 'group', 'root', 'numeric', 'origin'].map((property) =>
      readFact(userKind, known(userOf(stage(text)))!, property),
    );
  expect(parts('FROM debian:12\nUSER 1000:staff\n')).toEqual(['1000:staff', '1000', 'staff', false, true, 'USER']);
  expect(parts('FROM debian:12\n')).toEqual(['root', 'root', undefined, true, false, 'the base image debian:12']);
  expect(parts('FROM acme/unknown\n').slice(0, 5)).toEqual([unknown, unknown, unknown, unknown, unknown]);
  expect(parts('FROM debian:12\nARG U\nUSER $U\n').slice(0, 5)).toEqual(Array(5).fill(unresolved));
});

test('a shell', () => {
  const value = (property: string) =>
    readFact(shellKind, shellOf(stage('FROM debian:12\nSHELL ["bash", "-c"]\n')), property);
  expect(['family', 'pipefail', 'explicit', 'text'].map(value)).toEqual(['posix', false, true, 'bash -c']);
});

test('a port', () => {
  const [mapped] = portsOf(instructionOf(dockerfileOf('FROM a\nEXPOSE 8080:80/TCP\n'), 'expose'));
  const value = (property: string) => readFact(portKind, mapped!, property);
  expect(
    ['number', 'last', 'protocol', 'protocolText', 'published', 'hostText', 'text', 'inherited'].map(value),
  ).toEqual([80, 80, 'tcp', 'TCP', '8080', '8080:', '8080:80/TCP', false]);
});

test('a runtime', () => {
  const value = (text: string, property: string) =>
    readFact(runtimeKind, runtimesOf(stage(text)).find(({ name }) => name === 'python')!, property);
  expect(['version', 'major', 'minor'].map((property) => value('FROM python:3.12-slim\n', property))).toEqual([
    '3.12',
    3,
    '3.12',
  ]);
  expect(['major', 'minor'].map((property) => value('FROM python:3\n', property))).toEqual([3, unknown]);
  expect(value('FROM python\n', 'major')).toBe(unknown);
});

test('whether the image has the program of a health check', () => {
  const inImage = (text: string) =>
    readFact(probeKind, probeIn(instructionOf(dockerfileOf(text), 'healthcheck'))!, 'programInImage');
  const check = 'HEALTHCHECK CMD curl -f http://localhost/\n';
  expect(inImage(`FROM python:3.12-slim\nRUN pip install -r requirements.txt\n${check}`)).toBe(false);
  expect(inImage(`FROM python:3.12-slim\nRUN apt-get update && apt-get install -y curl\n${check}`)).toBe(true);
  expect(inImage(`FROM acme/unknown\n${check}`)).toBe(unknown);
  expect(inImage('FROM debian:12\nHEALTHCHECK NONE\n')).toBeUndefined();
});

test('a process, its program at its place', () => {
  const process = known(processOf(stage('FROM debian:12\nCMD ["npm", "start"]\n')))!;
  expect(['program', 'packageManager', 'text'].map((property) => readFact(processKind, process, property))).toEqual([
    'npm',
    true,
    'npm start',
  ]);
  expect(placeText(processKind, process, 'program')).toBe('"npm"');
});

test('a label', () => {
  const value = (text: string, property: string) =>
    readFact(labelKind, labelsIn(instructionOf(dockerfileOf(text), 'label'))[0]!, property);
  const good = 'FROM scratch\nLABEL org.opencontainers.image.url="https://example.org"\n';
  expect(value(good, 'formats')).toEqual(['url']);
  expect(value(good, 'keyFaults')).toEqual([]);
  expect(value('FROM scratch\nLABEL Bad_Key=\n', 'keyFaults')).toHaveLength(2);
  expect(value('FROM scratch\nARG V\nLABEL a=$V\n', 'formats')).toBe(unresolved);
  expect(value('FROM scratch\nARG V\nLABEL $V=a\n', 'keyFaults')).toBe(unresolved);
});

test('what a COPY leaves', () => {
  const [copied] = copiedOf(stage('FROM debian:12\nCOPY --chown=app --chmod=600 a /x/\nUSER other\n'));
  const value = (property: string) => readFact(copiedKind, copied!, property);
  expect(['target', 'owner', 'mode', 'text'].map(value)).toEqual([
    '/x',
    'app',
    '600',
    'COPY --chown=app --chmod=600 a /x/',
  ]);
  expect(value('readableByUser')).toBe(unknown);
});
