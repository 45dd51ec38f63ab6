import type { Place } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import type { Located } from '../located.ts';
import { memoryFiles, memoryModel } from '../oracle/memory-project.ts';
import { plainModel } from '../oracle/plain-model.ts';
import { readBuild } from '../read/build.ts';
import { readHealthcheck } from '../read/healthcheck.ts';
import { readLimits } from '../read/limits.ts';
import { readPorts } from '../read/ports.ts';
import { readTmpfs, readVolumes } from '../read/volumes.ts';
import { checkSchema } from '../schema/schema-check.ts';

const text = fc.constantFrom(
  ...[
    '80:80',
    '${P}:80',
    '80-${Q}:1-2',
    '::',
    '[::1]:1:2/udp',
    './a:/b:ro',
    ':',
    '/',
    'C:\\a:D:\\b',
    '$',
    '${',
    '${A:-${B',
    '$$x',
  ],
  ...[
    'a=b',
    '=',
    'x',
    '',
    '1m',
    '10',
    'service:a',
    '${A:-[1]}',
    'a',
    'f.yaml',
    '../x',
    '/abs',
    'a:b:c:d:e',
    '💡:${💡}',
  ],
);
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('source', 'target', 'type', 'path', 'context', 'args', 'test', 'service', 'file', 'limits'),
      tie('value'),
      {
        maxKeys: 3,
      },
    ),
  ),
}));
const key = fc.constantFrom(
  ...[
    'image',
    'ports',
    'volumes',
    'environment',
    'build',
    'depends_on',
    'extends',
    'healthcheck',
    'deploy',
    'networks',
    'tmpfs',
  ],
  ...[
    'command',
    'env_file',
    'secrets',
    'labels',
    'logging',
    'ulimits',
    'devices',
    'extra_hosts',
    'dns',
    'gpus',
    'mem_limit',
    'profiles',
  ],
);
const service = fc.oneof(
  { weight: 8, arbitrary: fc.dictionary(key, value, { maxKeys: 5 }) },
  { weight: 1, arbitrary: value },
);
const file = fc
  .record(
    {
      services: fc.oneof(
        { weight: 8, arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'c'), service) },
        { weight: 1, arbitrary: value },
      ),
      include: fc.array(value, { maxLength: 2 }),
      networks: value,
      volumes: value,
      secrets: value,
    },
    { requiredKeys: ['services'] },
  )
  .map((data) => JSON.stringify(data));

test('any files load without a crash, and every place lies in its file', () => {
  fc.assert(
    fc.property(file, file, file, text, (base, over, other, env) => {
      const files = { 'compose.yaml': base, 'b.yaml': over, 'f.yaml': other, '.env': `A=${env}\nP=8080\n` };
      const model = memoryModel(files, { paths: ['compose.yaml', 'b.yaml'] });
      const inside = ({ source, span }: Place) => {
        expect(0 <= span.start && span.start <= span.end && span.end <= source.text.length).toBe(true);
      };
      const visit = (located: Located): void => {
        inside(located.place);
        if (located.kind === 'list') located.items.forEach(visit);
        if (located.kind === 'map') {
          for (const entry of located.entries.values()) {
            inside(entry.place);
            visit(entry.value);
          }
        }
      };
      if (model.root) visit(model.root);
      for (const fault of model.faults) inside(fault.place);
      for (const each of model.services) {
        const read = [readPorts(each.value), readVolumes(each.value), readTmpfs(each.value), readBuild(each.value)];
        for (const found of [...read.flat(), readHealthcheck(each.value)]) if (found) inside(found.place);
        readLimits(each.value);
      }
      plainModel(model);
      for (const path of ['compose.yaml', 'b.yaml']) {
        for (const fault of checkSchema(memoryFiles(files).tree(path)!)) inside(fault.place);
      }
    }),
    { numRuns: 500 },
  );
});
