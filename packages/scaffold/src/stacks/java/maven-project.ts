import { type FileSystem, isWithin, joinPath } from '@dockwarden-internal/facts';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { elementsAt, readXml, type XmlElement, xmlTextAt } from '../../xml/read-xml.ts';
import type { JavaProject } from './java-app.ts';

/** How many modules of a reactor are looked at. */
const MODULES = 200;

/** A project that has a pom.xml: alone, or as a module of the pom at the root. Source: Maven, "POM reference". */
export function mavenProject(fs: FileSystem, root: string): JavaProject | undefined {
  const own = readPom(fs, root);
  if (!own) return undefined;
  const reactor = root === '.' ? undefined : reactorOf(fs);
  const isModule = reactor?.has(root) === true;
  const modules = isModule ? neededModules(reactor, root) : [root];
  const declared = isModule ? [...reactor.keys()] : [root];
  const top = isModule ? '.' : root;
  const poms = [own, ...(isModule ? [reactor.get('.')!] : [])];
  const version = poms.map(javaVersion).find(Boolean);
  const spring = springOf(poms);
  const wrapper = fs.kind(joinPath(top, 'mvnw')) === 'file';
  return {
    tool: 'maven',
    wrapper,
    context: isModule ? 'workspace' : 'project',
    manifests: declared.map((folder) => joinPath(folder, 'pom.xml')),
    modules,
    ...(version && { version: { range: version, file: joinPath(root, 'pom.xml') } }),
    ...(spring && { spring }),
    distribution: false,
    why: joinPath(root, 'pom.xml'),
  };
}

function readPom(fs: FileSystem, folder: string): XmlElement | undefined {
  const text = fs.read(joinPath(folder, 'pom.xml'));
  const element = text === undefined ? undefined : readXml(text);
  return element?.name === 'project' ? element : undefined;
}

/** The root's pom and all modules that it names, directly or not, by their folders. */
function reactorOf(fs: FileSystem): ReadonlyMap<string, XmlElement> | undefined {
  const top = readPom(fs, '.');
  if (!top) return undefined;
  const found = new Map([['.', top]]);
  for (const [folder, pom] of found)
    for (const module of elementsAt(pom, 'modules', 'module')) {
      const below = resolveFolder(folder, module.text.trim());
      const read = below === undefined || found.has(below) ? undefined : readPom(fs, below);
      if (below !== undefined && read && found.size < MODULES) found.set(below, read);
    }
  return found;
}

/** The app's module, and those that it depends on or is a child of. */
function neededModules(reactor: ReadonlyMap<string, XmlElement>, root: string): string[] {
  const byName = new Map([...reactor].map(([folder, pom]) => [xmlTextAt(pom, 'artifactId'), folder]));
  const needed = new Set([root]);
  for (const folder of needed)
    for (const dependency of elementsAt(reactor.get(folder), 'dependencies', 'dependency')) {
      const below = byName.get(xmlTextAt(dependency, 'artifactId'));
      if (below !== undefined && below !== '.') needed.add(below);
    }
  return [...needed].filter((folder) => ![...needed].some((other) => other !== folder && isWithin(folder, other)));
}

function javaVersion(pom: XmlElement): string | undefined {
  const names = ['java.version', 'maven.compiler.release', 'maven.compiler.target', 'maven.compiler.source'];
  const said = names.map((name) => xmlTextAt(pom, 'properties', name)).find(Boolean) ?? compilerRelease(pom);
  return said !== undefined && /^[\d.]{1,10}$/.test(said) ? said : undefined;
}

function compilerRelease(pom: XmlElement): string | undefined {
  const plugin = plugins(pom).find((one) => xmlTextAt(one, 'artifactId') === 'maven-compiler-plugin');
  return xmlTextAt(plugin, 'configuration', 'release') ?? xmlTextAt(plugin, 'configuration', 'target');
}

function springOf(poms: readonly XmlElement[]): JavaProject['spring'] {
  if (!poms.some((pom) => plugins(pom).some((one) => xmlTextAt(one, 'artifactId') === 'spring-boot-maven-plugin')))
    return undefined;
  const parent = poms
    .map((pom) => elementsAt(pom, 'parent')[0])
    .find((one) => xmlTextAt(one, 'artifactId') === 'spring-boot-starter-parent');
  const managed = poms
    .flatMap((pom) => elementsAt(pom, 'dependencyManagement', 'dependencies', 'dependency'))
    .find((one) => xmlTextAt(one, 'artifactId') === 'spring-boot-dependencies');
  const version = xmlTextAt(parent, 'version') ?? xmlTextAt(managed, 'version');
  const actuator = poms.some((pom) =>
    elementsAt(pom, 'dependencies', 'dependency').some(
      (one) => xmlTextAt(one, 'artifactId') === 'spring-boot-starter-actuator',
    ),
  );
  return { ...(version !== undefined && /^\d/.test(version) && { version }), actuator };
}

function plugins(pom: XmlElement): readonly XmlElement[] {
  return elementsAt(pom, 'build', 'plugins', 'plugin');
}
