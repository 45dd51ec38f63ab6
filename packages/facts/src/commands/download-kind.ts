/** What a downloaded file is, by its name. */
export type DownloadKind = 'archive' | 'executable' | 'script' | 'text' | 'unknown';

const ENDINGS: readonly (readonly [DownloadKind, RegExp])[] = [
  [
    'text',
    /\.(asc|sig|sign|sha\d*|sha\d+sums?|md5|sum|sums|txt|json|ya?ml|toml|xml|gpg|key|pub|pem|crt|cer|list|repo|sources|conf|cfg|ini|md|html?|csv|sql)$/i,
  ],
  ['text', /(^|\/)(sha\d+|md5|check)sums?(-?\d*)?(\.\w+)?$/i],
  ['script', /\.(sh|bash|py|pl|rb|js|mjs|cjs|php|ps1|awk|lua)$/i],
  ['script', /(^|\/|\.)(install|installer|setup|get|bootstrap|rustup|sh)$/i],
  [
    'archive',
    /\.(tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst|lz4|lzma|zip|7z|rar|jar|war|ear|whl|egg|gem|deb|rpm|apk|snap|pkg|dmg|msi|crate|nupkg|cab|iso)$/i,
  ],
  ['executable', /\.(exe|run|bin|appimage|elf|phar)$/i],
  ['executable', /[-_.](amd64|arm64|aarch64|x86_64|x64|armv[67]l?|armhf|i386|static|musl)$/i],
];

/** By the ends of the address and of the file it is kept in; the first that says something. */
export function kindByName(...names: readonly (string | undefined)[]): DownloadKind {
  for (const name of names) {
    const path = name?.replace(/[?#].*$/s, '');
    const found = path && ENDINGS.find(([, ending]) => ending.test(path));
    if (found) return found[0];
  }
  return 'unknown';
}
