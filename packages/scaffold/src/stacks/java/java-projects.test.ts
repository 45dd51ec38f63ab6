import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import { gradleProject } from './gradle-project.ts';
import { mainClass } from './main-class.ts';
import { mavenProject } from './maven-project.ts';

const pom = (inside: string) => `<project>${inside}</project>`;
const SPRING = '<build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>';
const PARENT = '<parent><artifactId>spring-boot-starter-parent</artifactId><version>3.5.7</version></parent>';

test('a pom alone', () => {
  const text = pom(`${PARENT}<properties><java.version>17</java.version></properties>${SPRING}`);
  expect(mavenProject(memoryFileSystem({ 'api/pom.xml': text, 'api/mvnw': '' }), 'api')).toEqual({
    tool: 'maven',
    wrapper: true,
    context: 'project',
    manifests: ['api/pom.xml'],
    modules: ['api'],
    version: { range: '17', file: 'api/pom.xml' },
    spring: { version: '3.5.7', actuator: false },
    distribution: false,
    why: 'api/pom.xml',
  });
});

test('a module of a reactor: every pom is declared, and the modules that it depends on are compiled', () => {
  const files = {
    'pom.xml': pom(
      '<modules><module>apps/api</module><module>libs</module></modules><properties><java.version>21</java.version></properties>',
    ),
    'libs/pom.xml': pom('<modules><module>log</module><module>other</module><module>../..</module></modules>'),
    'libs/log/pom.xml': pom(
      '<artifactId>log</artifactId><dependencies><dependency><artifactId>api</artifactId></dependency></dependencies>',
    ),
    'libs/other/pom.xml': pom('<artifactId>other</artifactId>'),
    'apps/api/pom.xml': pom(
      '<artifactId>api</artifactId><dependencies><dependency><artifactId>log</artifactId></dependency></dependencies>',
    ),
  };
  expect(mavenProject(memoryFileSystem(files), 'apps/api')).toMatchObject({
    context: 'workspace',
    manifests: ['pom.xml', 'apps/api/pom.xml', 'libs/pom.xml', 'libs/log/pom.xml', 'libs/other/pom.xml'],
    modules: ['apps/api', 'libs/log'],
    version: { range: '21' },
  });
});

test('Gradle alone, and included by the settings of the root', () => {
  const own =
    'plugins { id("org.springframework.boot") version "3.4.1" }\njava { toolchain { languageVersion = JavaLanguageVersion.of(21) } }\n';
  expect(gradleProject(memoryFileSystem({ 'build.gradle.kts': own, 'settings.gradle.kts': '' }), '.')).toMatchObject({
    context: 'project',
    manifests: ['settings.gradle.kts', 'build.gradle.kts'],
    version: { range: '21' },
    spring: { version: '3.4.1', actuator: false },
  });
  const files = {
    'settings.gradle': "include 'apps:api', ':libs:log' // include 'x'\ninclude 'gone'\n",
    'build.gradle': '',
    gradlew: '',
    'apps/api/build.gradle': "plugins {\n  id 'application'\n}\ndependencies { implementation project(':libs:log') }\n",
    'libs/log/build.gradle': '',
  };
  expect(gradleProject(memoryFileSystem(files), 'apps/api')).toMatchObject({
    context: 'workspace',
    wrapper: true,
    manifests: ['settings.gradle', 'build.gradle', 'apps/api/build.gradle', 'libs/log/build.gradle'],
    modules: ['apps/api', 'libs/log'],
    distribution: true,
  });
});

test('no build file, or one that is no pom, is no project', () => {
  expect(mavenProject(memoryFileSystem({ 'pom.xml': '<html/>' }), '.')).toBeUndefined();
  expect(gradleProject(memoryFileSystem({}), '.')).toBeUndefined();
});

test('of classes with a main the one is taken that is called like an app', () => {
  const tool = {
    path: 'src/Tool.java',
    text: 'package x.y;\npublic class Tool { public static void main(String[] a) {} }',
  };
  const app = {
    path: 'src/x/ShopApplication.java',
    text: 'package x;\nclass S { public static void main(String... a) {} }',
  };
  const kotlin = { path: 'src/App.kt', text: 'fun main() {}' };
  expect(mainClass([tool])).toBe('x.y.Tool');
  expect(mainClass([tool, app])).toBe('x.ShopApplication');
  expect(mainClass([kotlin])).toBe('AppKt');
  expect(mainClass([{ path: 'X.java', text: 'class X {}' }])).toBeUndefined();
});
