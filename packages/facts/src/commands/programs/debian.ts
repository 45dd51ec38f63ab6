import type { Program } from './program.ts';

const APT = {
  valued:
    '-o --option -c --config-file -t --target-release --default-release -a --host-architecture -P --build-profiles --with-source',
  equals: true,
  subcommands: true,
  source: 'apt-get(8), apt(8), apt 2.6',
  asOf: '2026-11-20',
};

export const DEBIAN_PROGRAMS: readonly Program[] = [
  { names: 'apt-get', ...APT },
  { names: 'apt', ...APT },
  { names: 'apt-cache', ...APT },
  { names: 'apt-mark', ...APT },
  {
    ...APT,
    names: 'aptitude',
    valued: `${APT.valued} -F --display-format -O --sort -w --width -S --add-user-tag --add-user-tag-to --remove-user-tag`,
    source: 'aptitude(8), aptitude 0.8',
  },
  {
    names: 'dpkg',
    valued:
      '--admindir --root --instdir --log --path-exclude --path-include --status-fd --status-logger --ignore-depends -D',
    source: 'dpkg(1), dpkg 1.21',
    asOf: '2026-11-20',
  },
];
