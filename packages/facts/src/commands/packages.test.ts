import { parseShell } from '@dockwarden-internal/syntax';
import { packagesOf } from './packages.ts';
import { readCommand } from './read-command.ts';

const packages = (text: string) =>
  packagesOf(readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!));
const brief = (text: string) =>
  packages(text).map(({ name = '?', version, exact, release, source, unresolved }) =>
    [
      name,
      ...(version === undefined ? [] : [version, exact ? 'exact' : 'range']),
      ...(release === undefined ? [] : [`from ${release}`]),
      ...(source === 'registry' ? [] : [source]),
      ...(unresolved ? ['unresolved'] : []),
    ].join(' '),
  );

test.each([
  [
    'apt-get install -y curl libc6:arm64 g++ vim=2:9.0-1 nginx/bookworm',
    ['curl', 'libc6', 'g++', 'vim 2:9.0-1 exact', 'nginx from bookworm'],
  ],
  ['apt-get install -t stable a b=1.*', ['a from stable', 'b 1.* range from stable']],
  ['apt-get install ./a.deb /tmp/b.deb c.deb https://x/d.deb purge-', ['? file', '? file', '? file', '? url']],
  [
    'apt-get install a=$V $PKGS "lib$X" b="$V"',
    ['a $V exact unresolved', '? unresolved', '? unresolved', 'b $V exact unresolved'],
  ],
  ['apt-get install php-{cli,fpm} ${A:+a=1}', ['php-cli', 'php-fpm', '? unresolved']],
  ['apt-get install $(cat x)', ['? unresolved']],
  ['apt-get build-dep -y x-dev', []],
  ['dnf builddep -y x.spec', []],
  ['apk add -t .d a=1.2-r0 b~=1.2 c>1', ['a 1.2-r0 exact', 'b 1.2 range', 'c']],
  ["apk add 'c>1' d@edge 'e@edge=1' !f g.apk", ['c 1 range', 'd from edge', 'e 1 exact from edge', '? file']],
  [
    'yum install -y a-1.2-3.el9 b-devel c-1:2.0 java-11-openjdk d-1.* @tools e.rpm',
    ['a 1.2-3.el9 exact', 'b-devel', 'c 1:2.0 exact', 'java-11-openjdk', 'd 1.* range', '? file'],
  ],
  ['dnf install docker-ce-$V $X-1.0', ['docker-ce $V exact unresolved', '? 1.0 exact unresolved']],
  ['dnf install @nodejs:22 @tools', ['nodejs 22 range']],
  ['dnf module install nodejs:22 ruby', ['nodejs 22 range', 'ruby']],
  ['zypper in a=1.2 "b>=3" c', ['a 1.2 exact', 'b 3 range', 'c']],
  ['zypper in pattern:devel a', ['a']],
  ['rpm -i https://x/a.rpm b.rpm', ['? url', '? file']],
  ['dpkg -i *.deb', ['? file']],
  ['pacman -S --noconfirm a', ['a']],
  [
    'pip install a==1.2 "b[x]>=1,<2" c===1 d==1.* "e ; python_version > \'3\'"',
    ['a 1.2 exact', 'b >=1,<2 range', 'c 1 exact', 'd ==1.* range', 'e'],
  ],
  ['pip install -r r.txt -c c.txt --index-url https://x a', ['? requirement', 'a']],
  ['pip install . ./x y.whl https://x/z.whl -e .[dev]', ['? project', '? project', '? file', '? url', '? project']],
  ['pip install git+https://x/y.git@v1#egg=y "z @ git+https://x/z" --upgrade', ['y v1 exact vcs', 'z vcs']],
  ['pip install a/b', ['? project']],
  ['pip install a==$V "b${SPEC}"', ['a $V exact unresolved', '? unresolved']],
  ['pipx install a==1 b', ['a 1 exact', 'b']],
  ['uv pip install a==1 -r r.txt', ['a 1 exact', '? requirement']],
  ['uv tool install a@1.2', ['a 1.2 exact']],
  ['poetry add a@^1.2 b==2', ['a ^1.2 range', 'b 2 exact']],
  ['conda install -c x y=1.2 "z>=2" x::w', ['y 1.2 exact', 'z >=2 range', 'w']],
  ['npm install -g a a@1.2.3 @s/b @s/b@^2 c@latest', ['a', 'a 1.2.3 exact', '@s/b', '@s/b ^2 range', 'c latest range']],
  [
    'npm i user/repo#abc1234 git+ssh://git@x/y.git ./z file:z q.tgz https://x/y.tgz d@npm:e@1.0.0',
    ['? abc1234 exact vcs', '? vcs', '? file', '? file', '? file', '? url', 'd 1.0.0 exact'],
  ],
  ['npm install a@$V $A', ['a $V range unresolved', '? unresolved']],
  ['yarn global add a@1', ['a 1 range']],
  ['corepack prepare pnpm@9.1.0 --activate', ['pnpm 9.1.0 exact']],
  ['gem install a b:1.2 -v 3', ['a 3 exact', 'b 1.2 exact']],
  ['gem install a -- b', ['a']],
  ['go install x.y/a@v1.2.3', ['x.y/a v1.2.3 exact']],
  ['go install x.y/a@latest', ['x.y/a latest range']],
  ['go get -u ./... x.y/b', ['? project', 'x.y/b']],
  ['cargo install a@1.2 --locked', ['a 1.2 exact']],
  ['cargo install --version "~1.2" a', ['a ~1.2 range']],
  ['cargo install --git https://x --tag v1 a', ['a v1 exact vcs']],
  ['composer require a/b:^1.2 c/d', ['a/b ^1.2 range', 'c/d']],
  ['dotnet tool install -g a --version 1.2.3', ['a 1.2.3 exact']],
])('%s', (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test.each([
  'npm ci',
  'yarn',
  'yarn workspaces focus api @acme/web --production',
  'pip download x',
  'uv sync',
  'go mod download',
  'apt-get remove x',
  'npm run x',
  'dotnet restore',
  'dnf group install tools',
  'zypper in -t pattern devel',
])('%s names none', (text) => {
  expect(packages(text)).toEqual([]);
});

test.each([
  ['npx -y a@1.0.0 b', ['a 1.0.0 exact']],
  ['npx -p a@1.0.0 b', ['a 1.0.0 exact']],
  ['pnpm dlx a', ['a']],
  ['uvx a@1', ['a 1 exact']],
  ['uvx --from a==1 b', ['a 1 exact']],
  ['pipx run a', ['a']],
  ['go run x.y/a@latest b@c', ['x.y/a latest range']],
  ['go run main.go', ['? project']],
])('%s only runs what it names', (text, expected) => {
  expect(brief(text)).toEqual(expected);
  expect(packages(text).every(({ transient }) => transient)).toBe(true);
});

test('a package knows its manager and its place', () => {
  const text = 'sudo apt-get install -y "a=1" b';
  expect(packages(text).map(({ manager, span }) => [manager, text.slice(span.start, span.end)])).toEqual([
    ['apt', '"a=1"'],
    ['apt', 'b'],
  ]);
});
