/** How a program that is used in health checks is told whom to ask. */
export interface ProbeProgram {
  /** Options that take the next word (or `=value`), so that it is not taken for an operand. */
  readonly valued: readonly string[];
  readonly host?: readonly string[];
  readonly port?: readonly string[];
  /** Asked where no port is given. */
  readonly defaultPort?: number;
  /** `url`: operands are addresses. `host-port`: the last two operands are host and port. */
  readonly operands?: 'url' | 'host-port';
}

/**
 * @source the manual pages of curl 8, GNU wget 1.24 and BusyBox 1.36, OpenBSD netcat, PostgreSQL 17, Redis 7, MySQL 8, MongoDB 7 and
 *   grpc-health-probe 0.4
 * @asOf 2026-11-21
 */
export const probePrograms: ReadonlyMap<string, ProbeProgram> = new Map<string, ProbeProgram>([
  [
    'curl',
    {
      operands: 'url',
      valued: [
        ...[
          '-A',
          '-b',
          '-c',
          '-d',
          '-e',
          '-E',
          '-F',
          '-H',
          '-K',
          '-m',
          '-o',
          '-r',
          '-T',
          '-u',
          '-w',
          '-x',
          '-X',
          '-y',
          '-Y',
          '-z',
        ],
        ...[
          '--cacert',
          '--capath',
          '--cert',
          '--connect-timeout',
          '--data',
          '--header',
          '--key',
          '--max-time',
          '--output',
        ],
        ...[
          '--request',
          '--resolve',
          '--retry',
          '--retry-delay',
          '--retry-max-time',
          '--unix-socket',
          '--user',
          '--user-agent',
        ],
        ...['--write-out', '--interface', '--max-redirs', '--proxy'],
      ],
    },
  ],
  [
    'wget',
    {
      operands: 'url',
      valued: [
        ...['-O', '-o', '-a', '-T', '-t', '-U', '-P', '-e', '-w', '-i'],
        ...[
          '--output-document',
          '--output-file',
          '--timeout',
          '--tries',
          '--header',
          '--user-agent',
          '--post-data',
          '--method',
        ],
      ],
    },
  ],
  ['http', { operands: 'url', valued: ['--timeout', '--auth', '-a'] }],
  ['https', { operands: 'url', valued: ['--timeout', '--auth', '-a'] }],
  ['nc', netcat()],
  ['ncat', netcat()],
  ['netcat', netcat()],
  [
    'pg_isready',
    client(5432, ['-h', '--host'], ['-p', '--port'], ['-U', '--username', '-d', '--dbname', '-t', '--timeout']),
  ],
  ['psql', client(5432, ['-h', '--host'], ['-p', '--port'], ['-U', '--username', '-d', '--dbname', '-c', '--command'])],
  ['redis-cli', client(6379, ['-h'], ['-p'], ['-a', '--user', '--pass', '-n'])],
  ['valkey-cli', client(6379, ['-h'], ['-p'], ['-a', '--user', '--pass', '-n'])],
  ['mysqladmin', client(3306, ['-h', '--host'], ['-P', '--port'], ['-u', '--user', '--password', '-S', '--socket'])],
  ['mariadb-admin', client(3306, ['-h', '--host'], ['-P', '--port'], ['-u', '--user', '--password', '-S', '--socket'])],
  ['mysql', client(3306, ['-h', '--host'], ['-P', '--port'], ['-u', '--user', '--password', '-e', '--execute'])],
  ['mongosh', client(27017, ['--host'], ['--port'], ['--eval', '-u', '-p', '--username', '--password'])],
  ['mongo', client(27017, ['--host'], ['--port'], ['--eval', '-u', '-p', '--username', '--password'])],
  ['grpc_health_probe', { valued: ['-addr', '--addr', '-service', '--service'], host: ['-addr', '--addr'] }],
  ['grpc-health-probe', { valued: ['-addr', '--addr', '-service', '--service'], host: ['-addr', '--addr'] }],
]);

function netcat(): ProbeProgram {
  return { operands: 'host-port', valued: ['-w', '-i', '-p', '-s', '-q', '-X', '-x', '--wait', '--source-port'] };
}

function client(
  defaultPort: number,
  host: readonly string[],
  port: readonly string[],
  others: readonly string[],
): ProbeProgram {
  return { defaultPort, host, port, valued: [...host, ...port, ...others] };
}

/** Programs whose argument is a script of their own language, which may hold the address. */
export const scriptedProbes: ReadonlySet<string> = new Set([
  ...['node', 'nodejs', 'deno', 'bun', 'python', 'python3', 'perl', 'ruby', 'php', 'java', 'pwsh', 'powershell'],
]);

/** Commands that carry no check of their own. */
export const idleCommands: ReadonlySet<string> = new Set([
  ...['exit', 'true', 'false', 'echo', 'printf', 'sleep', 'cd', 'export', 'set', 'if', 'then', 'return', ':', 'kill'],
]);
