import { unresolved } from '../kernel/unsure.ts';
import { commandsOf } from '../run/commands.ts';
import { environmentValue } from '../run/environment-value.ts';
import { stageLabel } from '../stage/from-word.ts';
import { parentOf } from '../stage/parent.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { type BuildSurroundings, withBuildArgs } from './build-args.ts';
import { expandGlobally } from './global-scope.ts';
import { expandAt } from './lookup.ts';

const built = (text: string, args: Record<string, string> = {}, surroundings?: BuildSurroundings) =>
  withBuildArgs(dockerfileOf(text), new Map(Object.entries(args)), surroundings);

const inLabel = (text: string, args?: Record<string, string>, surroundings?: BuildSurroundings) => {
  const label = instructionOf(built(text, args, surroundings), 'label');
  return expandAt(label, '$A');
};

test('a given value goes before the default, empty as it may be', () => {
  const text = 'FROM scratch\nARG A=default\nLABEL x=y';
  expect(inLabel(text)).toBe('default');
  expect(inLabel(text, { A: 'given' })).toBe('given');
  expect(inLabel(text, { A: '' })).toBe('');
  expect(expandAt(instructionOf(built(text, { A: '' }), 'label'), '${A:-else}')).toBe('else');
});

test('what no ARG declares is not seen', () => {
  expect(inLabel('FROM scratch\nLABEL x=y', { A: 'given' })).toBe('');
  expect(expandGlobally(built('FROM $A', { A: 'node' }), '$A')).toBe('');
  expect(expandGlobally(dockerfileOf('FROM $A'), '$A')).toBe(unresolved);
});

test('a global ARG takes it too, and what is built on that', () => {
  const file = built('ARG V=20\nARG A=node:$V\nFROM $A', { V: '22' });
  expect(expandGlobally(file, '$A')).toBe('node:22');
  expect(inLabel('ARG A=1\nFROM scratch\nARG A\nLABEL x=y', { A: '2' })).toBe('2');
  expect(inLabel('ARG A\nFROM scratch\nARG A\nLABEL x=y', { A: '2' })).toBe('2');
});

test('of ENV and a given ARG the last counts', () => {
  expect(inLabel('FROM scratch\nENV A=env\nARG A\nLABEL x=y', { A: 'given' })).toBe('given');
  expect(inLabel('FROM scratch\nENV A=env\nARG A\nLABEL x=y')).toBe('env');
  expect(inLabel('FROM scratch\nARG A\nENV A=env\nLABEL x=y', { A: 'given' })).toBe('env');
});

test('names a stage', () => {
  const file = built('FROM a AS dev\nFROM b AS prod\nFROM $S', { S: 'prod' });
  expect(parentOf(file.stages[2]!)).toBe(undefined);
  const declared = built('ARG S=dev\nFROM a AS dev\nFROM b AS prod\nFROM $S', { S: 'prod' });
  const parent = parentOf(declared.stages[2]!);
  expect(typeof parent === 'object' && stageLabel(parent)).toBe('prod');
});

test('the platform is the builder’s to tell, and a default in a stage or before FROM goes before it', () => {
  const arm = { platform: 'linux/arm/v7', buildPlatform: 'linux/amd64' };
  const stage = (lines: string) =>
    inLabel(`FROM scratch\n${lines}\nARG A=$TARGETARCH-$TARGETVARIANT\nLABEL x=y`, {}, arm);
  expect(stage('ARG TARGETARCH TARGETVARIANT')).toBe('arm-v7');
  expect(stage('ARG TARGETARCH=x')).toBe('x-');
  expect(stage('')).toBe('-');
  expect(expandGlobally(built('FROM a', {}, arm), '$BUILDPLATFORM $TARGETOS')).toBe('linux/amd64 linux');
  expect(expandGlobally(built('FROM a'), '$TARGETOS')).toBe(unresolved);
  expect(expandGlobally(built('FROM a', { TARGETOS: 'plan9' }, arm), '$TARGETOS')).toBe('plan9');
  expect(expandGlobally(built('ARG TARGETOS=x\nFROM a', {}, arm), '$TARGETOS')).toBe('x');
});

test('the stage that is asked for has its name', () => {
  expect(expandGlobally(built('FROM a', {}, { target: null }), '$TARGETSTAGE')).toBe('default');
  expect(expandGlobally(built('FROM a', {}, { target: 'x' }), '$TARGETSTAGE')).toBe('x');
  expect(expandGlobally(built('FROM a'), '$TARGETSTAGE')).toBe(unresolved);
});

test('proxies reach every RUN without a declaration', () => {
  const file = built('FROM alpine\nRUN wget x', { HTTP_PROXY: 'http://p', OTHER: 'x' });
  const [command] = commandsOf(instructionOf(file, 'run'));
  expect(environmentValue(command!, 'HTTP_PROXY')).toBe('http://p');
  expect(environmentValue(command!, 'OTHER')).not.toBe('x');
});

test('an ARG without any value is empty, unless an unknown base image may set it', () => {
  expect(inLabel('FROM scratch\nARG A\nLABEL x=y')).toBe('');
  expect(inLabel('FROM acme/base\nARG A\nLABEL x=y')).toBe(unresolved);
  expect(expandGlobally(built('ARG A\nFROM a'), 'node:22$A')).toBe('node:22');
});

test('what is handed over later has no value yet, whatever the default', () => {
  const later = { later: new Set(['A']) };
  expect(inLabel('FROM scratch\nARG A=default\nLABEL x=y', {}, later)).toBe(unresolved);
  expect(inLabel('FROM scratch\nARG A=default\nLABEL x=y', { A: 'given' }, later)).toBe('given');
  expect(expandGlobally(built('ARG A=x\nFROM a', {}, later), '$A')).toBe(unresolved);
});
