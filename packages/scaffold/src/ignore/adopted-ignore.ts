/** What no build needs of a context, whatever the stack: history, dependencies of the host, secrets, and files of editors and tools. */
export const NEVER_NEEDED: readonly string[] = [
  '.git',
  '**/node_modules',
  '**/.venv',
  '**/__pycache__',
  '**/target/debug',
  '**/.env',
  '**/.env.*',
  '**/*.pem',
  '**/*.key',
  '**/.DS_Store',
  '**/.idea',
  '**/.vscode',
  '**/coverage',
  '**/*.log',
  'docker-compose*.yml',
  'docker-compose*.yaml',
  'compose*.yaml',
  'compose*.yml',
  '.github',
];

/** An ignore file for a Dockerfile that somebody else wrote: the lines that hide nothing which it copies. */
export function adoptedIgnore(hides: (pattern: string) => boolean): string {
  const lines = NEVER_NEEDED.filter((pattern) => !hides(pattern));
  return `# What no build needs, and what must never reach an image.\n${lines.join('\n')}\n`;
}
