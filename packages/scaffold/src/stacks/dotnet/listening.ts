import { type FileSystem, folderOf, joinPath } from '@dockwarden-internal/facts';
import { type FoundPort, listeningPort } from '../../detect/listening-port.ts';
import type { SourceFile } from '../../detect/source-files.ts';
import { jsonValue } from '../../json/read-json.ts';

/** Port of the images of ASP.NET Core. Source: .NET 8, "Default ASP.NET Core port changed from 80 to 8080". */
export const USUAL_PORT = 8080;

/** Calls that name the addresses of a server, whatever the environment says. Source: ASP.NET Core, "Configure endpoints for Kestrel". */
const CALLS = [
  /\b(?:UseUrls|Urls\.Add|Run|RunAsync)\([^)\n]{0,200}?"http:\/\/[^":\s/]{1,100}:(\d{2,5})/,
  /\bListen(?:AnyIP|Localhost)?\(\s*(?:IPAddress\.\w{1,20},\s*)?(\d{2,5})\b/,
];
const LOCAL =
  /\bListenLocalhost\(|\b(?:UseUrls|Urls\.Add|Run|RunAsync)\([^)\n]{0,200}?"http:\/\/(?:localhost|127\.0\.0\.1):\d/;

export interface Listening {
  readonly found?: FoundPort;
  /** Sources or settings name it, so that no variable moves it. */
  readonly fixed: boolean;
  /** File that binds it to the loopback address alone. */
  readonly local?: string;
}

/** What a server listens on: by its sources, its settings, or how it is started in development. */
export function listeningOf(fs: FileSystem, program: string, files: readonly SourceFile[]): Listening {
  const folder = folderOf(program);
  const fixed = listeningPort(files, CALLS) ?? settingsPort(fs, joinPath(folder, 'appsettings.json'));
  const local = files.find(({ text }) => text.split('\n').some((line) => line.length < 400 && LOCAL.test(line)))?.path;
  if (fixed) return { found: fixed, fixed: true, ...(local !== undefined && { local }) };
  const launched = launchPort(fs, joinPath(folder, 'Properties/launchSettings.json'));
  return { ...(launched && { found: launched }), fixed: false };
}

/** `Urls`, or the first endpoint of Kestrel without TLS. */
function settingsPort(fs: FileSystem, file: string): FoundPort | undefined {
  const settings = tableOf(jsonValue(fs.read(file)));
  const endpoints = Object.values(tableOf(tableOf(settings['Kestrel'])['Endpoints'])).map(
    (each) => tableOf(each)['Url'],
  );
  return firstPort(file, [settings['Urls'], settings['urls'], ...endpoints]);
}

/** Of the profile that starts the project itself: others are for IIS and containers. */
function launchPort(fs: FileSystem, file: string): FoundPort | undefined {
  const profiles = Object.values(tableOf(tableOf(jsonValue(fs.read(file)))['profiles'])).map(tableOf);
  const found = firstPort(
    file,
    profiles.filter((each) => each['commandName'] === 'Project').map((each) => each['applicationUrl']),
  );
  return found && found.port >= 1024 ? found : undefined;
}

function firstPort(file: string, addresses: readonly unknown[]): FoundPort | undefined {
  for (const address of addresses) {
    const port = typeof address === 'string' ? Number(/http:\/\/[^:;/\s]{1,100}:(\d{2,5})\b/.exec(address)?.[1]) : 0;
    if (port > 0 && port < 65_536) return { port, file };
  }
  return undefined;
}

function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
