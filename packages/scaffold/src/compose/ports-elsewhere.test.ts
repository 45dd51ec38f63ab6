import { expect, test } from '@jest/globals';
import { textReader } from './compose-files.ts';
import { freePort } from './free-port.ts';
import { planCompose } from './plan-compose.ts';
import { portsElsewhere } from './ports-elsewhere.ts';
import { composeRequest, memoryFiles } from './testing/compose-request.ts';

function besides(texts: Readonly<Record<string, string>>) {
  const request = composeRequest();
  const { app } = request;
  const web = { ...app.project, name: 'web', root: 'apps/web' };
  const workspace = { ...app.workspace, projects: [app.project, web] };
  const fs = memoryFiles({ 'apps/api/Dockerfile': app.fs.read('apps/api/Dockerfile')!, ...texts });
  return { ...request, app: { ...app, workspace, fs } };
}
const file = (ports: string) => ({ 'apps/web/compose.yaml': `services:\n  web:\n    image: x\n    ports: ${ports}\n` });

test.each<[string, Record<string, string>, number[]]>([
  [
    'both forms',
    file('["80:8080", "127.0.0.1:81:8080/tcp", {target: 80, published: "82"}, {target: 1, published: 83}]'),
    [80, 81, 82, 83],
  ],
  ['a default', file(`['127.0.0.1:\${WEB_PORT:-3000}:3000', '\${PORT}:1', '\${A:?b}:1']`), [3000]],
  ['a range', file('["4000-4002:1-3"]'), [4000, 4001, 4002]],
  ['no port of the host', file('["80", 81, {target: 82}]'), []],
  ['no list', file('{a: b}'), []],
  ['no Compose file', { 'apps/web/compose.yaml': 'ports' }, []],
  [
    'development of its own',
    {
      'apps/web/compose.yaml': 'services: {}\n',
      'apps/web/compose.override.yaml': 'services: {a: {ports: ["7:7"]}}\n',
    },
    [7],
  ],
  ['the own project', { 'apps/api/compose.yaml': 'services: {a: {ports: ["7:7"]}}\n' }, []],
])('%s', (_, texts, expected) => {
  const { app } = besides(texts);
  expect([...portsElsewhere(app, textReader(app))]).toEqual(expected);
});

test('a port that is taken gives way to the next', () => {
  const taken = new Set([3000, 3001]);
  expect([freePort(3000, taken), freePort(3000, taken), freePort(80, taken)]).toEqual([3002, 3003, 80]);
});

test('the app and its services are published beside those of other projects', () => {
  const plan = planCompose({ ...besides(file('["3000:1", "9229:1", "5432:1"]')), with: ['postgres'] });
  const text = 'files' in plan ? plan.files.find(({ path }) => path.endsWith('override.yaml'))?.text : '';
  expect(text).toContain(`127.0.0.1:\${API_PORT:-3001}:3000`);
  expect(text).toContain(`127.0.0.1:\${API_DEBUG_PORT:-9230}:9229`);
  expect(text).toContain(`127.0.0.1:\${POSTGRES_PORT:-5433}:5432`);
});
