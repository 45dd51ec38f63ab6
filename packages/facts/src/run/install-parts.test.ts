import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { assumesYes, installPart } from './install-parts.ts';
import type { InstallPart } from './install-settings.ts';
import { installOf } from './installs.ts';

const install = (base: string, lines: string) => {
  const file = dockerfileOf(`FROM ${base}\n${lines}\n`);
  const runs = file.stages.at(-1)!.instructions.filter(({ node }) => node.keyword === 'run');
  return installOf(commandsOf(runs.at(-1)!).at(-1)!)!;
};

describe('development dependencies', () => {
  test.each([
    ['RUN npm ci', true],
    ['RUN npm ci --omit=dev', false],
    ['ENV NODE_ENV=production\nRUN npm ci', false],
    ['ENV NODE_ENV=production\nRUN npm ci --include=dev', true],
    ['ENV NODE_ENV=production\nRUN yarn install --production=false', true],
    ['ENV NODE_ENV=production\nRUN yarn install', false],
    ['ENV NODE_ENV=production\nRUN yarn install --immutable', true],
    ['ENV NODE_ENV=production\nRUN bun install', unknown],
    ['ENV NODE_ENV=development\nRUN npm ci', true],
    ['ARG NODE_ENV=production\nRUN npm ci', false],
    ['RUN NODE_ENV=production npm ci', false],
    ['RUN export NODE_ENV=production && npm ci', false],
    ['ENV NODE_ENV=$X\nRUN npm ci', true],
    ['RUN NODE_ENV=$MODE npm ci', unknown],
    ['RUN npm install -g x', undefined],
    ['RUN NPM_CONFIG_OMIT=dev npm ci', false],
    ['ENV npm_config_omit=optional,dev\nRUN npm ci', false],
    ['ENV NPM_CONFIG_OMIT=optional\nRUN npm ci', true],
    ['ENV NPM_CONFIG_OMIT=dev NPM_CONFIG_INCLUDE=dev\nRUN npm ci', true],
    ['ENV NPM_CONFIG_PRODUCTION=true\nRUN pnpm install', false],
    ['ENV NODE_ENV=production NPM_CONFIG_PRODUCTION=false\nRUN npm ci', true],
    ['ENV NPM_CONFIG_ONLY=production\nRUN npm ci', false],
    ['ENV YARN_PRODUCTION=1\nRUN yarn', false],
    ['RUN npm config set omit dev && npm ci', false],
    ['RUN npm config set -g omit=dev\nRUN npm ci', false],
    ['RUN npm set production true\nRUN npm config set production false\nRUN npm ci', true],
    ['RUN npm ci && npm config set omit dev && npm ci --include=dev', true],
    ['RUN npm config set omit $WHAT && npm ci', unknown],
    ['ENV UV_NO_DEV=1\nRUN uv sync', false],
    ['ENV COMPOSER_NO_DEV=1\nRUN composer install', false],
  ])('%j brings them: %s', (lines, expected) => {
    expect(installPart(install('node:22', lines), 'dev')).toBe(expected);
  });

  test('an unknown base may set NODE_ENV', () => {
    expect(installPart(install('acme/base:1', 'RUN npm ci'), 'dev')).toBe(unknown);
    expect(installPart(install('acme/base:1', 'ENV NODE_ENV=production\nRUN npm ci'), 'dev')).toBe(false);
  });

  test('a stage sets what the one below it has set', () => {
    const file = dockerfileOf(
      'FROM node:22 AS a\nRUN npm config set omit dev\nFROM a\nRUN npm config set omit optional\nRUN npm ci\n',
    );
    const found = installOf(commandsOf(instructionOf(file, 'run', 2))[0]!)!;
    expect(installPart(found, 'dev')).toBe(true);
  });
});

describe('settings', () => {
  test.each<[InstallPart, string, unknown]>([
    ['frozen', 'ENV UV_FROZEN=1\nRUN uv sync', true],
    ['frozen', 'ENV UV_LOCKED=true\nRUN uv sync', true],
    ['frozen', 'ENV UV_LOCKED=0\nRUN uv sync', false],
    ['frozen', 'RUN uv sync', false],
    ['frozen', 'ENV CI=true\nRUN pnpm install', true],
    ['frozen', 'ENV CI=false\nRUN pnpm install', false],
    ['frozen', 'ENV CI=true\nRUN pnpm install --no-frozen-lockfile', false],
    ['frozen', 'ENV CI=true\nRUN npm install', false],
    ['frozen', 'ENV CI=true\nRUN yarn install', unknown],
    ['frozen', 'ENV CI=1 YARN_ENABLE_IMMUTABLE_INSTALLS=true\nRUN corepack yarn install', true],
    ['frozen', 'ENV YARN_ENABLE_IMMUTABLE_INSTALLS=true\nRUN yarn install --no-immutable', false],
    ['frozen', 'RUN yarn config set enableImmutableInstalls true && yarn install', true],
    ['frozen', 'RUN bundle config set --local deployment true && bundle install', true],
    ['noCache', 'ENV PIP_NO_CACHE_DIR=off\nRUN pip install flask', true],
    ['noCache', 'RUN PIP_NO_CACHE_DIR=0 pip install flask', true],
    ['noCache', 'ENV PIP_NO_CACHE_DIR=\nRUN pip install flask', false],
    ['noCache', 'RUN pip config set global.no-cache-dir true && pip install flask', true],
    ['noCache', 'ENV PIP_NO_CACHE_DIR=1\nRUN uv pip install flask', false],
    ['offline', 'ENV PIP_NO_INDEX=1\nRUN pip install flask', true],
  ])('%s of %j is %s', (part, lines, expected) => {
    expect(installPart(install('node:22', lines), part)).toBe(expected);
  });
});

test('an unknown base sets nothing but what images hand on', () => {
  expect(installPart(install('acme/base:1', 'RUN pip install flask'), 'noCache')).toBe(unknown);
  expect(installPart(install('acme/base:1', 'RUN pnpm install'), 'frozen')).toBe(false);
  expect(installPart(install('acme/base:1', 'RUN npm ci'), 'offline')).toBe(false);
});

describe('options in variables', () => {
  test.each<[InstallPart, string, unknown]>([
    ['recommends', 'ENV OPTS="-y --no-install-recommends"\nRUN apt-get install $OPTS curl', false],
    ['recommends', 'ARG OPTS\nRUN apt-get install $OPTS curl', unknown],
    ['recommends', 'ARG OPTS\nRUN apt-get install "$OPTS" curl', true],
    ['recommends', 'ARG OPTS\nRUN apt-get install curl -- $OPTS', true],
    ['recommends', 'ARG PACKAGES\nRUN apt-get install $PACKAGES', true],
    ['frozen', 'ARG NPM_FLAGS\nRUN npm ci $NPM_FLAGS', true],
    ['dev', 'ARG NPM_FLAGS\nRUN npm ci $NPM_FLAGS', unknown],
    ['dev', 'ARG NPM_FLAGS\nRUN npm ci --omit=dev $NPM_FLAGS', false],
    ['dev', 'ARG NPM_FLAGS=--omit=dev\nRUN npm install $NPM_FLAGS', false],
    ['noCache', 'ARG ARGS=--no-cache-dir\nRUN python -m pip install $ARGS x', true],
    ['noCache', 'ARG ARGS\nRUN python -m pip install $ARGS x', unknown],
    ['noCache', 'ARG OPTS\nRUN apk add $OPTS x', unknown],
  ])('%s of %j is %s', (part, lines, expected) => {
    expect(installPart(install('debian:12', lines), part)).toBe(expected);
  });
});

test('yes', () => {
  const assumes = (lines: string) => assumesYes(install('debian:12', lines));
  expect(assumes('RUN apt-get install -y a')).toBe(true);
  expect(assumes('RUN yes | apt-get install a')).toBe(true);
  expect(assumes('RUN yes | apt-get install $OPTS a')).toBe(true);
  expect(assumes('RUN apt-get install $OPTS a')).toBe(unknown);
  expect(assumes('RUN yes; apt-get install a')).toBe(false);
  expect(assumes('ENV CONDA_ALWAYS_YES=true\nRUN conda install a')).toBe(true);
});

test.each([
  [`RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/yes && apt-get install x`, true, true],
  [
    `RUN printf 'APT::Install-Recommends "0";\\nAPT::Install-Suggests "0";\\n' > /etc/apt/apt.conf.d/lean\nRUN apt-get install x`,
    false,
    false,
  ],
  [
    'RUN cat > /etc/apt/apt.conf <<EOF\nAPT::Install-Recommends false;\nAPT::Get::Assume-Yes 1;\nEOF\nRUN apt install x',
    true,
    false,
  ],
  [
    `RUN echo 'APT::Install-Recommends "true";' > /etc/apt/apt.conf.d/fat && apt-get install --no-install-recommends x`,
    false,
    false,
  ],
  [`RUN echo 'APT::Install-Recommends "0";' > /etc/apt/preferences && apt-get install x`, false, true],
  ['RUN echo assumeyes=1 >> /etc/dnf/dnf.conf && dnf install x', true, true],
  ["RUN printf 'assumeyes=True\\ninstall_weak_deps=False\\n' >> /etc/dnf/dnf.conf\nRUN dnf install x", true, false],
  ['RUN dnf --setopt assumeyes=1 install x', true, true],
])('what a file of settings says: %j', (lines, yes, recommends) => {
  const found = install('debian:12', lines);
  expect([assumesYes(found), installPart(found, 'recommends')]).toEqual([yes, recommends]);
});
