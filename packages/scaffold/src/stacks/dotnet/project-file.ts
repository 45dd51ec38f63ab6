import { baseName, type FileSystem, folderOf } from '@dockwarden-internal/facts';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { elementsAt, readXml, type XmlElement } from '../../xml/read-xml.ts';

/** Project files of SDK style. */
export const PROJECT_FILE = /\.(?:cs|fs|vb)proj$/;

/** What a project file says, without what MSBuild would compute. Source: .NET, "MSBuild reference for .NET SDK projects". */
export interface ProjectFile {
  readonly path: string;
  /** `Microsoft.NET.Sdk.Web`. */
  readonly sdk: string;
  /** Project files that it refers to. */
  readonly references: readonly string[];
  /** References that are written with properties, or lead out of the workspace. */
  readonly unfollowed: readonly string[];
  readonly packages: readonly string[];
  readonly frameworks: readonly string[];
  readonly element: XmlElement;
}

/** Undefined for what is no project file of SDK style, as those of the .NET Framework. */
export function readProjectFile(fs: FileSystem, path: string): ProjectFile | undefined {
  const text = fs.read(path);
  const element = text === undefined ? undefined : readXml(text);
  const sdk = element?.attributes['Sdk'] ?? elementsAt(element, 'Sdk')[0]?.attributes['Name'];
  if (element?.name !== 'Project' || sdk === undefined) return undefined;
  const included = (name: string) =>
    elementsAt(element, 'ItemGroup', name).flatMap(({ attributes }) => attributes['Include'] ?? []);
  const written = included('ProjectReference').map((reference) => ({ reference, to: resolveFile(path, reference) }));
  return {
    path,
    sdk: sdk.replace(/\/.*$/, ''),
    references: written.flatMap(({ to }) => to ?? []),
    unfollowed: written.flatMap(({ reference, to }) => (to === undefined ? [reference] : [])),
    packages: included('PackageReference'),
    frameworks: included('FrameworkReference'),
    element,
  };
}

/** A file that MSBuild is told of, from the file that tells; undefined where only MSBuild knows. */
export function resolveFile(from: string, written: string): string | undefined {
  const path = written
    .replace(/^\$\((?:MSBuildThisFileDirectory|MSBuildProjectDirectory)\)[\\/]?/, '')
    .replaceAll('\\', '/');
  if (/[$@%*?;]/.test(path) || path.startsWith('/') || /^[A-Za-z]:/.test(path)) return undefined;
  return resolveFolder(folderOf(from), path);
}

/** The value of a property as a file sets it without a condition, the last of several; undefined for one that is computed. */
export function propertyOf(element: XmlElement | undefined, name: string): string | undefined {
  const groups = elementsAt(element, 'PropertyGroup').filter(({ attributes }) => !attributes['Condition']);
  const values = groups.flatMap((group) => elementsAt(group, name).map(({ text }) => text.trim()));
  const value = values.at(-1);
  return value === undefined || value === '' || value.includes('$(') ? undefined : value;
}

export function isTestProject({ sdk, packages, element }: ProjectFile): boolean {
  return (
    sdk === 'MSTest.Sdk' ||
    propertyOf(element, 'IsTestProject')?.toLowerCase() === 'true' ||
    packages.some((name) => /^(?:Microsoft\.NET\.Test\.Sdk|xunit\.v3|TUnit)$/i.test(name))
  );
}

/** Whether it makes a program, and no library. A front end of WebAssembly is none that a server could start. */
export function isProgram(file: ProjectFile): boolean {
  if (isTestProject(file)) return false;
  const output = propertyOf(file.element, 'OutputType')?.toLowerCase();
  if (output !== undefined) return output === 'exe';
  return file.sdk === 'Microsoft.NET.Sdk.Web' || file.sdk === 'Microsoft.NET.Sdk.Worker';
}

/** Whether it needs the runtime of ASP.NET Core. */
export function isWeb({ sdk, frameworks }: ProjectFile): boolean {
  return sdk === 'Microsoft.NET.Sdk.Web' || frameworks.includes('Microsoft.AspNetCore.App');
}

/** `Api` of `src/Api/Api.csproj`. */
export function projectName(path: string): string {
  return baseName(path).replace(PROJECT_FILE, '');
}
