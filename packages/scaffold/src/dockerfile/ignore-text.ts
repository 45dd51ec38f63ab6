/** A group of patterns of an ignore file, and why they are there. */
export interface IgnoreGroup {
  readonly why: string;
  readonly patterns: readonly string[];
}

/** What no context needs, whatever is built from it. */
const EVERYWHERE: readonly IgnoreGroup[] = [
  {
    why: 'History, and what hosts and editors keep',
    patterns: ['.git', '**/.github', '**/.vscode', '**/.idea', '**/.DS_Store'],
  },
  {
    why: 'Secrets',
    patterns: [
      '**/.env',
      '**/.env.*',
      '**/*.pem',
      '**/*.key',
      '**/id_rsa*',
      '**/.npmrc',
      '**/.netrc',
      '**/.aws',
      '**/.ssh',
      '**/.secrets',
    ],
  },
  {
    why: 'What the image is made by, and not of',
    patterns: [
      '**/Dockerfile*',
      '**/.dockerignore',
      '**/*.dockerignore',
      '**/*compose*.y*ml',
      '**/.compose',
      '**/.devcontainer',
    ],
  },
  { why: 'Installed and built on the host', patterns: ['**/node_modules', '**/.nx', '**/.turbo'] },
];

/** An ignore file: what no context needs, then what a stack's does not. Source: Docker build, "Build context", .dockerignore files. */
export function ignoreText(groups: readonly IgnoreGroup[]): string {
  return `${[...EVERYWHERE, ...groups].map(({ why, patterns }) => [`# ${why}`, ...patterns].join('\n')).join('\n\n')}\n`;
}
