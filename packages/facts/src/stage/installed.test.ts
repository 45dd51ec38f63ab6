import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { installedIn, mayInstallMore } from './installed.ts';

const stage = (text: string) => dockerfileOf(text).stages.at(-1)!;
const names = (text: string) => installedIn(stage(text)).map(({ reading }) => reading.name);

describe('installedIn', () => {
  test('what the chain installs, in its order', () => {
    const text =
      'FROM debian AS a\nRUN apt-get install -y curl gcc\nFROM debian\nRUN apt-get install vim\nFROM a\nRUN npm i -g nx\n';
    expect(names(text)).toEqual(['curl', 'gcc', 'nx']);
  });

  test.each([
    ['apt-get install -y gcc curl && make && apt-get purge -y --auto-remove gcc', ['curl']],
    ['apt-get install -y gcc=12 curl\nRUN apt-get remove gcc', ['curl']],
    ['apt-get install -y gcc-12 curl && apt-get purge "gcc-*"', ['curl']],
    ['apk add --virtual .deps gcc make && apk add curl && apk del .deps', ['curl']],
    ['deps="gcc make" && apt-get install -y curl && apt-get purge -y $deps', []],
    ['pip install gcc && apt-get purge -y gcc', ['gcc']],
    [
      "apt-get install -y curl\nRUN apt-get install -y gcc && make && apt-mark auto '.*' && apt-get purge -y --auto-remove",
      ['curl'],
    ],
    ['apt-get install -y gcc && make && apt-mark showmanual | xargs apt-mark auto && apt-get purge --auto-remove', []],
    ['apt-get install -y gcc && make && apt-mark auto $(apt-mark showmanual) && apt-get purge --auto-remove', []],
    ['apt-get install -y curl && apt-mark showmanual "lib*" | xargs apt-mark auto', ['curl']],
    ['apt-get install -y curl && apt-mark showmanual | xargs apt-mark hold', ['curl']],
    ['apt-get install -y curl && apt-mark auto curl && make', ['curl']],
    ['apt-get install -y gcc && apt-get autoremove -y && apt-get clean', ['gcc']],
  ])('%s leaves %j', (commands, left) => {
    expect(names(`FROM debian\nRUN ${commands}\n`)).toEqual(left);
  });
});

test('a RUN that is not read to its end may install more', () => {
  expect(mayInstallMore(stage('FROM debian\nRUN ["apt-get", "install", "vim"]\n'))).toBe(false);
  expect(mayInstallMore(stage('FROM debian\nRUN apt-get install "vim\n'))).toBe(true);
});
