import { appOf, PLAIN_OPTIONS } from '../../testing/app-of.ts';
import { planned, stageText } from '../../testing/planned.ts';
import { javaStack } from './java-stack.ts';

const pom = (version: string, more = '') =>
  `<project><parent><artifactId>spring-boot-starter-parent</artifactId><version>${version}</version></parent><properties><java.version>17</java.version></properties><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency>${more}</dependencies><build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>`;
const ACTUATOR = '<dependency><artifactId>spring-boot-starter-actuator</artifactId></dependency>';
const plan = (files: Readonly<Record<string, string>>, options = {}) => planned(javaStack, appOf(files), options);
const spring = (version: string, options = {}) =>
  plan(
    {
      'pom.xml': pom(version, ACTUATOR),
      'src/main/resources/application.yml': 'spring:\n  x: 1\nserver:\n  shutdown: graceful\n  port: 9001\n',
    },
    options,
  );

test('a Spring Boot app in layers on a JRE, with a probe of its own', () => {
  const { found, ...app } = spring('3.5.7');
  expect(found).toEqual([
    'Java with Maven: pom.xml',
    'Java 17: 17 in pom.xml',
    'Spring Boot 3.5.7: pom.xml',
    'port 9001: src/main/resources/application.yml listens on it',
    'health route /actuator/health: declared in pom.xml',
  ]);
  expect(stageText(app, 'dependencies')).toMatch(
    /COPY pom.xml \.\/\nRUN --mount=type=cache,target=\/root\/\.m2\/repository/,
  );
  expect(stageText(app, 'build')).toContain('java -Djarmode=tools -jar /out/app.jar extract --layers');
  const runtime = stageText(app, 'runtime')!;
  expect(runtime).toContain('FROM eclipse-temurin:${JAVA_VERSION}-jre AS runtime');
  expect(runtime.indexOf('layers/dependencies/')).toBeLessThan(runtime.indexOf('layers/application/'));
  expect(runtime).toContain('"Probe", "http://127.0.0.1:9001/actuator/health", "300"]');
  expect(runtime).toContain('ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75.0", "-jar", "/app/app.jar"]');
  expect(app.service).toMatchObject({
    port: 9001,
    user: '1000:1000',
    development: { debugPort: 5005, workdir: '/src' },
  });
});

test.each([
  ['3.2.5', '-Djarmode=layertools', 'org.springframework.boot.loader.launch.JarLauncher'],
  ['2.7.18', '-Djarmode=layertools', 'org.springframework.boot.loader.JarLauncher'],
  ['2.1.0', 'cp {} /out/app.jar', '/app/app.jar'],
])('Spring Boot %s', (version, build, start) => {
  const app = spring(version);
  expect(stageText(app, 'build')).toContain(build);
  expect(stageText(app, 'runtime')).toContain(`"${start}"]`);
});

test('a plain program with its libraries beside it', () => {
  const files = {
    'pom.xml': '<project><artifactId>x</artifactId></project>',
    'src/main/java/x/Main.java':
      'package x;\nclass Main { public static void main(String[] a) { HttpServer.create(new InetSocketAddress(9002), 0); } }',
    'src/test/java/x/MainTest.java': '',
  };
  const app = plan(files);
  expect(stageText(app, 'build')).toContain(
    'package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/out/lib -DskipTests',
  );
  expect(stageText(app, 'runtime')).toContain('"-cp", "/app/app.jar:/app/lib/*", "x.Main"]');
  expect(stageText(app, 'test')).toContain('mvn --batch-mode --no-transfer-progress test');
  expect(app.service.port).toBe(9002);
});

test('a module of a workspace is built with what it needs', () => {
  const files = {
    'pom.xml': '<project><modules><module>apps/api</module></modules></project>',
    'apps/api/pom.xml': pom('3.5.7'),
    mvnw: '',
  };
  const app = planned(javaStack, appOf(files, { root: 'apps/api' }));
  expect(app.context).toBe('workspace');
  expect(stageText(app, 'dependencies')).toContain('FROM eclipse-temurin:${JAVA_VERSION}-jdk AS dependencies');
  expect(stageText(app, 'dependencies')).toContain(
    'COPY --chmod=755 mvnw ./\nCOPY .mvn ./.mvn\nCOPY pom.xml ./\nCOPY apps/api/pom.xml ./apps/api/',
  );
  expect(stageText(app, 'build')).toContain(
    './mvnw --batch-mode --no-transfer-progress package -DskipTests --projects apps/api --also-make',
  );
  expect(stageText(app, 'build')).toContain('find apps/api/target');
});

test('Gradle: a boot jar, or a distribution, or a fault', () => {
  const boot = { 'build.gradle': "plugins { id 'org.springframework.boot' version '3.5.7' }\n" };
  expect(stageText(plan(boot), 'build')).toContain('gradle --no-daemon bootJar');
  const main = { 'src/main/java/Main.java': 'class Main { public static void main(String[] a) {} }' };
  const own = plan({ 'build.gradle': "plugins { id 'application' }\n", ...main });
  expect(stageText(own, 'build')).toContain('gradle --no-daemon installDist');
  expect(stageText(own, 'runtime')).toContain('"-cp", "/app/lib/*", "Main"]');
  const app = appOf({ 'build.gradle': "plugins { id 'java' }\n", ...main });
  const seen = javaStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error('not found');
  expect(javaStack.plan(app, seen.details, PLAIN_OPTIONS)).toMatchObject({ code: 'setup/no-distribution' });
});

test('other bases, and a release that there is no image of', () => {
  expect(stageText(spring('3.5.7', { base: 'alpine' }), 'runtime')).toContain('CMD ["wget"');
  const distroless = stageText(spring('3.5.7', { base: 'distroless' }), 'runtime')!;
  expect(distroless).toContain('gcr.io/distroless/java${JAVA_VERSION}-debian${DEBIAN_VERSION}:nonroot');
  expect(distroless).toContain('USER 65532:65532');
  const old = appOf({ 'pom.xml': pom('2.7.1').replace('17', '11') });
  const seen = javaStack.detect(old, false);
  if (!seen || !('details' in seen)) throw new Error('not found');
  expect(javaStack.plan(old, seen.details, { ...PLAIN_OPTIONS, base: 'distroless' })).toMatchObject({
    code: 'setup/other-java',
  });
});

test('credentials are settings that are mounted', () => {
  const app = spring('3.5.7', { privateRegistry: true });
  expect(app.dockerfile).toContain('--mount=type=secret,id=maven-settings,target=/root/.m2/settings.xml');
  expect(app.notes).toEqual(['Credentials: docker build --secret id=maven-settings,src=FILE.']);
});

test('a library is a fault, and no app beside a package.json', () => {
  const library = { 'pom.xml': '<project/>' };
  expect(javaStack.detect(appOf(library), false)).toMatchObject({ code: 'setup/no-program' });
  expect(javaStack.detect(appOf({ ...library, 'package.json': '{}' }), false)).toBeUndefined();
});

test('one stage, two images, and files alone', () => {
  const single = spring('3.2.0', { pattern: 'single' });
  expect(single.dockerfile.match(/^FROM /gm)).toHaveLength(1);
  expect(single.dockerfile).toContain('-exec cp {} /app/app.jar');
  expect(single.dockerfile).toContain('"-jar", "/app/app.jar"]');
  expect(single.relaxes).toEqual(['image/jre-not-jdk']);
  const alpine = spring('3.5.7', { pattern: 'single', base: 'alpine' }).dockerfile;
  expect(alpine).toContain(
    'FROM maven:${MAVEN_VERSION}-eclipse-temurin-${JAVA_VERSION}-alpine AS runtime\nRUN addgroup',
  );
  const builder = spring('3.5.7', { pattern: 'builder' });
  expect(builder.dockerfile).toContain('COPY dist/docker/api-build/files/ ./\n');
  expect(builder.dockerfile).not.toContain('MAVEN_VERSION');
  const artifact = stageText({ dockerfile: builder.files[0]!.text }, 'artifact')!;
  expect(artifact).toContain('COPY --from=build /out/layers/application/ /\nCOPY --from=probe /out /probe\n');
  const files = spring('3.5.7', { pattern: 'artifact' });
  expect(stageText(files, 'artifact')).toContain('FROM scratch AS artifact\nCOPY --from=build /out/app.jar /\nUSER');
  expect(files.dockerfile).not.toMatch(/extract --layers|AS probe/);
});
