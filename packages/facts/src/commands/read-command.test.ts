import { parseShell } from '@dockwarden-internal/syntax';
import { type CommandReading, readCommand } from './read-command.ts';

const read = (text: string): CommandReading =>
  readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!);
const flags = (text: string) =>
  read(text).flags.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
const args = (text: string) => read(text).args.map((word) => word.shown);
const parts = (text: string) => [read(text).subcommand?.text, flags(text), args(text)];

test.each([
  ['/usr/bin/apt-get update', 'apt-get', 'apt-get'],
  ['pip3.11 install x', 'pip3.11', 'pip'],
  ['python3 -m pip install x', 'pip', 'pip'],
  ['python -Impip install x', 'pip', 'pip'],
  ['python3 -m venv /x', 'python3', 'python'],
  ['corepack pnpm@9 install', 'pnpm', 'pnpm'],
  ['corepack enable', 'corepack', 'corepack'],
  ['./gradlew build', 'gradlew', 'gradle'],
  ['dnf5 install x', 'dnf5', 'dnf'],
  ['yarnpkg add x', 'yarnpkg', 'yarn'],
  ['git2 clone x', 'git2', 'git2'],
])('%s is called %s and is %s', (text, name, program) => {
  expect(read(text)).toMatchObject({ name, program });
});

test('a program in a variable and assignments alone have no name', () => {
  expect(read('$CMD install x')).toMatchObject({ flags: [], args: [{ shown: 'install' }, { shown: 'x' }] });
  expect(read('$CMD install').name).toBeUndefined();
});

test.each([
  ['$VENV/bin/pip install x', 'pip'],
  ['"${VIRTUAL_ENV:-/venv}/bin/pip3.12" install x', 'pip3.12'],
  ['$(brew --prefix)/bin/node --version', 'node'],
  ['$PREFIX/bin/$TOOL x', undefined],
  ['$PREFIX/python$VERSION x', undefined],
  ['${SCRIPT%/*} x', undefined],
  ['$BIN/ x', undefined],
  ['$BIN/*.sh x', undefined],
])('a variable for the folder of %s leaves the name %s', (text, name) => {
  expect(read(text).name).toBe(name);
  expect(read('A=1').name).toBeUndefined();
});

test.each([
  [
    'apt-get -yq install --no-install-recommends -o A::B=1 curl=7',
    'install',
    ['-y', '-q', '--no-install-recommends', '-o=A::B=1'],
    ['curl=7'],
  ],
  ['apt-get install -t stable x -q=2', 'install', ['-t=stable', '-q=2'], ['x']],
  [
    'apk add --no-cache -t .deps --repository=https://x a b',
    'add',
    ['--no-cache', '-t=.deps', '--repository=https://x'],
    ['a', 'b'],
  ],
  ['apk --update add a', 'add', ['--update'], ['a']],
  ['dnf module install -y nodejs:22', 'module install', ['-y'], ['nodejs:22']],
  ['go mod download -x', 'mod download', ['-x'], []],
  ['go build -mod=vendor -ldflags "-s -w" -o /x ./cmd', 'build', ['-mod=vendor', '-ldflags=-s -w', '-o=/x'], ['./cmd']],
  ['uv pip install --system -r r.txt', 'pip install', ['--system', '-r=r.txt'], []],
  ['npm --prefix app run build', 'run', ['--prefix=app'], ['build']],
  ['npm ci -ddd --omit=dev', 'ci', ['-ddd', '--omit=dev'], []],
  ['yarn cache clean --all', 'cache clean', ['--all'], []],
  ['yarn --frozen-lockfile', undefined, ['--frozen-lockfile'], []],
  ['cargo +nightly install --version 1.2 x', 'install', ['+nightly', '--version=1.2'], ['x']],
  ['cargo --version', undefined, ['--version'], []],
  ['gem install a -- --with-x=y', 'install', [], ['a', '--with-x=y']],
  [
    'git -C /x -c a=b clone --depth 1 -b v1 https://x y',
    'clone',
    ['-C=/x', '-c=a=b', '--depth=1', '-b=v1'],
    ['https://x', 'y'],
  ],
  ['curl -fsSLo /x -H "A: b" https://x', undefined, ['-f', '-s', '-S', '-L', '-o=/x', '-H=A: b'], ['https://x']],
  ['curl -o/x --retry 3 u', undefined, ['-o=/x', '--retry=3'], ['u']],
  ['wget -nv -qO- u', undefined, ['-nv', '-q', '-O=-'], ['u']],
  [
    'tar xzf a.tgz -C /x --strip-components=1',
    undefined,
    ['-x', '-z', '-f=a.tgz', '-C=/x', '--strip-components=1'],
    [],
  ],
  ['tar -xzf a.tgz b', undefined, ['-x', '-z', '-f=a.tgz'], ['b']],
  ['tar cfC a.tar /x y', undefined, ['-c', '-f=a.tar', '-C=/x'], ['y']],
  ['set -euxo pipefail +x', undefined, ['-e', '-u', '-x', '-o=pipefail', '+x'], []],
  ['set -- a b', undefined, [], ['a', 'b']],
  ['chmod -R -x,o+r f', undefined, ['-R'], ['-x,o+r', 'f']],
  ['find / -name "*.pyc" -type f -delete', undefined, ['-name=*.pyc', '-type=f', '-delete'], ['/']],
  ['useradd -ru 1000 -g 1000 --shell /bin/sh app', undefined, ['-r', '-u=1000', '-g=1000', '--shell=/bin/sh'], ['app']],
  [
    'mvn -B -DskipTests -Pprod -pl a,b dependency:go-offline',
    undefined,
    ['-B', '-D=skipTests', '-P=prod', '-pl=a,b'],
    ['dependency:go-offline'],
  ],
  ['nx run-many -t build --parallel=3 --exclude x', 'run-many', ['-t=build', '--parallel=3', '--exclude=x'], []],
  ['frobnicate -abc --x=1 y', undefined, ['-abc', '--x=1'], ['y']],
  ['apt-get $OPTS install x', 'install', [], ['x']],
  ['apt-get "$(verb)"', undefined, [], ['$(verb)']],
])('%s', (text, subcommand, options, operands) => {
  expect(parts(text)).toEqual([subcommand, options, operands]);
});

test('places of letters, values and subcommands', () => {
  const text = 'apt-get -yq install -o "A=b" --target-release=stable';
  const { flags: found, subcommand } = read(text);
  const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  expect(found.map(({ span }) => at(span))).toEqual(['y', 'q', '-o "A=b"', '--target-release=stable']);
  expect(found.map(({ valueSpan }) => at(valueSpan))).toEqual([undefined, undefined, '"A=b"', 'stable']);
  expect(at(subcommand!.span)).toBe('install');
  expect(at(read('go  mod   download').subcommand!.span)).toBeDefined();
});

test('letters in quotes share the place of their word', () => {
  const text = 'apt-get "-yq" install';
  expect(read(text).flags.map(({ span }) => text.slice(span.start, span.end))).toEqual(['"-yq"', '"-yq"']);
});

test('values of variables are unresolved', () => {
  const [option, other] = read('apt-get install -t "$R" -o A=$B').flags;
  expect(option).toMatchObject({ name: '-t', value: '$R', unresolved: true });
  expect(other).toMatchObject({ name: '-o', value: 'A=$B', unresolved: true });
  expect(read('apt-get install -t stable').flags[0]).not.toHaveProperty('unresolved');
});

test('what stands behind -- is told', () => {
  expect(read('gem install a b -- c').dashes).toBe(2);
  expect(read('gem install a').dashes).toBeUndefined();
});

test.each([
  ['npx turbo@2 prune web --docker', 'turbo', 'prune', ['web']],
  ['npx -y playwright install chromium', 'playwright', 'install', ['chromium']],
  ['pnpm exec nx run-many -t build', 'nx', 'run-many', []],
  ['pnpm dlx turbo prune web', 'turbo', 'prune', ['web']],
  ['yarn turbo prune web', 'turbo', 'prune', ['web']],
  ['yarn workspace web add left-pad', 'yarn', 'add', ['left-pad']],
  ['bunx turbo prune web', 'turbo', 'prune', ['web']],
  ['uv run pip install x', 'pip', 'install', ['x']],
  ['uv tool run poetry install', 'poetry', 'install', []],
  ['poetry run pip install x', 'pip', 'install', ['x']],
  ['bundle exec gem install x', 'gem', 'install', ['x']],
  ['conda run -n base pip install x', 'pip', 'install', ['x']],
  ['npm exec -- turbo prune web', 'turbo', 'prune', ['web']],
])('%s starts %s %s', (text, program, subcommand, operands) => {
  const { launched } = read(text);
  expect([launched?.program, launched?.subcommand?.text, launched?.args.map((word) => word.shown)]).toEqual([
    program,
    subcommand,
    operands,
  ]);
});

test('launchers in launchers end somewhere', () => {
  expect(read(`${'npx '.repeat(50)}x`).program).toBe('npx');
});
