/**
 * Where the sources can be looked at, from the URL of a remote: over https, without user, password, token or `.git`. Undefined for a
 * remote that no one else can reach (a path of this machine) and for transports that name no host.
 */
export function sourceUrl(remote: string): string | undefined {
  const text = remote.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a label is one line of text
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text) || /^[a-z0-9+.-]+::/i.test(text)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined) return fromUrl(text, scheme);
  // `host:path`, unless a slash stands before the colon or it is a drive of Windows.
  const scp = /^(?:[^/:@]+@)?(\[[0-9a-f:]+\]|[^/:@]{2,}):(?!\/\/)(.+)$/i.exec(text);
  return scp ? joined('https:', scp[1]!, scp[2]!) : undefined;
}

const WEB: Readonly<Record<string, string>> = { http: 'http:', https: 'https:' };
const OTHER = ['ssh', 'git', 'git+ssh', 'ssh+git', 'git+https'];

function fromUrl(text: string, scheme: string): string | undefined {
  const web = Object.hasOwn(WEB, scheme) ? WEB[scheme] : undefined;
  if (web === undefined && !OTHER.includes(scheme)) return undefined;
  try {
    // An unknown scheme would not be taken apart as one with a host.
    const url = new URL(text.replace(/^[^:]*:/, web ?? 'https:'));
    // A port of ssh or git says nothing of the web's.
    return joined(web ?? 'https:', web === undefined ? url.hostname : url.host, url.pathname);
  } catch {
    return undefined;
  }
}

function joined(protocol: string, host: string, path: string): string | undefined {
  const clean = path
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '');
  if (clean === '' || host === '') return undefined;
  // Azure DevOps has another address for ssh. Source: "Use SSH key authentication", learn.microsoft.com.
  const azure = host === 'ssh.dev.azure.com' && /^v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(clean);
  if (azure) return `https://dev.azure.com/${azure[1]}/${azure[2]}/_git/${azure[3]}`;
  return `${protocol}//${host.toLowerCase()}/${clean}`;
}
