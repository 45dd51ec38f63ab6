import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAnsi } from './terminal-picture/ansi.mjs';
import { terminalSvg } from './terminal-picture/svg.mjs';
import { theme } from './terminal-picture/theme.mjs';

const esc = '\u001B';
const runs = (text) => JSON.parse(JSON.stringify(readAnsi(text)));

test('reads colours and styles into runs, and drops every other sequence', () => {
  assert.deepEqual(
    runs(`a${esc}[1m${esc}[31mb${esc}[39m${esc}[22mc\r\n\n${esc}[2Kd${esc}]8;;https://example.com${esc}\\e\n\n`),
    [
      [{ text: 'a' }, { text: 'b', bold: true, fill: theme.palette[1] }, { text: 'c' }],
      [],
      [{ text: 'd' }, { text: 'e' }],
    ],
  );
});

test('knows bright, 256 and true colours, and carries a style over lines', () => {
  assert.deepEqual(runs(`${esc}[91ma\nb${esc}[0m${esc}[38;5;196;4mc${esc}[0;48;2;1;2;3md${esc}[38;5;244me`), [
    [{ text: 'a', fill: theme.palette[9] }],
    [
      { text: 'b', fill: theme.palette[9] },
      { text: 'c', fill: '#ff0000', underline: true },
      { text: 'd', background: '#010203' },
      { text: 'e', background: '#010203', fill: '#808080' },
    ],
  ]);
});

test('puts every run on the grid, wide characters on two columns, and escapes text', () => {
  const svg = terminalSvg(readAnsi(`日<${esc}[31m&${esc}[39m`), { title: 'a "b"' });
  assert.match(
    svg,
    /<tspan x="20" textLength="25.2">日&lt;<\/tspan><tspan x="45.2" textLength="8.4" fill="#ff7b72">&amp;<\/tspan>/,
  );
  assert.match(svg, /<title>a &quot;b&quot;<\/title>/);
});

test('draws what a command prints, the same each time', () => {
  const script = join(import.meta.dirname, 'terminal-picture.mjs');
  const draw = () =>
    spawnSync(
      process.execPath,
      [
        script,
        '--title',
        't',
        '--prompt',
        'run it',
        '--',
        process.execPath,
        '-e',
        "console.log('printed'); process.exitCode = 1",
      ],
      {
        encoding: 'utf8',
      },
    );
  const first = draw();
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /run it/);
  assert.match(first.stdout, /printed/);
  assert.equal(draw().stdout, first.stdout);
});
