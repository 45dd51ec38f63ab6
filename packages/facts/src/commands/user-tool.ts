import { flagValues, hasFlag } from './flags.ts';
import type { CommandReading } from './read-command.ts';

/** A command that makes a user or a group. */
export interface UserToolReading {
  readonly tool: 'useradd' | 'adduser' | 'groupadd' | 'addgroup' | 'usermod';
  /**
   * Whose options it is called with: those of Debian's adduser, of the shadow suite (useradd, and adduser where it is a link to that), or of BusyBox. Absent
   * where the options are common to several, or to none.
   */
  readonly dialect?: Dialect;
  /** The user or group that it makes; absent where a variable decides it, and where it only adds a user to a group. */
  readonly user?: string;
  /** As written: `1000`, `$UID`. */
  readonly uid?: string;
  /** A number or a name. */
  readonly gid?: string;
  readonly shell?: string;
  readonly home?: string;
  /** True where one of the values above is a variable's. */
  readonly unresolved?: true;
  /** A system account. */
  readonly system: boolean;
  /** True with `-l` of useradd: no entries for the uid in lastlog and faillog, whose size grows with it. */
  readonly noLogInit: boolean;
}

export type Dialect = 'debian' | 'shadow' | 'busybox';

/** Options of each adduser and addgroup. Sources: adduser(8) 3.134; loginutils/adduser.c and addgroup.c, BusyBox 1.36; useradd(8), shadow 4.13. */
const OPTIONS: Readonly<Record<'adduser' | 'addgroup', Readonly<Partial<Record<Dialect, ReadonlySet<string>>>>>> = {
  adduser: {
    debian: listed(
      [
        '--uid --firstuid --lastuid --gid --firstgid --lastgid --ingroup --add-extra-groups --add_extra_groups --shell --comment --gecos --home',
        '--no-create-home --allow-all-names --allow-bad-names --allow-badname --force-badname --disabled-password --disabled-login --conf',
        '--quiet --verbose --debug --system --group -q',
      ].join(' '),
    ),
    busybox: listed(
      '-h -g -s -G -D -S -H -u -k --home --gecos --shell --ingroup --disabled-password --empty-password --system --no-create-home --uid --skel',
    ),
    shadow: listed(
      [
        '-b -c -d -e -f -g -G -k -K -l -m -M -N -o -p -r -R -P -s -u -U -Z --base-dir --comment --home-dir --expiredate',
        '--inactive --gid --groups --skel --key --no-log-init --create-home --no-create-home --no-user-group --non-unique --password --system',
        '--root --prefix --shell --uid --user-group --selinux-user --badname --badnames',
      ].join(' '),
    ),
  },
  addgroup: {
    debian: listed(
      '--gid --firstgid --lastgid --conf --quiet --verbose --debug --system --group --force-badname --allow-bad-names --allow-all-names',
    ),
    busybox: listed('-g -S --gid --system'),
  },
};

/** Reads useradd, adduser, groupadd, addgroup and usermod; undefined for any other command. */
export function readUserTool(reading: CommandReading): UserToolReading | undefined {
  const { program } = reading;
  if (!isUserTool(program)) return undefined;
  const dialect = dialectOf(program, reading);
  const group = program === 'groupadd' || program === 'addgroup';
  const last = (names: string) => flagValues(reading, names).at(-1);
  // `-h` is the home for BusyBox, and help for everyone else.
  const home = last(dialect === 'busybox' ? '-h --home' : '-d --home-dir --home');
  return {
    tool: program,
    ...defined('dialect', dialect),
    ...defined('user', program.startsWith('add') && reading.args.length > 1 ? undefined : reading.args.at(-1)?.value),
    ...defined('uid', group ? undefined : last('-u --uid')),
    ...defined(
      'gid',
      group
        ? last('-g --gid')
        : last(dialect === 'busybox' || program === 'adduser' ? '-G --ingroup --gid' : '-g --gid'),
    ),
    ...defined('shell', last('-s --shell')),
    ...defined('home', home),
    ...(reading.flags.some(({ unresolved }) => unresolved) ? { unresolved: true as const } : {}),
    system: hasFlag(reading, dialect === 'busybox' ? '-S --system' : '-r --system'),
    noLogInit: program === 'useradd' && hasFlag(reading, '-l --no-log-init'),
  };
}

function isUserTool(program: string | undefined): program is UserToolReading['tool'] {
  return /^(useradd|adduser|groupadd|addgroup|usermod)$/.test(program ?? '');
}

/** The one dialect that has all the options; useradd and groupadd are the shadow suite's own. */
function dialectOf(tool: UserToolReading['tool'], { flags }: CommandReading): Dialect | undefined {
  if (tool !== 'adduser' && tool !== 'addgroup') return 'shadow';
  const options = OPTIONS[tool];
  const fitting = (Object.keys(options) as Dialect[]).filter((dialect) =>
    flags.every(({ name }) => options[dialect]!.has(name)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function defined<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

function listed(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
