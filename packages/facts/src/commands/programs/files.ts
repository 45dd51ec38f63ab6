import type { Program } from './program.ts';

const COREUTILS = { source: 'coreutils 9.1 and BusyBox 1.36', asOf: '2026-11-20' };

/** A mode such as `-x` or `-w,o+r`, which chmod takes for an operand. */
const MINUS_MODE = /^-[rwxXstugo]+(,.*)?$/;

export const FILE_PROGRAMS: readonly Program[] = [
  { names: 'rm', ...COREUTILS },
  { names: 'rmdir', ...COREUTILS },
  { names: 'chmod', valued: '--reference', operands: MINUS_MODE, ...COREUTILS },
  { names: 'chown', valued: '--from --reference', ...COREUTILS },
  { names: 'chgrp', valued: '--reference', ...COREUTILS },
  { names: 'ln', valued: '-t --target-directory -S --suffix', attached: '--backup', ...COREUTILS },
  { names: 'mkdir', valued: '-m --mode', attached: '--context', ...COREUTILS },
  {
    names: 'cp',
    valued: '-t --target-directory -S --suffix',
    attached: '--backup --preserve --reflink --sparse',
    ...COREUTILS,
  },
  { names: 'mv', valued: '-t --target-directory -S --suffix', attached: '--backup --update', ...COREUTILS },
  { names: 'install', valued: '-m --mode -o --owner -g --group -t --target-directory -S --suffix', ...COREUTILS },
  { names: 'touch', valued: '-t -d --date -r --reference', ...COREUTILS },
  { names: 'tee', attached: '--output-error', ...COREUTILS },
  { names: 'cd', source: 'POSIX, cd', asOf: '2026-11-20' },
  { names: 'set', valued: '-o', source: 'POSIX, set', asOf: '2026-11-20' },
  {
    names: 'find',
    valued: [
      '-amin -anewer -atime -cmin -cnewer -context -ctime -files0-from -fstype -gid -group -ilname -iname -inum -iwholename -iregex -links',
      '-lname -maxdepth -mindepth -mmin -mtime -name -newer -path -perm -regex -regextype -size -type -uid -used -user -wholename -xtype',
      '-printf -fprint -fprint0 -fls -D',
    ].join(' '),
    dash: 'word',
    source: 'findutils 4.9, find --help',
    asOf: '2026-11-20',
  },
];
