import type { Program } from './program.ts';

const SHADOW = 'shadow 4.13';

/** `adduser` and `addgroup` are three programs: Debian's, BusyBox's, and a link to useradd on Fedora and its kin. One list holds all three. */
export const USER_PROGRAMS: readonly Program[] = [
  {
    names: 'useradd',
    valued: [
      '-b --base-dir -c --comment -d --home-dir --home -e --expiredate -f --inactive -g --gid -G --groups -k --skel -K --key -p --password',
      '-P --prefix -R --root -s --shell -u --uid -Z --selinux-user',
    ].join(' '),
    source: SHADOW,
    asOf: '2026-11-20',
  },
  {
    names: 'usermod',
    valued: [
      '-c --comment -d --home -e --expiredate -f --inactive -g --gid -G --groups -l --login -p --password -P --prefix -R --root -s --shell',
      '-u --uid -v --add-subuids -V --del-subuids -w --add-subgids -W --del-subgids -Z --selinux-user',
    ].join(' '),
    source: SHADOW,
    asOf: '2026-11-20',
  },
  {
    names: 'groupadd',
    valued: '-g --gid -K --key -p --password -P --prefix -R --root -U --users',
    source: SHADOW,
    asOf: '2026-11-20',
  },
  {
    names: 'adduser',
    valued: [
      '--home --shell --ingroup --uid --gid --firstuid --lastuid --firstgid --lastgid --gecos --comment --conf --skel',
      '-h -g -s -G -u -k -c -d -e -f -p -b -K -R -P -Z --home-dir --base-dir --groups --expiredate --inactive --password --root',
    ].join(' '),
    source: `adduser 3.134 (Debian), BusyBox 1.36, ${SHADOW}`,
    asOf: '2026-11-20',
  },
  {
    names: 'addgroup',
    valued: '--gid -g --firstgid --lastgid --conf -c',
    source: 'adduser 3.134 (Debian), BusyBox 1.36',
    asOf: '2026-11-20',
  },
];
