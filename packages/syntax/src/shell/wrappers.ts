/** A program that runs the command that its arguments spell. */
export interface Wrapper {
  /** Options that take the next word, without their dashes: one letter or a long name. */
  readonly valued: readonly string[];
  /** Words between the options and the command: the user of gosu, the duration of timeout. */
  readonly operands?: number;
  /** `NAME=value` words in front of the command set its environment. */
  readonly assignments?: boolean;
  /** Options with which it runs no command, or one that is spelt otherwise. */
  readonly never?: readonly string[];
}

const PLAIN: Wrapper = { valued: [] };

/**
 * @source the manual pages: sudo 1.9, doas (OpenBSD 7), coreutils 9 (env, nice, nohup, timeout, stdbuf), bash 5.2 (command, exec, builtin),
 *   findutils 4.9 (xargs), util-linux 2.40 (setpriv, setsid, ionice, runuser), GNU time 1.9, gosu 1.17, su-exec 0.2, tini 0.19,
 *   dumb-init 1.2, xvfb-run 21, fakeroot 1.3
 * @asOf 2026-11-20
 */
export const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  [
    'sudo',
    {
      valued: [
        ...['u', 'g', 'h', 'p', 'C', 'r', 't', 'U', 'T', 'R', 'D'],
        ...['user', 'group', 'host', 'prompt', 'close-from', 'role', 'type', 'other-user', 'command-timeout'],
        ...['chroot', 'chdir'],
      ],
      assignments: true,
      never: ['l', 'list', 'e', 'edit', 'V', 'version', 'v', 'validate', 'K', 'remove-timestamp'],
    },
  ],
  ['doas', { valued: ['u', 'C'], never: ['C', 'L'] }],
  ['env', { valued: ['u', 'C', 'unset', 'chdir'], assignments: true, never: ['S', 'split-string'] }],
  ['exec', { valued: ['a'] }],
  ['command', { valued: [], never: ['v', 'V'] }],
  ['builtin', PLAIN],
  ['time', { valued: ['f', 'o', 'format', 'output'] }],
  ['nice', { valued: ['n', 'adjustment'] }],
  ['nohup', PLAIN],
  ['timeout', { valued: ['k', 's', 'kill-after', 'signal'], operands: 1 }],
  [
    'xargs',
    {
      valued: [
        ...['a', 'd', 'E', 'I', 'L', 'n', 'P', 's'],
        ...['arg-file', 'delimiter', 'max-lines', 'max-args', 'max-procs', 'max-chars', 'process-slot-var'],
      ],
    },
  ],
  ['gosu', { valued: [], operands: 1 }],
  ['su-exec', { valued: [], operands: 1 }],
  ['s6-setuidgid', { valued: [], operands: 1 }],
  ['setuidgid', { valued: [], operands: 1 }],
  [
    'setpriv',
    {
      valued: [
        ...['ruid', 'euid', 'reuid', 'rgid', 'egid', 'regid', 'groups', 'inh-caps', 'ambient-caps', 'bounding-set'],
        ...['securebits', 'pdeathsig', 'selinux-label', 'apparmor-profile'],
      ],
    },
  ],
  [
    'runuser',
    { valued: ['u', 'user', 'g', 'group', 'G', 'supp-group'], never: ['c', 'command', 'l', 'login', 's', 'shell'] },
  ],
  ['tini', { valued: ['p', 'e'] }],
  ['tini-static', { valued: ['p', 'e'] }],
  ['docker-init', { valued: ['p', 'e'] }],
  ['dumb-init', { valued: ['r', 'rewrite'] }],
  ['catatonit', PLAIN],
  ['catchsegv', PLAIN],
  ['stdbuf', { valued: ['i', 'o', 'e', 'input', 'output', 'error'] }],
  ['unbuffer', PLAIN],
  ['setsid', PLAIN],
  ['ionice', { valued: ['c', 'n', 'class', 'classdata'], never: ['p', 'pid', 'P', 'u'] }],
  ['fakeroot', { valued: ['l', 'lib', 'faked', 's', 'i', 'b'] }],
  ['eatmydata', PLAIN],
  ['chronic', PLAIN],
  ['linux32', PLAIN],
  ['linux64', PLAIN],
  [
    'xvfb-run',
    {
      valued: ['e', 'f', 'n', 'p', 's', 'error-file', 'auth-file', 'server-num', 'xauth-protocol', 'server-args'],
    },
  ],
  ['busybox', { valued: [], never: ['install', 'list'] }],
]);
