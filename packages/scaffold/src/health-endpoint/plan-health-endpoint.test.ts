import { appOf } from '../testing/app-of.ts';
import { planHealthEndpoint } from './plan-health-endpoint.ts';

const app = appOf({ 'app.js': "const express = require('express');\nconst app = express();\n" });

test.each(['', '/', 'health', '/health?x', "/a'b", '/../etc', '/a//b', '/:id', '/*', `/${'a/'.repeat(20)}`])(
  'path %j is refused',
  (path) => {
    expect(planHealthEndpoint(app, { framework: 'express', path, dependencies: [] })).toMatchObject({
      code: 'health/path',
      exit: 2,
    });
  },
);

test('a service that nobody knows is refused', () => {
  const dependencies = ['__proto__'];
  expect(planHealthEndpoint(app, { framework: 'express', path: '/health', dependencies })).toMatchObject({
    code: 'setup/unknown-service',
  });
});

test('a project without sources of the framework has no place for a route', () => {
  expect(planHealthEndpoint(app, { framework: 'flask', path: '/health', dependencies: [] })).toMatchObject({
    code: 'health/no-sources',
    exit: 2,
  });
});

test('two services of one kind have variables of their own, as in the Compose files', () => {
  const plan = planHealthEndpoint(app, { framework: 'express', path: '/health', dependencies: ['postgres', 'mysql'] });
  const [module] = 'files' in plan ? plan.files : [];
  expect(module!.text).toContain("postgres: (signal) => reachable('DATABASE_URL', 5432, signal)");
  expect(module!.text).toContain("mysql: (signal) => reachable('MYSQL_URL', 3306, signal)");
});
