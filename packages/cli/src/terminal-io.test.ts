import { drawProgress } from './output/draw-progress.ts';
import { terminalIo } from './terminal-io.ts';

const { isTTY, columns } = process.stdout;
afterEach(() => Object.assign(process.stdout, { isTTY, columns }));

test.each([
  [0, undefined],
  [120, 120],
])('a terminal of %i columns has %p', (columns, expected) => {
  Object.assign(process.stdout, { isTTY: true, columns });
  expect(terminalIo().columns).toBe(expected);
});

test('progress is drawn and cleared where nobody has told the terminal its size', async () => {
  Object.assign(process.stdout, { isTTY: true, columns: 0 });
  const drawn: unknown[] = [];
  const error = async (text: string | Uint8Array) => void drawn.push(text);
  const progress = drawProgress({ ...terminalIo(), interactive: true, error });
  await new Promise((resolve) => setTimeout(resolve, 450));
  progress.update(1, 2);
  progress.clear();
  expect(drawn).toEqual([expect.stringContaining('1'), `\r${' '.repeat(79)}\r`]);
});
