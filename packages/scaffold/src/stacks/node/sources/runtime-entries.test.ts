import { appOf } from '../../../testing/app-of.ts';
import { sourceEntries } from './runtime-entries.ts';

test('an app consists of its programs and folders, without tests, tools, and what is nobody’s business but the host’s', () => {
  const app = appOf({
    'server.js': '',
    'lib/a.js': '',
    'views/index.html': '',
    'test/a.test.js': '',
    'secrets/postgres-password': '',
    'proxy/nginx.conf': '',
    'logs/vector.yaml': '',
    'credentials.json': '{}',
    '.env': '',
    'jest.config.js': '',
    'package.json': '{}',
  });
  expect(sourceEntries(app, 'server.js')).toEqual(['lib', 'server.js', 'views']);
});

test('the folder of the entry belongs to it whatever its name', () => {
  expect(sourceEntries(appOf({ 'scripts/start.js': '', 'dist/x.js': '' }), 'scripts/start.js')).toEqual(['scripts']);
});
