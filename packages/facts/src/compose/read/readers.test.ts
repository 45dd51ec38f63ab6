import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../../kernel/unsure.ts';
import { at } from '../located.ts';
import { memoryModel } from '../oracle/memory-project.ts';
import { readDevices, readEnvFiles, readFileMounts, readLogging, readNetworks, readUlimits } from './attachments.ts';
import { readBuild } from './build.ts';
import { readCommandLine } from './command.ts';
import { readDependencies } from './dependencies.ts';
import { readHealthcheck } from './healthcheck.ts';
import { readKeyValues } from './key-values.ts';
import { readLimits } from './limits.ts';
import { readPorts } from './ports.ts';
import {
  readDeployMode,
  readFlag,
  readList,
  readReplicas,
  readRestartPolicy,
  readStopGracePeriod,
  readText,
} from './service.ts';
import { readTmpfs, readVolumes } from './volumes.ts';

/** The service `a` of a file with the given lines. */
function service(lines: string, more: { readonly [path: string]: string } = {}) {
  const text = `services:\n  a:\n${lines.replace(/^/gm, '    ')}\n`;
  return memoryModel({ 'app/compose.yaml': text, ...more }).services[0]!;
}

test('simple settings', () => {
  const a = service(
    'image: "nginx:1"\nuser: 1000\nread_only: "yes"\nprivileged: ${P}\ninit: false\nscale: 3\ncap_drop: [ALL]',
  );
  expect(readText(a, 'image')).toMatchObject({ value: 'nginx:1', text: 'nginx:1', fixable: true });
  expect(textAt(readText(a, 'image')!.place)).toBe('"nginx:1"');
  expect(readText(a, 'user')?.value).toBe('1000');
  expect(readText(a, 'hostname')).toBeUndefined();
  expect(readFlag(a, 'read_only')?.value).toBe(true);
  expect(readFlag(a, 'privileged')).toMatchObject({ value: unresolved, text: '${P}', variables: ['P'] });
  expect(readFlag(a, 'init')?.value).toBe(false);
  expect(readReplicas(a)?.value).toBe(3);
  expect(readList(a, 'cap_drop').map((setting) => setting.value)).toEqual(['ALL']);
  expect(readStopGracePeriod(service('stop_grace_period: 1m'))?.value).toBe(60_000);
  expect(readDeployMode(service('deploy: { mode: global }'))?.value).toBe('global');
  expect(readDeployMode(service('deploy: {}'))).toBeUndefined();
  expect(readRestartPolicy(service('deploy: { restart_policy: { condition: any } }'))?.value).toBe('any');
});

test('ports', () => {
  const a = service(
    'ports:\n  - "127.0.0.1:8080:80/udp"\n  - 443\n  - "${PORT}:81"\n  - { target: 82, host_ip: "::1" }\n  - "90-91:190-191"',
  );
  const ports = readPorts(a.value);
  expect(ports.map((port) => [port.address?.value, port.published?.value, port.target?.value, port.protocol])).toEqual([
    ['127.0.0.1', '8080', 80, 'udp'],
    [undefined, undefined, 443, 'tcp'],
    [undefined, unresolved, 81, 'tcp'],
    ['::1', undefined, 82, 'tcp'],
    [undefined, '90', 190, 'tcp'],
    [undefined, '91', 191, 'tcp'],
  ]);
  expect(textAt(ports[0]!.published!.place)).toBe('8080');
  expect(textAt(ports[0]!.place)).toBe('"127.0.0.1:8080:80/udp"');
  expect(textAt(ports[2]!.target!.place)).toBe('81');
});

test('a range too long stays one entry', () => {
  const [port, ...more] = readPorts(service('ports: ["1000-9000:1000-9000"]').value);
  expect(more).toEqual([]);
  expect(port?.published?.value).toBe('1000-9000');
  expect(port?.target).toMatchObject({ value: unresolved, text: '1000-9000' });
});

test('volumes and tmpfs', () => {
  const a = service(
    'volumes:\n  - ./data:/data:ro,rslave\n  - cache:/cache\n  - ${DIR}:/dir\n  - ${DIR}/x:/y:${MODE}\n  - { type: tmpfs, target: /t }\ntmpfs: ["/run:size=64m,mode=1777", /tmp]',
  );
  expect(
    readVolumes(a.value).map((volume) => [
      volume.type,
      volume.source?.path,
      volume.target?.value,
      volume.readOnly,
      volume.propagation?.value,
    ]),
  ).toEqual([
    ['bind', 'app/data', '/data', true, 'rslave'],
    ['volume', undefined, '/cache', false, undefined],
    [unresolved, unresolved, '/dir', false, undefined],
    [unresolved, unresolved, '/y', unresolved, undefined],
    ['tmpfs', undefined, '/t', false, undefined],
  ]);
  expect(textAt(readVolumes(a.value)[0]!.source!.place)).toBe('./data');
  expect(readTmpfs(a.value).map((mount) => [mount.target.value, mount.size?.value, mount.options])).toEqual([
    ['/run', 64 * 2 ** 20, ['size=64m', 'mode=1777']],
    ['/tmp', undefined, []],
  ]);
});

test('environment: names, values, where the value stands', () => {
  const a = service('environment:\n  - PASSWORD=hunter2\n  - TOKEN=${TOKEN}\n  - PLAIN\n  - SET', {
    'app/.env': 'SET=1\n',
  });
  const entries = readKeyValues(at(a.value, 'environment'));
  expect(entries.map((entry) => [entry.name, entry.value?.value, entry.literal])).toEqual([
    ['PASSWORD', 'hunter2', true],
    ['TOKEN', unresolved, false],
    ['PLAIN', undefined, false],
    ['SET', '1', false],
  ]);
  expect(textAt(entries[0]!.place)).toBe('PASSWORD');
  expect(textAt(entries[0]!.value!.place)).toBe('hunter2');
});

test('build', () => {
  const build = readBuild(
    service('build: { context: ../api, target: prod, args: [V=1], additional_contexts: { b: docker-image://x } }')
      .value,
  );
  expect(build?.context).toMatchObject({ path: 'api', remote: false });
  expect(build?.target?.value).toBe('prod');
  expect(build?.args.map((arg) => [arg.name, arg.value?.value])).toEqual([['V', '1']]);
  expect(textAt(build!.place)).toBe('build');
  expect(readBuild(service('build: https://example.com/x.git').value)?.context).toMatchObject({
    path: undefined,
    remote: true,
  });
  expect(readBuild(service('build: ../../out').value)?.context).toMatchObject({ path: undefined, remote: false });
  expect(readBuild(service('build: ./${APP}').value)?.context?.path).toBe(unresolved);
  expect(readBuild(service('image: x').value)).toBeUndefined();
});

test('health checks', () => {
  const health = (lines: string) => readHealthcheck(service(lines).value);
  expect(health('healthcheck: { test: curl -f x, interval: 1m30s, retries: 3 }')).toMatchObject({
    test: { form: 'shell' },
    disabled: false,
    interval: { value: 90_000 },
    retries: { value: 3 },
  });
  const exec = health('healthcheck: { test: [CMD, curl, -f] }');
  expect([exec?.test?.form, exec?.test?.words.map((word) => word.value)]).toEqual(['exec', ['curl', '-f']]);
  expect(health('healthcheck: { test: [NONE] }')?.disabled).toBe(true);
  expect(health('healthcheck: { disable: true }')).toMatchObject({ disabled: true, test: undefined });
  expect(health('image: x')).toBeUndefined();
});

test('limits, from either place', () => {
  const limits = readLimits(service('mem_limit: 1g\ncpus: "0.5"\npids_limit: 9\nmemswap_limit: -1').value);
  expect([limits.memory?.value, limits.cpus?.value, limits.pids?.value, limits.memorySwap?.value]).toEqual([
    2 ** 30,
    0.5,
    9,
    -1,
  ]);
  const deploy = readLimits(
    service('deploy: { resources: { limits: { memory: 64m, cpus: 2 }, reservations: { memory: 1k } } }').value,
  );
  expect([deploy.memory?.value, deploy.cpus?.value, deploy.memoryReservation?.value]).toEqual([2 ** 26, 2, 1024]);
});

test('dependencies', () => {
  const [b, c] = readDependencies(
    service('depends_on: { b: { condition: service_healthy }, c: { required: false, restart: true } }').value,
  );
  expect(b).toMatchObject({ name: 'b', condition: { value: 'service_healthy' }, required: true, restart: false });
  expect(c).toMatchObject({ name: 'c', condition: undefined, required: false, restart: true });
});

test('commands', () => {
  const command = (lines: string) => readCommandLine(at(service(lines).value, 'command'));
  expect(command('command: npm run "x y"')).toMatchObject({ form: 'line', words: ['npm', 'run', 'x y'] });
  expect(command('command: [a, "$B"]')).toMatchObject({ form: 'words', words: unresolved });
  expect(command('command: "it\'s"')?.words).toBe(unresolved);
  expect(command('command: []')).toMatchObject({ words: [] });
  expect(command('command:')).toBeUndefined();
});

test('secrets, configs, networks, env files, logging, devices, ulimits', () => {
  const { value } = service(
    'secrets: [s, { source: t, target: /x, mode: 0440 }]\nconfigs: [{ source: c, mode: "0444" }]\nnetworks: { n: { aliases: [w] }, m: }\nenv_file: [a.env, { path: b.env, required: false }]\nlogging: { driver: local, options: { max-size: 1m } }\ndevices: ["/dev/a:/dev/b:r"]\nulimits: { nofile: 10, nproc: { soft: 1, hard: 2 } }',
  );
  expect(
    readFileMounts(value, 'secrets').map((mount) => [mount.source?.value, mount.target?.value, mount.mode?.value]),
  ).toEqual([
    ['s', undefined, undefined],
    ['t', '/x', 0o440],
  ]);
  expect(readFileMounts(value, 'configs')[0]?.mode?.value).toBe(0o444);
  expect(readNetworks(value).map((network) => [network.name, network.aliases.length])).toEqual([
    ['n', 1],
    ['m', 0],
  ]);
  expect(readEnvFiles(value).map((file) => [file.path.path, file.required])).toEqual([
    ['app/a.env', true],
    ['app/b.env', false],
  ]);
  expect(readLogging(value)).toMatchObject({ driver: { value: 'local' }, options: [{ name: 'max-size' }] });
  expect(readDevices(value)[0]).toMatchObject({
    source: { value: '/dev/a' },
    target: { value: '/dev/b' },
    permissions: { value: 'r' },
  });
  expect(readUlimits(value).map((limit) => [limit.name, limit.soft?.value, limit.hard?.value])).toEqual([
    ['nofile', 10, 10],
    ['nproc', 1, 2],
  ]);
});
