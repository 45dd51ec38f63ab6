import { unknown, unresolved } from '../kernel/unsure.ts';
import { sourcesOf } from '../source/sources.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { installInForce, installTakenBy } from './install-in-force.ts';
import { installOf, packagePart, packagesIn } from './installs.ts';
import { removesMore, removesOf } from './removes.ts';

const command = (text: string, run = 0, index = -1) =>
  commandsOf(instructionOf(dockerfileOf(text), 'run', run)).at(index)!;
const on = (base: string, line: string, index?: number) => command(`FROM ${base}\n${line}\n`, 0, index);

describe('installs', () => {
  test('of a project, of packages, of none', () => {
    expect(installOf(on('node:22', 'RUN npm ci'))?.reading).toMatchObject({
      scope: 'project',
      ecosystem: 'npm',
      frozen: true,
    });
    expect(installOf(on('debian:12', 'RUN apt-get install -y curl'))?.reading).toMatchObject({ scope: 'packages' });
    expect(installOf(on('debian:12', 'RUN ls'))).toBeUndefined();
  });
});

describe('packages', () => {
  test('name and version, as far as they are told', () => {
    const found = packagesIn(on('debian:12', 'RUN apt-get install a=1.2 b c=$V $D'));
    const parts = found.map(({ reading }) => [packagePart(reading, 'name'), packagePart(reading, 'version')]);
    expect(parts).toEqual([
      ['a', '1.2'],
      ['b', undefined],
      ['c', unresolved],
      [unknown, unknown],
    ]);
  });

  test('what is only run is not installed', () => {
    expect(packagesIn(on('node:22', 'RUN npx cowsay'))).toEqual([]);
  });
});

describe('the install whose packages a COPY takes over', () => {
  const taken = (copy: string) => {
    const text = `FROM node:22 AS d\nWORKDIR /app\nRUN npm ci\nRUN pip install -r r.txt\nFROM node:22\n${copy}\n`;
    const [source] = sourcesOf(dockerfileOf(text).instructions.at(-1)!);
    const install = installTakenBy(source!);
    return typeof install === 'object' ? install.command.run.node.line : install;
  };

  test.each([
    ['COPY --from=d /app/node_modules ./', 3],
    ['COPY --from=d /app ./', 3],
    ['COPY --from=d / /', 3],
    ['COPY --from=d /usr/lib/python3/site-packages ./', 4],
    ['COPY --from=d /app/dist ./', undefined],
    ['COPY --from=node:22 /app/node_modules ./', undefined],
    ['COPY node_modules ./', undefined],
    ['ADD node_modules ./', undefined],
    ['COPY --from=$X /app/node_modules ./', undefined],
    ['ARG X\nCOPY --from=d $X ./', unknown],
  ])('%s', (copy, line) => expect(taken(copy)).toBe(line));

  test('an unknown base may have made one', () => {
    const text = 'FROM acme/x AS d\nFROM node:22\nCOPY --from=d /app/node_modules ./\nCOPY --from=d /app/dist ./\n';
    const answers = dockerfileOf(text).instructions.slice(-2).flatMap(sourcesOf).map(installTakenBy);
    expect(answers).toEqual([unknown, undefined]);
  });
});

describe('the install in force', () => {
  const inForce = (text: string, run: number, index?: number) => {
    const install = installInForce(command(text, run, index));
    return typeof install === 'object' ? install.command.run.node.line : install;
  };

  test.each([
    ['in the same RUN', 'FROM node:22\nRUN npm ci && npm run build\n', 0, 2],
    ['the last one', 'FROM node:22\nRUN npm ci\nRUN npm ci --omit=dev\nRUN npm run build\n', 2, 3],
    ['of a stage below', 'FROM node:22 AS a\nRUN npm ci\nFROM a\nRUN npm run build\n', 1, 2],
    ['not a tool for all', 'FROM node:22\nRUN npm ci\nRUN npm i -g x\nRUN npm run build\n', 2, 2],
    [
      'not of another ecosystem',
      'FROM node:22\nRUN npm ci\nRUN pip install -r requirements.txt\nRUN npm run build\n',
      2,
      2,
    ],
    [
      'copied',
      'FROM node:22 AS d\nWORKDIR /app\nRUN npm ci\nFROM node:22\nCOPY --from=d /app/node_modules ./\nRUN npm run build\n',
      1,
      3,
    ],
    [
      'copied with its folder',
      'FROM node:22 AS d\nWORKDIR /app\nRUN npm ci\nFROM node:22\nCOPY --from=d /app ./\nRUN npm run build\n',
      1,
      3,
    ],
    [
      'copied from one folder of two',
      'FROM oven/bun:1 AS d\nRUN cd /dev && bun install\nRUN cd /prod && bun install --production\nFROM oven/bun:1\nCOPY --from=d /dev/node_modules node_modules\nRUN bun run build\n',
      2,
      2,
    ],
    [
      'copied with one folder of two',
      'FROM node:22 AS d\nRUN cd /dev && npm ci\nRUN cd /prod && npm ci --omit=dev\nFROM node:22\nCOPY --from=d /dev .\nRUN npm run build\n',
      2,
      2,
    ],
    [
      'in its folder',
      'FROM node:22\nWORKDIR /web\nRUN npm ci\nWORKDIR /api\nRUN npm ci --omit=dev\nWORKDIR /web/src\nRUN npm run build\n',
      2,
      3,
    ],
    [
      'in its folder, in one RUN',
      'FROM node:22\nRUN cd /a && npm ci\nRUN cd /b && npm ci; cd /a && npm run build\n',
      1,
      2,
    ],
    ['in another folder where there is none', 'FROM node:22\nRUN cd /a && npm ci\nRUN cd /b && npm run build\n', 1, 2],
    ['none', 'FROM node:22\nRUN npm run build\n', 0, undefined],
    ['not behind it', 'FROM node:22\nRUN npm run build\nRUN npm ci\n', 0, undefined],
    [
      'copied from elsewhere',
      'FROM node:22 AS d\nWORKDIR /app\nRUN npm ci\nFROM node:22\nCOPY --from=d /app/dist ./\nRUN npm run build\n',
      1,
      undefined,
    ],
    ['the base may have it', 'FROM acme/node:1\nRUN npm run build\n', 0, unknown],
    ['a program of no ecosystem', 'FROM node:22\nRUN npm ci\nRUN make\n', 1, unknown],
  ])('%s', (_, text, run, line) => {
    expect(inForce(text, run)).toBe(line);
  });

  test('stages that copy from one another many times over', () => {
    const stages = Array.from({ length: 60 }, (_, index) =>
      index === 0
        ? 'FROM node:22 AS s0\nWORKDIR /a\n'
        : `FROM node:22 AS s${index}\nWORKDIR /a\n${`COPY --from=s${index - 1} /a /a\n`.repeat(5)}`,
    );
    expect(inForce(`${stages.join('')}RUN npm run build\n`, 0)).toBeUndefined();
  });

  test('stages without end', () => {
    const built = (line: (index: number) => string) => Array.from({ length: 3000 }, (_, index) => line(index)).join('');
    const copied = built((index) => `FROM node:22 AS s${index + 1}\nCOPY --from=s${index} /a /a\n`);
    expect(inForce(`FROM node:22 AS s0\n${copied}RUN npm run build\n`, 0)).toBeUndefined();
    const based = built((index) => `FROM s${index} AS s${index + 1}\n`);
    expect(inForce(`FROM node:22 AS s0\nRUN npm ci\n${based}RUN npm run build\n`, 1)).toBe(2);
  });
});

describe('removed paths', () => {
  test('from the root of the image', () => {
    expect(removesOf(on('debian:12', 'RUN rm -rf /var/lib/apt/lists/* /tmp/{a,b}'))).toEqual([
      '/var/lib/apt/lists',
      '/tmp/a',
      '/tmp/b',
    ]);
    expect(removesOf(on('debian:12', 'WORKDIR /srv\nRUN cd x && rm -rf y'))).toEqual(['/srv/x/y']);
    expect(removesOf(on('debian:12', 'RUN ls /tmp'))).toEqual([]);
  });

  test.each([
    ['RUN rm -rf ~/.cache', ['/root/.cache'], false],
    ['RUN rm -rf ~', ['/root'], false],
    ['USER app\nENV HOME=/home/app\nRUN rm -rf ~/.cache', ['/home/app/.cache'], false],
    ['USER app\nRUN rm -rf ~/.cache', [], true],
    ['RUN rm -rf ~app/.cache', [], true],
  ])('%j removes %j', (lines, paths, more) => {
    const rm = on('debian:12', lines);
    expect(removesOf(rm)).toEqual(paths);
    expect(removesMore(rm)).toBe(more);
  });

  test('variables may stand for more', () => {
    const rm = on('debian:12', 'RUN rm -rf $X /a');
    expect(removesOf(rm)).toEqual(['/a']);
    expect(removesMore(rm)).toBe(true);
    expect(removesMore(on('debian:12', 'RUN rm -rf /a'))).toBe(false);
  });
});
