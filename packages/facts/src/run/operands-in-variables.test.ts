// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfile text
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { commandsOf } from './commands.ts';
import { packagesIn } from './installs.ts';

const packages = (lines: string) => {
  const { instructions } = dockerfileOf(`FROM debian:12\n${lines}\n`).stages[0]!;
  return packagesIn(commandsOf(instructions.at(-1)!)[0]!).map(
    ({ reading: { name = '?', version = '' } }) => `${name} ${version}`,
  );
};

test.each([
  ['ARG PKGS="curl  wget=1.2"\nRUN apt-get install -y $PKGS', ['curl ', 'wget 1.2']],
  ['RUN pkgs="gcc make"; apk add --no-cache $pkgs', ['gcc ', 'make ']],
  ['RUN apt-get install ${PKGS:-curl} git', ['curl ', 'git ']],
  ['ARG V=latest\nRUN npm install -g pnpm@$V', ['pnpm latest']],
  ['ARG V=9.1.0\nRUN npm install -g "pnpm@${V}"', ['pnpm 9.1.0']],
  ['ARG V=2\nRUN env A=1 pip install flask==$V', ['flask 2']],
  ['ARG V\nRUN npm install -g pnpm@$V', ['pnpm $V']],
  ['ARG PKGS\nRUN apt-get install $PKGS', ['? ']],
  ['ARG PKGS=""\nRUN apt-get install curl $PKGS', ['curl ', '? ']],
  ['ARG PKGS="clang{{ version }} make"\nRUN apt-get install $PKGS', ['? ']],
  ['RUN for pkg in curl wget; do apt-get install $pkg; done', ['? ']],
  ['ARG A=a\nRUN apt-get install $(list $A)', ['? ']],
  ['RUN apt-get install curl', ['curl ']],
])('%j installs %j', (lines, expected) => {
  expect(packages(lines)).toEqual(expected);
});
