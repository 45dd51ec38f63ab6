import type { Ecosystem } from '../commands/read-install.ts';
import type { Command } from '../model/command.ts';
import { installOf } from './installs.ts';

/** Programs that work with what an ecosystem has installed. */
const PROGRAMS: Readonly<Record<string, Ecosystem>> = {
  ...of(
    'npm',
    'npm npx pnpm pnpx yarn bun bunx node corepack turbo nx lerna next nuxt vite tsc tsx ts-node webpack rollup esbuild ng jest vitest eslint prisma',
  ),
  ...of('pip', 'pip python uv uvx poetry pipenv pdm pytest gunicorn uvicorn celery flask django-admin'),
  ...of('gem', 'gem bundle ruby rails rake'),
  ...of('go', 'go'),
  ...of('cargo', 'cargo'),
  ...of('composer', 'composer php'),
  ...of('maven', 'mvn mvnw'),
  ...of('gradle', 'gradle gradlew'),
  ...of('nuget', 'dotnet nuget'),
  ...of('conda', 'conda mamba micromamba'),
};

function of(ecosystem: Ecosystem, names: string): Record<string, Ecosystem> {
  return Object.fromEntries(names.split(' ').map((name) => [name, ecosystem]));
}

/** The ecosystem that a command installs for, or whose packages its program uses; undefined where that cannot be told. */
export function ecosystemOf(command: Command): Ecosystem | undefined {
  const { program = '', launched } = command.reading;
  const install = installOf(command)?.reading.ecosystem;
  if (install) return install;
  if (Object.hasOwn(PROGRAMS, program)) return PROGRAMS[program];
  const inner = launched?.program ?? '';
  return Object.hasOwn(PROGRAMS, inner) ? PROGRAMS[inner] : undefined;
}
