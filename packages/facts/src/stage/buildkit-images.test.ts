import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUnsure, known, unknown } from '../kernel/unsure.ts';
import { ownLabels } from '../label/labels.ts';
import type { Stage } from '../model/dockerfile.ts';
import { portsOfStage } from '../runtime/exposed-ports.ts';
import { shellOf } from '../runtime/shell-in-force.ts';
import { userOf } from '../runtime/user.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { envOf } from './env.ts';
import { probeOfStage } from './probe.ts';
import { rootBase } from './root.ts';
import { argvOf } from './start-parts.ts';
import { workdirOf } from './workdir.ts';

/** As the Docker image specification has it, durations in nanoseconds. */
interface Config {
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Env?: readonly string[];
  readonly Labels?: Readonly<Record<string, string>>;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Shell?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Healthcheck?: {
    readonly Test: readonly string[];
    readonly Interval?: number;
    readonly Timeout?: number;
    readonly Retries?: number;
  };
}

interface Recorded {
  readonly text: string;
  readonly stages: readonly { readonly index: number; readonly config: Config }[];
}

// Recorded by scripts/oracle/image from BuildKit's Dockerfile2LLB.
const file = process.env.BUILDKIT_IMAGES ?? join(__dirname, 'buildkit-images.generated.json');
const recorded: readonly Recorded[] = JSON.parse(readFileSync(file, 'utf8'));

/** The one base image that the record knows. */
const bases = [
  {
    match: ['test/base:*'],
    env: ['PATH'],
    cmd: ['base'],
    shells: ['sh'],
    libc: 'glibc',
    variant: 'full',
    user: '',
    entrypoint: [],
  },
];

test('the record is of the size it should be', () => {
  expect(recorded.flatMap(({ stages }) => stages).length).toBeGreaterThan(350);
});

test('the facts say what BuildKit says', () => {
  for (const { text, stages } of recorded) {
    const dockerfile = dockerfileOf(text, { settings: { bases } });
    for (const { index, config } of stages) {
      const stage = dockerfile.stages[index]!;
      const ours = factsOf(stage);
      const theirs = partsOf(config);
      // Unsure is not wrong.
      const sure = Object.fromEntries(Object.entries(theirs).filter(([part]) => !isUnsure(ours[part])));
      expect({ text, index, ...Object.fromEntries(Object.keys(sure).map((part) => [part, ours[part]])) }).toEqual({
        text,
        index,
        ...sure,
      });
    }
  }
});

test('and are seldom unsure', () => {
  const values = recorded.flatMap(({ text, stages }) => {
    const dockerfile = dockerfileOf(text, { settings: { bases } });
    return stages.flatMap(({ index }) => Object.values(factsOf(dockerfile.stages[index]!)));
  });
  expect(values.filter(isUnsure).length / values.length).toBeLessThan(0.1);
});

function factsOf(stage: Stage): Record<string, unknown> {
  const env = envOf(stage).filter(({ name }) => name !== 'PATH');
  const probe = probeOfStage(stage);
  const shell = shellOf(stage);
  const { entrypoint, cmd } = argvOf(stage);
  const base = rootBase(stage);
  const ofBase = <T>(value: T) => (isUnsure(base) ? base : value);
  const ports = portsOfStage(stage);
  return {
    user: known(userOf(stage))?.spec,
    workdir: workdirOf(stage) ?? '/',
    ...Object.fromEntries(env.map(({ name, value }) => [`ENV ${name}`, value])),
    names: ofBase(env.map(({ name }) => name).sort()),
    ...Object.fromEntries(ownLabels(stage).map(({ key, value }) => [`LABEL ${String(key)}`, value])),
    ports: ports.some(({ number }) => isUnsure(number))
      ? unknown
      : [...new Set(ports.map(({ number, protocol }) => `${String(number)}/${protocol}`))].sort(),
    shell: shell.explicit ? shell.words : undefined,
    entrypoint: entrypoint.length > 0 || isUnsure(base) ? ofBase(entrypoint) : undefined,
    cmd: cmd.length > 0 || isUnsure(base) ? ofBase(cmd) : undefined,
    probe:
      typeof probe === 'object' ? [probe.disabled, probe.interval ?? 0, probe.timeout ?? 0, probe.retries ?? 0] : probe,
  };
}

function partsOf(config: Config): Record<string, unknown> {
  const env = (config.Env ?? [])
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const)
    .filter(([name]) => name !== 'PATH');
  const health = config.Healthcheck;
  return {
    user: config.User || 'root',
    workdir: config.WorkingDir || '/',
    ...Object.fromEntries(env.map(([name, value]) => [`ENV ${name}`, value])),
    names: env.map(([name]) => name).sort(),
    ...Object.fromEntries(Object.entries(config.Labels ?? {}).map(([key, value]) => [`LABEL ${key}`, value])),
    ports: Object.keys(config.ExposedPorts ?? {}).sort(),
    shell: config.Shell,
    entrypoint: config.Entrypoint?.length ? config.Entrypoint : undefined,
    cmd: config.Cmd?.length ? config.Cmd : undefined,
    probe: health && [
      health.Test[0] === 'NONE',
      (health.Interval ?? 0) / 1e6,
      (health.Timeout ?? 0) / 1e6,
      health.Retries ?? 0,
    ],
  };
}
