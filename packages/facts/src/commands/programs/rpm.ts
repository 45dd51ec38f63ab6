import type { Program } from './program.ts';

const DNF = {
  valued: [
    '-c --config --config-file -d --debuglevel -e --errorlevel -R --randomwait -x --exclude --excludepkgs --disableexcludes',
    '--disableexcludepkgs --enablerepo --disablerepo --enable-repo --disable-repo --repo --repoid --repofrompath --installroot',
    '--releasever --setopt --rpmverbosity --disableplugin --enableplugin --downloaddir --destdir --advisory --advisories --bz --bzs',
    '--cve --cves --sec-severity --secseverity --advisory-severities --forcearch --comment --color --add-repo',
  ].join(' '),
  subcommands: true,
  groups: 'group groups module copr environment repo history',
  source: 'dnf(8), dnf 4.18 and 5.2; yum(8), yum 3.4',
  asOf: '2026-11-20',
};

export const RPM_PROGRAMS: readonly Program[] = [
  { names: 'dnf', ...DNF },
  { names: 'yum', ...DNF },
  { names: 'microdnf', ...DNF },
  { names: 'tdnf', ...DNF },
  { names: 'yum-config-manager', ...DNF, subcommands: false },
  {
    names: 'zypper',
    valued: [
      '-R --root -C --cache-dir -D --reposd-dir -c --config --raw-cache-dir --solv-cache-dir --pkg-cache-dir -p --plus-repo',
      '--plus-content --installroot --from -r --repo -t --type --download --match-exact --issue -b --bugzilla --cve --date -g --category',
      '--severity',
    ].join(' '),
    subcommands: true,
    valuedBy: {
      addrepo: '-r --repo -t --type -n --name -p --priority',
      ar: '-r --repo -t --type -n --name -p --priority',
    },
    source: 'zypper(8), zypper 1.14',
    asOf: '2026-11-20',
  },
  {
    names: 'rpm',
    valued:
      '-D --define --undefine -E --eval --dbpath --root -r --rcfile --macros --qf --queryformat --prefix --relocate --excludepath --pipe',
    source: 'rpm(8), rpm 4.18',
    asOf: '2026-11-20',
  },
  {
    names: 'pacman',
    valued: [
      '-b --dbpath -r --root --arch --cachedir --color --config --gpgdir --hookdir --logfile --sysroot --ignore --ignoregroup',
      '--overwrite --assume-installed --print-format',
    ].join(' '),
    source: 'pacman(8), pacman 6.1',
    asOf: '2026-11-20',
  },
];
