/** What a template of a tag or repository may name in braces, with what an argument behind a colon does. */
export const PLACEHOLDERS = {
  project: { argument: 'none', means: 'name of the project' },
  image: { argument: 'none', means: 'name of the image' },
  version: { argument: 'major or minor', means: 'version of the image; {version:minor} is its first two numbers' },
  branch: { argument: 'none', means: 'branch, in the characters of a tag' },
  tag: { argument: 'none', means: 'git tag at HEAD' },
  sha: { argument: 'digits', means: 'commit of the revision; {sha:12} its first twelve digits' },
  date: {
    argument: 'date format',
    means: 'date of the revision in UTC: 2026-11-21; {date:YYYYMMDD-HHmm} forms it',
  },
  digest: { argument: 'digits', means: 'digest of the built image, without its algorithm' },
} as const satisfies Readonly<
  Record<string, { argument: 'none' | 'digits' | 'major or minor' | 'date format'; means: string }>
>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;
