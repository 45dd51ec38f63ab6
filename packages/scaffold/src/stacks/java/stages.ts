import { worstStatus } from '../../detect/serving.ts';
import { makeUser, NONROOT_ID, userLine } from '../../dockerfile/app-user.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { watchLines } from '../../dockerfile/watch-lines.ts';
import { DEBIAN, DEFAULT_VERSIONS } from '../versions.ts';
import { inContext, type JavaBuild, launcherClass, layering, moduleFolder } from './java-build.ts';
import { probeCommand, probeLines } from './probe.ts';
import {
  collectCommands,
  fetchLines,
  layerCommands,
  manifestLines,
  packageCommand,
  program,
  runTool,
  sourceLines,
  testCommand,
  toolImage,
} from './tool-lines.ts';

/** User of the stage for development: the images' first id is taken by a user of their own. */
const DEVELOPER_ID = 10_001;

/** What each tool has fetched, in the home of the stage for development. */
export const KEPT = { maven: '/home/app/.m2', gradle: '/home/app/.gradle' } as const;

/** `part`: of two images that are chained, the one that builds names no base of what ships, and the other none of what builds. */
export function headBlock({ java, base, options }: JavaBuild, part?: 'build' | 'runtime'): Block {
  const { tool, wrapper } = java.build;
  const ships = part !== 'build' && options.pattern !== 'single';
  const tools =
    tool === 'maven' ? `ARG MAVEN_VERSION=${DEFAULT_VERSIONS.maven}` : `ARG GRADLE_VERSION=${DEFAULT_VERSIONS.gradle}`;
  return [
    '# JAVA_VERSION is the release that the project is compiled for, or the next one with long support.',
    `ARG JAVA_VERSION=${java.version}`,
    ...(wrapper || part === 'runtime' ? [] : [tools]),
    ...(base === 'distroless' && ships ? [`ARG DEBIAN_VERSION=${DEBIAN.number}`] : []),
  ];
}

export function dependenciesStage(build: JavaBuild): Block {
  return [
    '# dependencies has what the build files name, and changes only with them.',
    `FROM ${toolImage(build)} AS dependencies`,
    ...manifestLines(build),
    ...fetchLines(build),
  ];
}

export function buildStage(build: JavaBuild): Block {
  return ['# build compiles and packs the app.', 'FROM dependencies AS build', ...buildLines(build)];
}

function buildLines(build: JavaBuild): string[] {
  const commands = [
    ...collectCommands(build, '/out'),
    ...(build.options.pattern === 'artifact' ? [] : layerCommands(build, '/out')),
  ];
  return [...sourceLines(build), runTool(build, packageCommand(build, '/out')), runAll(commands)];
}

function runAll(commands: readonly string[]): string {
  return `RUN ${commands.join(' \\\n    && ')}`;
}

/** Everything in one stage, for prototypes: the compiler and the tool ship with the app. */
export function singleStage(build: JavaBuild): Block {
  return [
    '# runtime builds and ships in one stage, so that it keeps a JDK, the tool and the sources.',
    `FROM ${toolImage(build)} AS runtime`,
    ...(build.base === 'alpine' ? [makeUser('alpine')] : []),
    ...(needsProbe(build) ? probeLines('/app/probe') : []),
    ...manifestLines(build),
    ...fetchLines(build),
    ...sourceLines(build),
    runTool(build, packageCommand(build, '/app')),
    runAll(collectCommands(build, '/app')),
    'WORKDIR /app',
    ...startLines(build),
  ];
}

export function testStage(build: JavaBuild): Block {
  return [
    '# test fails where a test does: docker build --target test .',
    'FROM dependencies AS test',
    ...sourceLines(build),
    runTool(build, testCommand(build)),
  ];
}

export const DEBUG_PORT = 5005;

/** Where the stage for development has the probe. */
const DEVELOPMENT_PROBE = '/probe';

/** The same question, asked in the stage for development. */
export function developmentProbe({ port, healthPath }: JavaBuild): readonly string[] | undefined {
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  return port === undefined ? undefined : probeCommand(DEVELOPMENT_PROBE, address, worstStatus(healthPath));
}

/** Builds and starts what is mounted, again and again, with the debugger's port open. */
export function developmentStage(build: JavaBuild): Block {
  const { java, port } = build;
  const { tool, spring } = java.build;
  const folder = moduleFolder(build);
  const debug = `-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:${DEBUG_PORT}`;
  const start = spring
    ? `java ${debug} -jar ${tool === 'gradle' ? 'build/libs' : 'target'}/*.jar`
    : `java ${debug} -cp "${tool === 'gradle' ? 'build/install/*/lib/*' : 'target/classes:target/dependency/*'}" ${java.main}`;
  const command = developmentCommand(build);
  return [
    '# development builds and starts the app again when a mounted source changes.',
    'FROM dependencies AS development',
    makeUser('debian', { id: DEVELOPER_ID, home: true }),
    ...(tool === 'gradle' ? ['ENV GRADLE_USER_HOME=/home/app/.gradle'] : []),
    ...watchLines({
      build: command,
      start,
      names: ['*.java', '*.kt', '*.properties', '*.yaml', '*.yml', 'pom.xml', '*.gradle*'],
    }),
    ...sourceLines(build),
    `RUN mkdir -p ${KEPT[tool]} && chown -R ${DEVELOPER_ID}:${DEVELOPER_ID} /home/app /src`,
    ...(port === undefined ? [] : [`COPY --from=probe /out ${DEVELOPMENT_PROBE}`]),
    `WORKDIR ${folder}`,
    `EXPOSE ${port === undefined ? '' : `${port} `}${DEBUG_PORT}`,
    userLine(DEVELOPER_ID),
    'CMD ["watch"]',
  ];
}

function developmentCommand(build: JavaBuild): string {
  const { tool, spring } = build.java.build;
  if (tool === 'gradle') return `(cd /src && ${program(build)} ${packageCommand(build, '/out')})`;
  const libraries = spring ? 'package' : 'compile dependency:copy-dependencies -DincludeScope=runtime';
  const path = inContext(build, build.app.project.root);
  return `(cd /src && ${program(build)} -q ${libraries} -DskipTests${path === '.' ? '' : ` --projects ${path} --also-make`})`;
}

export function runtimeStage(build: JavaBuild, copies: readonly string[]): Block {
  const { base } = build;
  const from = {
    slim: ['FROM eclipse-temurin:${JAVA_VERSION}-jre AS runtime'],
    alpine: ['FROM eclipse-temurin:${JAVA_VERSION}-jre-alpine AS runtime', makeUser('alpine')],
    distroless: ['FROM gcr.io/distroless/java${JAVA_VERSION}-debian${DEBIAN_VERSION}:nonroot AS runtime'],
  }[base];
  return [
    '# runtime is what ships: a JRE and the app, the layers that change least first.',
    ...from,
    'WORKDIR /app',
    ...copies,
    ...startLines(build),
  ];
}

/** The app and its probe, from the stages that made them. */
export function appCopies(build: JavaBuild, target: string): string[] {
  return [
    ...partCopies(build, target),
    ...(needsProbe(build) && build.options.pattern !== 'artifact' ? [`COPY --from=probe /out ${target}probe`] : []),
  ];
}

function partCopies({ java, options }: JavaBuild, target: string): string[] {
  const jar = `COPY --from=build /out/app.jar ${target}`;
  if (java.build.spring && (layering(java) === 'none' || options.pattern === 'artifact')) return [jar];
  if (java.build.spring)
    return ['dependencies', 'spring-boot-loader', 'snapshot-dependencies', 'application'].map(
      (layer) => `COPY --from=build /out/layers/${layer}/ ${target}`,
    );
  return [`COPY --from=build /out/lib ${target}lib`, ...(java.build.tool === 'maven' ? [jar] : [])];
}

/** BusyBox of Alpine asks by itself, where only a success counts. */
export function needsProbe({ port, base, healthPath }: JavaBuild): boolean {
  return port !== undefined && (base !== 'alpine' || healthPath === undefined);
}

function startLines(build: JavaBuild): string[] {
  const { java, port, healthPath, app } = build;
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  const probe = !needsProbe(build)
    ? ['wget', '-q', '-O', '/dev/null', address]
    : probeCommand('/app/probe', address, worstStatus(healthPath));
  return [
    ...(port !== undefined && java.serving.portVariable ? [`ENV PORT=${port}`] : []),
    userLine(userOf(build)),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck(probe, { start: 60 })]),
    `ENTRYPOINT ${execForm(['java', '-XX:MaxRAMPercentage=75.0', ...startWords(build)])}`,
    ...labelLines({ title: app.project.name }),
  ];
}

function startWords({ java, options }: JavaBuild): string[] {
  if (layering(java) === 'launcher' && options.pattern !== 'single') return [launcherClass(java)];
  if (java.build.spring) return ['-jar', '/app/app.jar'];
  return ['-cp', java.build.tool === 'maven' ? '/app/app.jar:/app/lib/*' : '/app/lib/*', java.main!];
}

export function userOf({ base, options }: JavaBuild): number {
  return base === 'distroless' && options.pattern !== 'single' ? NONROOT_ID : 1000;
}
