import { interpreterOf } from './interpreter.ts';

test.each([
  [['/bin/sh', '-c'], { program: 'sh', posix: true, pipefail: false, errexit: false }],
  [['/bin/bash', '-o', 'pipefail', '-c'], { program: 'bash', posix: true, pipefail: true, errexit: false }],
  [['/bin/ash', '-eo', 'pipefail', '-c'], { program: 'ash', posix: true, pipefail: true, errexit: true }],
  [['bash', '-euxo', 'pipefail', '+o', 'pipefail'], { program: 'bash', posix: true, pipefail: false, errexit: true }],
  [['/usr/bin/env', 'bash'], { program: 'bash', posix: true, pipefail: false, errexit: false }],
  [
    ['/usr/bin/env', '-S', 'A=1', 'bash', '-eo', 'pipefail'],
    { program: 'bash', posix: true, pipefail: true, errexit: true },
  ],
  [
    ['conda', 'run', '--no-capture-output', '-n', 'app', '/bin/bash', '-eo', 'pipefail', '-c'],
    { program: 'bash', posix: true, pipefail: true, errexit: true },
  ],
  [
    ['scl', 'enable', 'gcc-toolset-13', '--', 'bash', '-c'],
    { program: 'bash', posix: true, pipefail: false, errexit: false },
  ],
  [['conda', 'run', '-n', 'app'], { program: 'conda', posix: false, pipefail: false, errexit: false }],
  [['/usr/bin/python3'], { program: 'python3', posix: false, pipefail: false, errexit: false }],
  [['C:\\Windows\\System32\\cmd.exe', '/S'], { program: 'cmd', posix: false, pipefail: false, errexit: false }],
  [['pwsh', '-o', 'pipefail'], { program: 'pwsh', posix: false, pipefail: false, errexit: false }],
])('%j', (words, expected) => {
  expect(interpreterOf(words)).toEqual(expected);
});

test('nothing names nothing', () => {
  expect(interpreterOf([])).toBeUndefined();
  expect(interpreterOf([''])).toBeUndefined();
});
