import { namesArtifact, namesSecret, roleByName } from './role-by-name.ts';

test.each([
  ['package.json', 'manifest'],
  ['apps/api/package.json', 'manifest'],
  ['apps/*/package.json', 'manifest'],
  ['requirements-dev.txt', 'manifest'],
  ['src/Api/Api.csproj', 'manifest'],
  ['*.csproj', 'manifest'],
  ['pom.xml', 'manifest'],
  ['pyproject*.toml', 'manifest'],
  ['package-lock.json', 'lockfile'],
  ['package*.json', 'lockfile'],
  ['yarn.lock*', 'lockfile'],
  ['odh/rpms.lock.yaml', 'lockfile'],
  ['*.lock', 'lockfile'],
  ['go.*', 'lockfile'],
  ['Gemfile*', 'lockfile'],
  ['bun.lock[b]', 'lockfile'],
  ['tsconfig.json', 'config'],
  ['tsconfig*.json', 'config'],
  ['tsconfig.base.json', 'config'],
  ['vite.config.ts', 'config'],
  ['*.config.js', 'config'],
  ['.yarn', 'config'],
  ['nginx.conf', 'config'],
  ['deploy/conf/*', 'config'],
  ['deploy/conf', 'config'],
  ['src/*', undefined],
  ['src', undefined],
  ['*.js', undefined],
  ['*.py', undefined],
  ['app.py', undefined],
  ['*', undefined],
  ['**', undefined],
  ['index.json.ts', undefined],
])('the role of %s is %s', (path, role) => {
  expect(roleByName(path)).toBe(role);
});

test.each([
  '.env',
  'apps/api/.env.production',
  '.npmrc',
  'id_rsa',
  'tls/server.key',
  'private.pem',
  '.aws/credentials',
  '.ssh',
  '/root/.docker/config.json',
  'service-account-prod.json',
  'cert.pfx',
  'tls/client-cert.p12',
  '.env*',
  'apps/api/.env*',
])('%s names a secret', (path) => {
  expect(namesSecret(path)).toBe(true);
});

test.each([
  '.env.example',
  'id_rsa.pub',
  'ca.pem',
  'certs/root-ca.pem',
  'public.key',
  'fullchain.pem',
  'keys.ts',
  'truststore.p12',
  'truststore.jks',
  'root-ca.pfx',
  '.env.example*',
  'env*',
  'environment.ts',
  '.key',
  'config.json',
])('%s names none', (path) => {
  expect(namesSecret(path)).toBe(false);
});

test.each([
  ['dist', true],
  ['dist/apps/api', true],
  ['apps/web/.next/standalone', true],
  ['target/app.jar', true],
  ['lib/app.jar', true],
  ['src/distance', false],
  ['builder.ts', false],
])('%s is an artifact: %s', (path, expected) => {
  expect(namesArtifact(path)).toBe(expected);
});
