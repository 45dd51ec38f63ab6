import { textAt } from '@dockwarden-internal/syntax';
import { known, unknown, unresolved } from '../kernel/unsure.ts';
import { probeIn } from '../runtime/probe-of.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { probeOfStage, runsIn } from './probe.ts';

const probe = (text: string) => probeIn(instructionOf(dockerfileOf(text), 'healthcheck'))!;

describe('probeIn', () => {
  test('program, address and times', () => {
    const found = probe(
      'FROM node:22\nHEALTHCHECK --interval=30s --timeout=1m30s --start-period=500ms --retries=3 CMD curl -f http://localhost:3000/up || exit 1\n',
    );
    expect(found).toMatchObject({
      disabled: false,
      program: 'curl',
      url: 'http://localhost:3000/up',
      port: 3000,
      local: true,
      interval: 30_000,
      timeout: 90_000,
      startPeriod: 500,
      retries: 3,
    });
    expect([found.programPlace, found.portPlace, found.urlPlace].map((place) => textAt(place!))).toEqual([
      'curl',
      '3000',
      'http://localhost:3000/up',
    ]);
  });

  test('exec form', () => {
    const found = probe('FROM node:22\nHEALTHCHECK CMD ["/usr/bin/wget", "-q", "http://localhost:80/"]\n');
    expect(found).toMatchObject({ program: 'wget', programPath: '/usr/bin/wget', port: 80 });
    expect(textAt(found.portPlace!)).toBe('80');
  });

  test('a shell in exec form is seen through', () => {
    expect(probe('FROM node:22\nHEALTHCHECK CMD ["sh", "-c", "curl localhost:8080"]\n')).toMatchObject({
      program: 'curl',
      port: 8080,
    });
  });

  test('ENV gives variables their values, ARG does not', () => {
    expect(probe('FROM scratch\nENV PORT=8080\nHEALTHCHECK CMD curl localhost:$PORT\n').port).toBe(8080);
    expect(probe('FROM scratch\nHEALTHCHECK CMD curl localhost:${PORT:-81}\nENV PORT=8080\n').port).toBe(8080);
    expect(probe('FROM scratch\nHEALTHCHECK CMD curl localhost:${PORT:-81}\n').port).toBe(81);
    expect(probe('FROM scratch\nARG PORT=8080\nHEALTHCHECK CMD curl localhost:$PORT\n').port).toBe(unresolved);
    expect(probe('FROM acme/unknown\nHEALTHCHECK CMD curl localhost:${PORT:-81}\n').port).toBe(unresolved);
  });

  test('NONE is a decision', () => {
    expect(probe('FROM node:22\nHEALTHCHECK NONE\n')).toMatchObject({
      disabled: true,
      program: undefined,
      port: undefined,
    });
  });

  test('CMD with nothing behind it names no program', () => {
    expect(probe('FROM node:22\nHEALTHCHECK CMD\n').program).not.toBe('CMD');
  });

  test('a zero is the default of the engine', () => {
    expect(probe('FROM node:22\nHEALTHCHECK --interval=0s --timeout=0s --retries=0 CMD a\n')).toMatchObject({
      interval: undefined,
      timeout: undefined,
      retries: undefined,
    });
  });

  test('times that are none are unresolved, those not written absent', () => {
    expect(probe('FROM node:22\nHEALTHCHECK --interval=often --retries=x CMD a\n')).toMatchObject({
      interval: unresolved,
      retries: unresolved,
      timeout: undefined,
    });
  });

  test('is absent for other instructions', () => {
    expect(probeIn(instructionOf(dockerfileOf('FROM a\nRUN b\n'), 'run'))).toBeUndefined();
  });
});

describe('probeOfStage', () => {
  const last = (text: string) => probeOfStage(dockerfileOf(text).stages.at(-1)!);

  test('the last HEALTHCHECK of the chain', () => {
    expect(known(last('FROM debian:12 AS a\nHEALTHCHECK CMD a\nFROM a\n'))?.program).toBe('a');
    expect(known(last('FROM debian:12 AS a\nHEALTHCHECK CMD a\nFROM a\nHEALTHCHECK NONE\n'))?.disabled).toBe(true);
  });

  test('is absent where neither file nor base image has one', () => {
    expect(last('FROM debian:12\n')).toBeUndefined();
    expect(last('FROM scratch\n')).toBeUndefined();
    expect(last('FROM debian:12 AS a\nHEALTHCHECK CMD a\nFROM debian:12\n')).toBeUndefined();
  });

  test('is unknown under an unknown base', () => {
    expect(last('FROM acme/unknown\n')).toBe(unknown);
  });
});

describe('runsIn', () => {
  const stage = (text: string) => {
    const found = runsIn(probe(text));
    return typeof found === 'object' ? found.index : found;
  };

  test('the stage that it stands in', () => {
    expect(stage('FROM a\nHEALTHCHECK CMD a\n')).toBe(0);
    expect(stage('FROM a AS x\nHEALTHCHECK CMD a\nFROM b\n')).toBe(0);
  });

  test('the final stage that has it from there', () => {
    expect(stage('FROM a AS x\nHEALTHCHECK CMD a\nFROM x\nRUN ls\n')).toBe(1);
  });

  test('is unknown for a trigger', () => {
    expect(stage('FROM a\nONBUILD HEALTHCHECK CMD a\n')).toBe(unknown);
  });
});
