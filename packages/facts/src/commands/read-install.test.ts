import { parseShell } from '@dockwarden-internal/syntax';
import { readCommand } from './read-command.ts';
import { readInstall } from './read-install.ts';

const install = (text: string) =>
  readInstall(readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!));

describe('what a command installs', () => {
  test.each([
    ['apt-get install x', 'apt', 'packages'],
    ['apt install x', 'apt', 'packages'],
    ['apt-get build-dep x', 'apt', 'packages'],
    ['apk add x', 'apk', 'packages'],
    ['microdnf install x', 'dnf', 'packages'],
    ['yum groupinstall x', 'yum', 'packages'],
    ['dnf module install x:1', 'dnf', 'packages'],
    ['zypper in x', 'zypper', 'packages'],
    ['rpm -Uvh x.rpm', 'rpm', 'packages'],
    ['dpkg -i x.deb', 'dpkg', 'packages'],
    ['pacman -Sy --noconfirm x', 'pacman', 'packages'],
    ['pip install x', 'pip', 'packages'],
    ['python3 -m pip install -r requirements.txt', 'pip', 'project'],
    ['pip install .[dev]', 'pip', 'project'],
    ['pip install -e .', 'pip', 'project'],
    ['pip install ./dist/x.whl', 'pip', 'packages'],
    ['pipx install x', 'pipx', 'global'],
    ['uv sync', 'uv', 'project'],
    ['uv pip install x', 'uv', 'packages'],
    ['uv tool install x', 'uv', 'global'],
    ['poetry install', 'poetry', 'project'],
    ['pdm sync --prod --no-self', 'pdm', 'project'],
    ['python -m pdm install -G web', 'pdm', 'project'],
    ['pdm add flask', 'pdm', 'packages'],
    ['poetry add x', 'poetry', 'packages'],
    ['pipenv install', 'pipenv', 'project'],
    ['pipenv install x', 'pipenv', 'packages'],
    ['conda env create -f environment.yml', 'conda', 'project'],
    ['micromamba install -y -n base x', 'micromamba', 'packages'],
    ['npm ci', 'npm', 'project'],
    ['npm i', 'npm', 'project'],
    ['npm i x', 'npm', 'packages'],
    ['npm install -g x', 'npm', 'global'],
    ['npm install --location=global x', 'npm', 'global'],
    ['yarn', 'yarn', 'project'],
    ['yarn add x', 'yarn', 'packages'],
    ['yarn global add x', 'yarn', 'global'],
    ['yarn workspaces focus --production', 'yarn', 'project'],
    ['yarn workspace web add x', 'yarn', 'packages'],
    ['pnpm i', 'pnpm', 'project'],
    ['pnpm fetch --prod', 'pnpm', 'project'],
    ['pnpm add -g x', 'pnpm', 'global'],
    ['bun install', 'bun', 'project'],
    ['bun add x', 'bun', 'packages'],
    ['corepack prepare pnpm@9 --activate', 'corepack', 'global'],
    ['corepack pnpm install', 'pnpm', 'project'],
    ['go mod download', 'go', 'project'],
    ['go install example.com/x@v1', 'go', 'global'],
    ['go install ./...', 'go', 'project'],
    ['cargo fetch', 'cargo', 'project'],
    ['cargo chef cook --release', 'cargo', 'project'],
    ['cargo install x', 'cargo', 'global'],
    ['gem install x', 'gem', 'packages'],
    ['bundle install', 'bundle', 'project'],
    ['composer install', 'composer', 'project'],
    ['composer require a/b', 'composer', 'packages'],
    ['mvn -B dependency:go-offline', 'mvn', 'project'],
    ['mvn org.apache.maven.plugins:maven-dependency-plugin:3.6.0:resolve', 'mvn', 'project'],
    ['./gradlew dependencies', 'gradle', 'project'],
    ['dotnet restore', 'dotnet', 'project'],
    ['dotnet tool install -g x', 'dotnet', 'global'],
    ['poetry run pip install x', 'pip', 'packages'],
  ])('%s', (text, manager, scope) => {
    expect(install(text)).toMatchObject({ manager, scope });
  });

  test.each([
    ...[
      'apt-get update',
      'apt-get remove x',
      'apk del x',
      'apk update',
      'rpm -qa',
      'rpm --import key',
      'dpkg -l',
      'pacman -Ss x',
      'pip freeze',
    ],
    ...[
      'uv run x',
      'poetry build',
      'npm run build',
      'npm prune',
      'npm --version',
      'yarn --version',
      'yarn build',
      'pnpm deploy --prod x',
    ],
    ...[
      'bun run x',
      'corepack enable',
      'go build',
      'cargo test',
      'bundle --version',
      'composer dump-autoload',
      'mvn package',
      'gradle build',
    ],
    ...['dotnet publish', 'install -d /x', 'echo apt-get install x', 'conda activate x', 'constructor install'],
  ])('%s installs nothing', (text) => {
    expect(install(text)).toBeUndefined();
  });
});

describe('lock files', () => {
  const locks = (text: string) => install(text)?.lockfiles;

  test('are those of the manager, for what the project says', () => {
    expect(locks('npm ci')).toEqual(['package-lock.json', 'npm-shrinkwrap.json']);
    expect(locks('pnpm install')).toEqual(['pnpm-lock.yaml']);
    expect(locks('bun install')).toEqual(['bun.lock', 'bun.lockb']);
    expect(locks('uv sync')).toEqual(['uv.lock']);
    expect(locks('go mod download')).toEqual(['go.sum']);
    expect(locks('npm install x')).toEqual([]);
    expect(locks('pip install -r r.txt')).toEqual([]);
  });

  test.each([
    ['npm ci', true],
    ['npm clean-install', true],
    ['npm install', false],
    ['yarn install --frozen-lockfile', true],
    ['yarn --immutable', true],
    ['yarn install --no-immutable', false],
    ['yarn install', false],
    ['pnpm i --frozen-lockfile', true],
    ['pnpm i --no-frozen-lockfile', false],
    ['pnpm i --frozen-lockfile=false', false],
    ['pnpm fetch', true],
    ['bun install --frozen-lockfile', true],
    ['bun ci', true],
    ['uv sync --locked', true],
    ['uv sync --frozen', true],
    ['uv sync', false],
    ['pip install -r x', undefined],
    ['pip install --require-hashes -r x', true],
    ['poetry install', true],
    ['pdm install', false],
    ['pdm install --frozen-lockfile', true],
    ['pdm sync', true],
    ['pipenv install --deploy', true],
    ['pipenv install', false],
    ['cargo fetch --locked', true],
    ['cargo fetch', false],
    ['bundle install --deployment', true],
    ['composer install', true],
    ['dotnet restore --locked-mode', true],
    ['dotnet restore', undefined],
    ['mvn dependency:go-offline', undefined],
  ])('%s is frozen: %s', (text, frozen) => {
    expect(install(text)!.frozen).toBe(frozen);
  });
});

test.each([
  ['npm ci', true],
  ['npm ci --omit=dev', false],
  ['npm ci --omit dev --omit optional', false],
  ['npm install --production', false],
  ['npm install --production=false', true],
  ['npm install --only=prod', false],
  ['npm install --only production', false],
  ['npm ci --omit=dev --include=dev', true],
  ['npm ci --omit=optional', true],
  ['yarn install --production', false],
  ['yarn install --production=true', false],
  ['yarn', true],
  ['pnpm i --prod', false],
  ['pnpm i -P', false],
  ['pnpm i', true],
  ['bun install --production', false],
  ['bun install --omit dev', false],
  ['poetry install --only main', false],
  ['pdm install --prod', false],
  ['pdm install', true],
  ['poetry install --only main,dev', true],
  ['poetry install --without dev,docs', false],
  ['poetry install --no-dev', false],
  ['poetry install --no-root', true],
  ['uv sync --no-dev', false],
  ['uv sync', true],
  ['pipenv install --dev', true],
  ['pipenv install', false],
  ['composer install --no-dev', false],
  ['composer install', true],
  ['bundle install --without "development test"', false],
  ['bundle install', undefined],
  ['go mod download', undefined],
])('%s brings development dependencies: %s', (text, dev) => {
  expect(install(text)!.dev).toBe(dev);
});

test.each([
  ['apt-get install -y x', true],
  ['apt-get install -yq x', true],
  ['apt-get -qq install x', true],
  ['apt-get install -q -q x', true],
  ['apt-get install -q=2 x', true],
  ['apt-get install --assume-yes x', true],
  ['apt-get install -o APT::Get::Assume-Yes=true x', true],
  ['apt-get install -q x', false],
  ['apt-get install x', false],
  ['yum install -y x', true],
  ['dnf install --assumeyes x', true],
  ['dnf install x', false],
  ['zypper -n install x', true],
  ['zypper install -y x', true],
  ['zypper install -n x', false],
  ['apk add x', undefined],
  ['conda install -y x', true],
])('%s assumes yes: %s', (text, assumeYes) => {
  expect(install(text)!.assumeYes).toBe(assumeYes);
});

test.each([
  ['apt-get install x', true],
  ['apt-get install --no-install-recommends x', false],
  ['apt-get install -o APT::Install-Recommends=0 x', false],
  ['apt-get -o apt::install-recommends=false install x', false],
  ['dnf install --setopt=install_weak_deps=False x', false],
  ['dnf install x', true],
  ['zypper install --no-recommends x', false],
])('%s brings what is recommended: %s', (text, recommends) => {
  expect(install(text)!.recommends).toBe(recommends);
});

test.each([
  ['uv sync', true, undefined],
  ['uv sync --no-install-project', false, undefined],
  ['uv sync --no-install-workspace', false, undefined],
  ['poetry install', true, true],
  ['poetry install --no-root', false, true],
  ['pdm install --no-self', false, true],
  ['poetry install --only-root', true, false],
  ['pip install -r requirements.txt', false, true],
  ['pip install --no-deps -r requirements.txt', false, true],
  ['pip install --no-deps -e .', true, false],
  ['uv pip install --no-deps .', true, false],
  ['pip install .', true, true],
  ['pip install flask', undefined, true],
  ['uv pip sync requirements.txt', false, true],
  ['pnpm fetch', false, undefined],
  ['pnpm install', true, undefined],
  ['composer install --no-autoloader', false, undefined],
  ['npm ci', undefined, undefined],
])('%s installs the project: %s, and what it needs: %s', (text, project, dependencies) => {
  expect(install(text)).toHaveProperty('scope');
  expect([install(text)!.project, install(text)!.dependencies]).toEqual([project, dependencies]);
});

test.each([
  ['npm ci --offline', true],
  ['npm ci --prefer-offline', false],
  ['pnpm install -r --offline', true],
  ['yarn install --offline', true],
  ['pip install --no-index --find-links /wheels x', true],
  ['pip install --no-index --find-links https://example.com/wheels x', false],
  ['uv pip install --no-index x', true],
  ['uv sync --offline', true],
  ['cargo fetch --frozen', true],
  ['cargo fetch --locked', false],
  ['bundle install --local', true],
  ['go mod download', undefined],
])('%s downloads nothing: %s', (text, offline) => {
  expect(install(text)!.offline).toBe(offline);
});

test('caches and signatures', () => {
  expect(install('apk add --no-cache -t .deps x')).toMatchObject({ noCache: true, virtual: '.deps', verified: true });
  expect(install('apk add --allow-untrusted x')).toMatchObject({ noCache: false, verified: false });
  expect(install('pip install --no-cache-dir x')).toMatchObject({ noCache: true });
  expect(install('pip install --no-cache x')).toMatchObject({ noCache: true });
  expect(install('pip install --no-cache-dir --cache-dir=/x x')).toMatchObject({ noCache: false });
  expect(install('pip install --cache-dir /x --no-cache-dir x')).toMatchObject({ noCache: true });
  expect(install('uv sync --no-cache')).toMatchObject({ noCache: true });
  expect(install('apt-get install --allow-unauthenticated x')).toMatchObject({ verified: false });
  expect(install('yum install --nogpgcheck x')).toMatchObject({ verified: false });
  expect(install('rpm -i --nosignature x')).toMatchObject({ verified: false });
});

test('what compiles the sources as well', () => {
  expect(install('cargo build --release')).toMatchObject({ scope: 'project', builds: true });
  expect(install('cargo fetch')!.builds).toBeUndefined();
});
