import { joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type ChosenVersion, claimedVersion } from '../../detect/claimed-version.ts';
import { findServing, servingEvidence } from '../../detect/serving.ts';
import { type SourceFile, sourceFiles } from '../../detect/source-files.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import type { App } from '../../model/app.ts';
import type { Detected } from '../../model/stack.ts';
import { DEFAULT_VERSIONS } from '../versions.ts';
import { gradleProject } from './gradle-project.ts';
import type { JavaApp, JavaProject } from './java-app.ts';
import { mainClass } from './main-class.ts';
import { mavenProject } from './maven-project.ts';

/** Releases with long support, for which there are images of a JRE. Source: Adoptium, "Release roadmap". */
const RELEASES = [8, 11, 17, 21, 25];

const SERVES =
  /\b(?:com\.sun\.net\.httpserver|HttpServer\.create|io\.javalin|spark\.Spark|io\.vertx|io\.undertow|org\.eclipse\.jetty|io\.quarkus|io\.micronaut|io\.ktor)\b/;
const PORTS = [
  /^\s*(?:server\.port|quarkus\.http\.port|micronaut\.server\.port)\s*[=:]\s*(?:\$\{\w+:)?(\d{2,5})\}?\s*$/,
  /\bInetSocketAddress\(\s*(?:"[^"]{0,80}",\s*)?(\d{2,5})\s*\)/,
  /\.(?:start|listen|port)\(\s*(\d{2,5})\s*\)/,
];

export function detectJava(app: App, asked: boolean): Detected<JavaApp> | Diagnostic | undefined {
  const { fs, project } = app;
  const build = mavenProject(fs, project.root) ?? gradleProject(fs, project.root);
  if (!build) return undefined;
  const sources = joinPath(project.root, 'src/main');
  const files = sourceFiles(fs, sources, { endings: ['.java', '.kt'] });
  const main = mainClass(files);
  const aside = !asked && fs.kind(joinPath(project.root, 'package.json')) === 'file';
  if (!build.spring && main === undefined) return aside ? undefined : noProgram(app);
  const fault = unplainPath([...build.manifests, ...build.modules]);
  if (fault) return fault;
  const { version, evidence } = javaVersion(app, build);
  const settings = springSettings(app);
  const all = [...settings, ...files];
  const serves = all.some(({ text }) => SERVES.test(text)) || (build.spring !== undefined && isWeb(app, build));
  const found = findServing(all, {
    ports: serves ? PORTS : [],
    variable: /\bgetenv\(\s*"PORT"\s*\)|\$\{PORT[:}]/,
    usualPort: 8080,
    serves,
  });
  const actuator = build.spring?.actuator ? { health: { path: '/actuator/health', file: build.why } } : {};
  const serving = { ...found, ...actuator };
  const tested = sourceFiles(fs, joinPath(project.root, 'src/test'), { endings: ['.java', '.kt'] }).length > 0;
  return {
    details: { build, version, ...(main !== undefined && { main }), tested, serving },
    evidence: [
      { what: `Java with ${build.tool === 'maven' ? 'Maven' : 'Gradle'}`, why: build.why },
      evidence,
      ...(build.spring
        ? [{ what: `Spring Boot${build.spring.version ? ` ${build.spring.version}` : ''}`, why: build.why }]
        : []),
      ...(build.spring || main === undefined ? [] : [{ what: `class ${main}`, why: 'it has a main' }]),
      ...servingEvidence(serving),
    ],
  };
}

/** A release is the least that sources ask for, so that the next one with long support will do. */
function javaVersion(app: App, { version }: JavaProject): ChosenVersion {
  const supported = (text: string) => {
    const wanted = Number(/^(?:1\.)?(\d{1,2})/.exec(text.trim())?.[1]);
    return RELEASES.find((release) => release >= wanted)?.toString();
  };
  const own = version && supported(version.range);
  if (version && own !== undefined)
    return { version: own, evidence: { what: `Java ${own}`, why: `${version.range} in ${version.file}` } };
  const runtime = { name: 'java', title: 'Java', byDefault: DEFAULT_VERSIONS.java };
  return claimedVersion(app, runtime, ({ range }) => supported(range));
}

/** Settings of Spring, the keys of YAML put in a line: only the port is asked for. */
function springSettings({ fs, project }: App): SourceFile[] {
  const folder = joinPath(project.root, 'src/main/resources');
  return ['application.properties', 'application.yaml', 'application.yml'].flatMap((name) => {
    const path = joinPath(folder, name);
    const text = fs.read(path);
    return text === undefined
      ? []
      : [{ path, text: text.replace(/^server:\s*\r?\n(?:[ \t]+(?!port)[^\n]*\n){0,50}[ \t]+port:/m, 'server.port:') }];
  });
}

function isWeb({ fs }: App, { manifests }: JavaProject): boolean {
  return manifests.some((path) =>
    /spring-boot-starter-(?:web|webflux|web-services|jersey|data-rest|actuator|graphql)|starter-webmvc/.test(
      fs.read(path) ?? '',
    ),
  );
}

function noProgram({ project }: App): Diagnostic {
  return {
    code: 'setup/no-program',
    message: `${project.name} builds with Java, and no class with a main is found below ${joinPath(project.root, 'src/main')}.`,
    hint: 'A library needs no image; name the project that uses it.',
    path: project.root,
    exit: 2,
  };
}
