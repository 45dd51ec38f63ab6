import { textAt } from '@dockwarden-internal/syntax';
import { memoryModel } from '../oracle/memory-project.ts';

const faults = (text: string, others: Record<string, string> = {}) =>
  memoryModel({ 'compose.yaml': text, ...others }).faults.map(({ code, place }) => [code, textAt(place)]);
const service = (lines: string) => faults(`services: { a: { image: x, ${lines} } }\nsecrets: { s: { file: x } }\n`);

describe('texts that Compose makes something else of', () => {
  test.each([
    ['mem_limit: 1x', '1x'],
    ['mem_limit: ""', '""'],
    ['shm_size: 5 potatoes', '5 potatoes'],
    ['deploy: { resources: { limits: { memory: 5 potatoes } } }', '5 potatoes'],
    ['deploy: { resources: { limits: { cpus: abc } } }', 'abc'],
    ['cpus: "0x2"', '"0x2"'],
    ['scale: abc', 'abc'],
    ['healthcheck: { test: a, retries: abc }', 'abc'],
    ['privileged: "1"', '"1"'],
    ['read_only: nope', 'nope'],
    ['read_only: "${X:-nope}"', '"${X:-nope}"'],
    ['volumes: [{ type: bind, source: ., target: /x, read_only: nope }]', 'nope'],
    ['ulimits: { n: x }', 'x'],
    [`command: 'echo "a'`, `'echo "a'`],
    [`entrypoint: 'echo "a'`, `'echo "a'`],
    ['secrets: [{ source: s, mode: "0o440" }]', '"0o440"'],
    ['scale: -1', '-1'],
    ['deploy: { replicas: "-2" }', '"-2"'],
    ['healthcheck: { test: [CMD, a], retries: -1 }', '-1'],
    ['deploy: { resources: { limits: { pids: x } } }', 'x'],
    ['gpus: [{ count: some }]', 'some'],
    ['blkio_config: { device_read_bps: [{ path: /a, rate: much }] }', 'much'],
    [`post_start: [{ command: "echo 'a" }]`, `"echo 'a"`],
    ['env_file: [{ path: ., required: perhaps }]', 'perhaps'],
    ['healthcheck: { test: [curl, -f, x] }', 'curl'],
    ['develop: { watch: [{ path: a, action: sync }] }', 'sync'],
    ['blkio_config: { weight: "10" }', '"10"'],
    ['blkio_config: { weight_device: [{ path: /a, weight: -1 }] }', '-1'],
    ['build: { context: ., no_cache: "1" }', '"1"'],
    ['build: { context: ., privileged: perhaps }', 'perhaps'],
    ['build: { context: ., ulimits: { nofile: "9" } }', '"9"'],
    ['build: { context: ., ulimits: { nofile: { soft: "8", hard: 9 } } }', '"8"'],
    ['deploy: { restart_policy: { max_attempts: -1 } }', '-1'],
    ['deploy: { update_config: { parallelism: "-1" } }', '"-1"'],
    ['develop: { watch: [{ path: a, action: sync, target: /a, exec: { command: "echo \'a" } }] }', `"echo 'a"`],
    ['env_file: [{ path: ., format: json }]', 'json'],
    ['expose: [1.5]', '1.5'],
    ['group_add: [1.5]', '1.5'],
    ['networks: { default: { use_service_name_alias: x } }', 'x'],
    ['secrets: [{ source: s, mode: 4.4 }]', '4.4'],
    ['storage_opt: { size: true }', 'true'],
    ['ulimits: { n: { soft: x, hard: 2 } }', 'x'],
    ['umask: "9x"', '"9x"'],
    ['umask: "089"', '"089"'],
    ['volumes: [{ type: bind, source: ., target: /x, bind: { create_host_path: "1" } }]', '"1"'],
    ['volumes: [{ type: tmpfs, target: /x, tmpfs: { mode: "0755" } }]', '"0755"'],
    ['pre_start: [{ image: y, cpus: abc }]', 'abc'],
    ['pre_start: [{ image: y, per_replica: perhaps }]', 'perhaps'],
  ])('%s', (lines, at) => expect(service(lines)).toEqual([['compose/value', at]]));

  test.each([
    'mem_limit: 1.5 GiB, memswap_limit: "-1", shm_size: "64"',
    'cpus: "1e1", scale: "+2", privileged: "Yes", read_only: "off"',
    'cpus: "${CPUS}", privileged: "${P}", mem_limit: "${M}g", command: "echo ${Q}"',
    'secrets: [{ source: s, mode: "0440" }]',
    `command: ['echo "a'], healthcheck: { test: 'echo "a' }`,
    'ulimits: { n: { soft: 1, hard: "2" } }, labels: { privileged: x }',
    'umask: "0o22", blkio_config: { weight: 10 }, storage_opt: { size: 1, of: 1G }, group_add: [1, video]',
    'env_file: [{ path: ., format: raw }], build: { context: ., args: ["B "], ulimits: { n: "${N}" } }',
    'pre_start: [{ image: y, cpus: "0.5", command: a, ulimits: { n: 1 }, environment: [A] }]',
  ])('%s is fine', (lines) => expect(service(lines)).toEqual([]));
});

describe('what contradicts itself', () => {
  test.each([
    ['scale: 2, deploy: { replicas: 3 }', 'compose/contradiction', '2'],
    ['mem_limit: 1g, deploy: { resources: { limits: { memory: 2g } } }', 'compose/contradiction', '1g'],
    ['network_mode: host, networks: [default]', 'compose/contradiction', 'network_mode'],
    ['build: { context: ., dockerfile: D, dockerfile_inline: "FROM x" }', 'compose/contradiction', 'dockerfile'],
    ['security_opt: ["a:b", "c:d", "a:b"]', 'compose/repeated', '"a:b"'],
    ['depends_on: [a]', 'compose/depends-on-circle', 'a'],
    ['links: ["a:b"]', 'compose/depends-on-circle', '"a:b"'],
    ['network_mode: service:a', 'compose/depends-on-circle', 'service:a'],
    ['cpus: 1, deploy: { resources: { limits: { memory: 1g } } }', 'compose/contradiction', '1'],
    ['mem_reservation: 1g, deploy: { resources: { reservations: {} } }', 'compose/contradiction', '1g'],
    ['gpus: [{ count: 1, device_ids: ["0"] }]', 'compose/contradiction', '1'],
    ['tmpfs: [/t, "/t:size=1m"]', 'compose/repeated', '"/t:size=1m"'],
    ['tmpfs: /t, volumes: ["./a:/t/"]', 'compose/repeated', '/t/'],
    ['volumes: ["./a:/t", { type: tmpfs, target: /t/ }]', 'compose/repeated', '/t/'],
    ['volumes: [{ type: bind, target: /a }]', 'compose/volume', '{ type: bind, target: /a }'],
    ['volumes: [{ type: volume, source: a }]', 'compose/volume', '{ type: volume, source: a }'],
    ['devices: [{ source: /dev/a }]', 'compose/device', '{ source: /dev/a }'],
    ['device_cgroup_rules: ["c 1:3 mr", "c 1:3 mr"]', 'compose/repeated', '"c 1:3 mr"'],
    ['build: { context: ., extra_hosts: ["a:1.2.3.4", "a:1.2.3.4"] }', 'compose/repeated', '"a:1.2.3.4"'],
    ['build: { context: ., ssh: [default, default] }', 'compose/repeated', 'default'],
    ['extra_hosts: ["a:1.2.3.4", "a:1.2.3.4"]', 'compose/repeated', '"a:1.2.3.4"'],
    ['networks: [default, default]', 'compose/repeated', 'default'],
    ['gpus: [{ device_ids: [a, a] }]', 'compose/repeated', 'a'],
    ['develop: { watch: [{ path: a, action: rebuild, ignore: [b, b] }] }', 'compose/repeated', 'b'],
    ['post_start: [{ command: x, environment: [A=1, A=1] }]', 'compose/repeated', 'A=1'],
    ['models: [m]', 'compose/model', 'm'],
    ['models: { m: { endpoint_var: A } }', 'compose/model', 'm'],
    ['links: ["b:c:d"]', 'compose/value', '"b:c:d"'],
    ['links: [""]', 'compose/value', '""'],
    ['volumes_from: [":ro"]', 'compose/value', '":ro"'],
    ['network_mode: "service:"', 'compose/value', '"service:"'],
    ['secrets: [{ target: t }]', 'compose/value', '{ target: t }'],
    ['configs: [{ target: /t }]', 'compose/value', '{ target: /t }'],
    ['build: { context: ., secrets: [{ target: t }] }', 'compose/value', '{ target: t }'],
    ['build: { context: ., ssh: [key] }', 'compose/ssh', 'key'],
    ['build: { context: ., additional_contexts: [base] }', 'compose/context', 'base'],
    ['build: { context: ., additional_contexts: { b: "service:gone" } }', 'compose/context', '"service:gone"'],
    ['build: { context: ., platforms: [linux/amd64] }, platform: linux/arm64', 'compose/contradiction', 'linux/arm64'],
    ['develop: { watch: [{ path: "", action: rebuild }] }', 'compose/value', '""'],
    ['ports: ["80:80:80:80"]', 'compose/port', '"80:80:80:80"'],
    ['ports: ["::1:80:80"]', 'compose/port', '"::1:80:80"'],
    ['ports: ["[::zz]:80:80"]', 'compose/port', '"[::zz]:80:80"'],
    ['ports: ["1.2.3.04:80:80"]', 'compose/port', '"1.2.3.04:80:80"'],
    ['ports: ["0:0"]', 'compose/port', '"0:0"'],
    ['ports: [{ target: "80-81" }]', 'compose/port', '"80-81"'],
    ['ports: [{ target: -1 }]', 'compose/port', '-1'],
    ['post_start: [{ command: x, environment: ["A =b"] }]', 'compose/variable', 'A '],
    ['ports: [{ target: 80, host_ip: "::zz" }]', 'compose/port', '"::zz"'],
  ])('%s', (lines, code, at) => expect(service(lines)).toEqual([[code, at]]));

  test.each([
    'scale: 3, deploy: { replicas: 3 }, cap_add: [A, A], group_add: [1, "1"]',
    'extra_hosts: ["a:1.2.3.4", "a:1.2.3.5", "a=1.2.3.4"], environment: [A=1, A=1], profiles: [p, p]',
    'mem_limit: 1g, deploy: { resources: { limits: { memory: 1024m, cpus: 1 } } }',
    'mem_limit: "${M}", deploy: { resources: { limits: { memory: 1g } } }',
    'network_mode: host, networks: []',
    'scale: 0, deploy: { resources: { limits: { cpus: "1" } } }',
    'pids_limit: 0, deploy: { resources: { limits: { cpus: "1" } } }',
    'healthcheck: { test: [] }, gpus: [{ count: all }]',
    'develop: { watch: [{ path: a, action: restart }] }',
    'tmpfs: ["/t", "${T}"], volumes: ["./a:${T}", "./b:/${T}"]',
    'ports: ["[::1]:80:80", "[1.2.3.4]:81:81", "${IP}:82:82", "83/tcp/udp", "0:84", { target: "85", host_ip: "::" }]',
    'network_mode: container:a, volumes_from: ["container:a"]',
    'network_mode: "${MODE}", networks: [default]',
    'build: { context: ., platforms: [linux/amd64, "${P}"] }, platform: linux/arm64',
    'build: { context: ., additional_contexts: [b=docker-image://x, "c=${C}", "own=service:a"], ssh: [default, k=./k] }',
  ])('%s is fine', (lines) => expect(service(lines)).toEqual([]));

  test('an image that is empty as written', () => {
    expect(faults('services: { a: { image: "" } }\n')).toEqual([['compose/value', '""']]);
    expect(faults('services: { a: { image: "", build: . }, b: { image: "${B:-}" } }\n')).toEqual([]);
  });

  test('a build that takes what another service does not build, and a model that is there', () => {
    const text = `
services:
  a: { build: { context: ., additional_contexts: { b: "service:b", c: "service:c" } }, models: [m] }
  b: { image: x }
  c: { build: ., profiles: [p] }
models: { m: { model: ai/smollm2 } }
`;
    expect(faults(text)).toEqual([['compose/context', '"service:b"']]);
  });

  test('a dependency that is named twice, but not one that two files name', () => {
    const text = 'services: { a: { image: x, depends_on: [b, b] }, b: { image: x } }\n';
    expect(faults(text)).toEqual([['compose/repeated', 'b']]);
    const files = {
      'compose.yaml': 'services: { a: { image: x, depends_on: [b], security_opt: [s] }, b: { image: x } }\n',
      'compose.override.yaml': 'services: { a: { depends_on: [b, b], security_opt: [s, t] } }\n',
    };
    const { faults: found, services } = memoryModel(files, { paths: Object.keys(files) });
    expect(found).toEqual([]);
    expect(services[0]?.value).toMatchObject({ kind: 'map' });
  });

  test('a circle of several services, at what closes it, once', () => {
    const text = `
services:
  a: { image: x, depends_on: [d, b] }
  b: { image: x, depends_on: { c: { condition: service_healthy } } }
  c: { image: x, depends_on: [d, b] }
  d: { image: x }
`;
    const [fault, ...more] = memoryModel({ 'compose.yaml': text }).faults;
    expect(more).toEqual([]);
    expect(fault?.message).toBe('No service of b → c → b can start first.');
    expect(fault?.place.span.start).toBe(text.lastIndexOf('b]'));
  });

  test('what is only a part of a model is not held to be whole', () => {
    expect(faults('services: { a: { network_mode: host, networks: [n] } }\nsecrets: { s: {} }\n')).toEqual([]);
    expect(faults('secrets: { s: {} }\n')).toEqual([]);
    expect(faults('include: ["oci://a.b/c"]\nservices: { a: { image: x } }\nsecrets: { s: {} }\n')).toEqual([]);
    expect(faults('services: { a: { privileged: "1" } }\n')).toEqual([['compose/value', '"1"']]);
  });
});

describe('resources', () => {
  const resource = (text: string) => faults(`services: { a: { image: x } }\n${text}\n`);
  test.each([
    ['secrets: { s: {} }', 'compose/content', 's'],
    ['configs: { c: { labels: { a: b } } }', 'compose/content', 'c'],
    ['secrets: { s: { file: a, environment: B } }', 'compose/contradiction', 's'],
    ['secrets: { s: { driver: x } }', 'compose/content', 's'],
    ['secrets: { s: { external: false } }', 'compose/content', 's'],
    ['secrets: { s: { environment: "" } }', 'compose/content', 's'],
    ['volumes: { v: { external: { name: a }, name: b } }', 'compose/contradiction', 'a'],
    ['volumes: { v: { external: "true", driver: x } }', 'compose/contradiction', 'driver'],
    ['volumes: { v: { external: true, driver: x } }', 'compose/contradiction', 'driver'],
    ['networks: { n: { enable_ipv6: "1" } }', 'compose/value', '"1"'],
    ['jobs: { j: { image: y, triggers: { manual: perhaps } } }', 'compose/value', 'perhaps'],
    ['jobs: { j: { image: y, ports: ["80:http"], triggers: {} } }', 'compose/port', '"80:http"'],
  ])('%s', (text, code, at) => expect(resource(text)).toEqual([[code, at]]));

  test.each([
    'secrets: { s: { environment: A }, t: { external: true }, u: { external: "${U}" }, v: { environment: "${V:-}" } }',
    'configs: { c: { content: a }, d: { driver: x } }',
    'volumes: { v: { external: true, name: x, x-own: 1 }, w: { external: false, driver: x }, u: { external: { name: x } } }',
    'networks: { n: { external: true, driver: x } }',
  ])('%s is fine', (text) => expect(resource(text)).toEqual([]));
});
