import { copyByFolder } from '../../dockerfile/copy-lines.ts';
import { inContext, type JavaBuild, layering, SOURCE } from './java-build.ts';

/** Where each tool keeps what it fetches, and where it looks for credentials. Source: Maven, "Settings Reference"; Gradle, "Build Environment". */
const PLACES = {
  maven: { cache: '/root/.m2/repository', id: 'maven-settings', target: '/root/.m2/settings.xml' },
  gradle: { cache: '/root/.gradle', id: 'gradle-properties', target: '/root/.gradle/gradle.properties' },
} as const;

export function credentialsId({ java }: JavaBuild): string {
  return PLACES[java.build.tool].id;
}

/** Image that the tool runs in: its own, or a bare JDK where the repository brings the tool. In one stage it is what ships. */
export function toolImage({ java: { build }, base, options }: JavaBuild): string {
  const suffix = options.pattern === 'single' && base === 'alpine' ? '-alpine' : '';
  if (build.wrapper) return `eclipse-temurin:\${JAVA_VERSION}-jdk${suffix}`;
  return build.tool === 'maven'
    ? `maven:\${MAVEN_VERSION}-eclipse-temurin-\${JAVA_VERSION}${suffix}`
    : `gradle:\${GRADLE_VERSION}-jdk\${JAVA_VERSION}${suffix}`;
}

/** A RUN of the tool, with what it fetched before and the credentials where its registry asks for them. */
export function runTool(build: JavaBuild, command: string): string {
  const { cache, id, target } = PLACES[build.java.build.tool];
  const secret = build.options.privateRegistry ? [`--mount=type=secret,id=${id},target=${target}`] : [];
  return `RUN ${[`--mount=type=cache,target=${cache}`, ...secret, `${program(build)} ${command}`].join(' \\\n    ')}`;
}

export function program({ java: { build } }: JavaBuild): string {
  if (build.tool === 'maven') return `${build.wrapper ? './mvnw' : 'mvn'} --batch-mode --no-transfer-progress`;
  return `${build.wrapper ? './gradlew' : 'gradle'} --no-daemon`;
}

/** Build files, and the tool itself where the repository brings it. */
export function manifestLines(build: JavaBuild): string[] {
  const { java } = build;
  const files = java.build.manifests.map((path) => inContext(build, path));
  const wrapper =
    java.build.tool === 'maven'
      ? ['COPY --chmod=755 mvnw ./', 'COPY .mvn ./.mvn']
      : ['COPY --chmod=755 gradlew ./', 'COPY gradle/wrapper ./gradle/wrapper'];
  return [
    `WORKDIR ${SOURCE}`,
    ...(java.build.tool === 'gradle' ? ['ENV GRADLE_USER_HOME=/root/.gradle'] : []),
    ...(java.build.wrapper ? wrapper : []),
    ...copyByFolder(files, (folder) => (folder === '.' ? '.' : `./${folder}`)),
  ];
}

/** Fetches what the build files name. Modules that need each other cannot be asked before they are built. */
export function fetchLines(build: JavaBuild): string[] {
  if (build.java.build.context === 'workspace') return [];
  return [runTool(build, build.java.build.tool === 'maven' ? 'dependency:go-offline' : 'dependencies')];
}

export function sourceLines(build: JavaBuild): string[] {
  return build.java.build.modules.map((folder) => {
    const path = inContext(build, folder);
    return path === '.' ? 'COPY src ./src' : `COPY ${path} ./${path}`;
  });
}

/** Which of several modules: as options of Maven, or as the beginning of Gradle's tasks. */
function chosen(build: JavaBuild): { readonly maven: string; readonly gradle: string } {
  const path = inContext(build, build.app.project.root);
  if (path === '.') return { maven: '', gradle: '' };
  return { maven: ` --projects ${path} --also-make`, gradle: `:${path.replaceAll('/', ':')}:` };
}

/** `out`: folder that libraries are laid in beside a plain jar. */
export function packageCommand(build: JavaBuild, out: string): string {
  const { java } = build;
  const { maven, gradle } = chosen(build);
  if (java.build.tool === 'gradle') return `${gradle}${java.build.spring ? 'bootJar' : 'installDist'}`;
  const libraries = java.build.spring
    ? ''
    : ` dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=${out}/lib`;
  return `package${libraries} -DskipTests${maven}`;
}

export function testCommand(build: JavaBuild): string {
  const { maven, gradle } = chosen(build);
  return build.java.build.tool === 'maven' ? `test${maven}` : `${gradle}test`;
}

/** What was built, without its versions: a jar whole, its libraries beside it where it has none within. */
export function collectCommands(build: JavaBuild, out: string): string[] {
  const { java, app } = build;
  const folder = inContext(build, app.project.root);
  const below = folder === '.' ? '' : `${folder}/`;
  if (java.build.tool === 'gradle' && !java.build.spring)
    return [`mkdir -p ${out}`, `cp -r ${below}build/install/*/lib ${out}/lib`];
  const from = java.build.tool === 'maven' ? `${below}target` : `${below}build/libs`;
  const own = java.build.tool === 'maven' ? ['*-tests.jar', 'original-*'] : ['*-plain.jar'];
  const not = ['*-sources.jar', '*-javadoc.jar', ...own].map((name) => `! -name '${name}'`).join(' ');
  return [
    `mkdir -p ${out}${java.build.spring ? '' : '/lib'}`,
    [`find ${from} -maxdepth 1 -name '*.jar'`, not, `-exec cp {} ${out}/app.jar ';'`].join(' \\\n      '),
  ];
}

/** A Spring Boot jar taken apart by how often its parts change. */
export function layerCommands({ java }: JavaBuild, out: string): string[] {
  return {
    tools: [`java -Djarmode=tools -jar ${out}/app.jar extract --layers --destination ${out}/layers`],
    launcher: [`java -Djarmode=layertools -jar ${out}/app.jar extract --destination ${out}/layers`],
    none: [],
  }[layering(java)];
}
