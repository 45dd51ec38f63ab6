import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtinPolicies } from '@dockwarden-internal/run/builtin/builtin-policies';
import { runCommand } from './testing/run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-inherited-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const dockerfile = (name: string) => `# ${name}=${name}
ARG ${name}=1
FROM ${name}:${name} AS ${name}
ARG ${name}
ENV ${name}=\${${name}}
LABEL ${name}=${name}
RUN --mount=type=${name},${name}=${name},target=/x --${name}=${name} ${name} --${name} ${name}
RUN ${name} ${name} ${name} && apt-get ${name} ${name} && npm ${name} -${name} && pip install ${name}==${name} | ${name}
RUN sudo ${name}; npm run ${name}; curl ${name}://${name}; ${name}=${name} env ${name}
COPY --from=${name} --${name}=${name} ${name} ${name}
SHELL ["${name}", "-c"]
USER ${name}:${name}
EXPOSE ${name}/${name}
STOPSIGNAL ${name}
HEALTHCHECK --interval=${name} CMD ${name} ${name}://${name}
${name.toUpperCase()} ${name}
FROM ${name}
CMD ["${name}", "${name}", "run", "${name}"]
`;

const compose = (name: string) => `${name}: ${name}
x-${name}: ${name}
name: ${name.toLowerCase()}
services:
  ${name}:
    ${name}: ${name}
    image: ${name}:${name}
    build: { context: ., ${name}: ${name}, args: { ${name}: ${name} }, target: ${name} }
    command: [${name}, foo, bar]
    entrypoint: ${name} ${name}
    environment: { ${name}: ${name} }
    labels: { ${name}: ${name} }
    networks: { ${name}: { ${name}: ${name} } }
    volumes: ['${name}:/${name}', { type: ${name}, source: ${name}, target: /x }]
    depends_on: { ${name}: { condition: ${name} } }
    extends: { service: ${name} }
    healthcheck: { test: [CMD, ${name}], interval: ${name}, disable: ${name} }
    deploy: { resources: { limits: { memory: ${name}, cpus: ${name} } } }
    logging: { driver: ${name}, options: { ${name}: ${name} } }
    privileged: ${name}
    read_only: ${name}
    cap_add: [${name}]
    secrets: [${name}]
    profiles: [${name}]
networks: { ${name}: { driver: ${name}, labels: { ${name}: ${name} } } }
volumes: { ${name}: { ${name}: ${name} } }
secrets: { ${name}: { environment: ${name} } }
configs: { ${name}: { file: ${name} } }
`;

/** An id has no letters but lower case ones. */
const idOf = (name: string) => name.toLowerCase().replaceAll('_', '');

const policy = (name: string) => `dockwarden: policy/v1
id: house/${idOf(name)}
title: Things are called otherwise
severity: warning
category: maintainability
why: It is a test.
on: stage
params:
  ${name}: { type: array, items: { type: string }, default: [a], description: names }
checks:
  ${idOf(name)}:
    forbid: { name: { oneOf: { param: ${name} } } }
    message: '{{ name }}'
examples:
  bad: [{ code: "FROM a AS a\\n" }]
  good: [{ code: "FROM a AS b\\n" }]
`;

/** Every object inherits these, so that a table without an entry of that name seems to have one. */
describe.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('%s is a name as any', (name) => {
  beforeAll(async () => {
    rmSync(root, { recursive: true });
    const { policies } = await builtinPolicies();
    const severities = policies.map(({ id }) => `  ${id}: warning\n`).join('');
    write('dockwarden.yaml', `dockwarden: config/v1\nextends: []\npolicies:\n${severities}`);
    write('package.json', JSON.stringify({ workspaces: ['*'] }));
    const own = { name, scripts: { [name]: name }, dependencies: JSON.parse(`{ "${name}": "1" }`) };
    write(`${name}/package.json`, JSON.stringify(own));
    write(`${name}/Dockerfile`, dockerfile(name));
    write(`${name}/compose.yaml`, compose(name));
    write(`${name}/compose.${name}.yaml`, compose(name));
    write(`${name}/.dockerignore`, `${name}\n`);
  });

  test('in files that every policy looks at', async () => {
    const { exit, out, error } = await runCommand(root, ['lint', '--no-cache', '--format', 'json']);
    expect({ exit: exit < 2, error }).toEqual({ exit: true, error: '' });
    const { summary, diagnostics } = JSON.parse(out);
    expect({ files: summary.files, diagnostics }).toEqual({ files: 3, diagnostics: [] });
  });

  test('in words of the configuration, and in policies', async () => {
    write('policies/own.policy.yaml', policy(name));
    const config = (lines: string) => `dockwarden: config/v1\nextends: []\n${lines}`;
    const own = `house/${idOf(name)}`;
    write('dockwarden.yaml', config(`policies: { ${own}: { params: { ${name}: { add: [${name}] } } } }\n`));
    const { found, diagnostics: faults } = await lintedBy(own);
    // The schemas take no key of this name, which is said.
    expect([found, faults.length]).toEqual(name === '__proto__' ? [0, 1] : [1, 0]);
    for (const wrong of [
      `policies: { ${name}: error }`,
      `policies: { image/non-root/${idOf(name)}: error }`,
      `policies: { image/non-root: { severity: error, params: { ${name}: [a] } } }`,
      `policies: { ${own}: { ${name}: error } }`,
      `overrides: [{ files: ['**'], policies: { other/${name}: off } }]`,
      `bases: [{ match: ${name}, runtimes: [${name}] }]\n${name}: 1`,
    ]) {
      write('dockwarden.yaml', config(`${wrong}\n`));
      expect([wrong, (await lintedBy(own)).diagnostics.length > 0]).toEqual([wrong, true]);
    }
    write('dockwarden.yaml', `dockwarden: config/v1\nextends: [${name}]\n`);
    write('.hadolint.yaml', `${name}: ${name}\nlabel-schema: { ${name}: text }\noverride: { ${name}: [${name}] }\n`);
    expect((await lintedBy(own)).diagnostics.length).toBeGreaterThan(2);
    for (const words of [
      ['explain', name],
      ['explain', `image/non-root/${name}`],
      ['policies', name],
    ])
      expect((await runCommand(root, words)).exit).toBe(2);
  });
});

async function lintedBy(policy: string) {
  const { out, error } = await runCommand(root, ['lint', '--no-cache', '--format', 'json']);
  expect(error).toBe('');
  const { findings, diagnostics } = JSON.parse(out);
  return { diagnostics, found: findings.filter((each: { policy: string }) => each.policy === policy).length };
}
