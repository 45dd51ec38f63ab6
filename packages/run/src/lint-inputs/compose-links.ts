/** What a Compose file names of other files: raw, as written, to be resolved against the file's folder. */
export interface ComposeLinks {
  /** Build contexts. */
  readonly contexts: readonly string[];
  /** Dockerfiles, relative to a build context. */
  readonly dockerfiles: readonly string[];
  /** Included and extended Compose files, and files of environment variables. */
  readonly files: readonly string[];
}

const VALUE = String.raw`[ \t]*:[ \t]+["']?([^\s"'#{}[\],&*!|>][^\s"'#{}[\],]*)`;
const CONTEXT = new RegExp(String.raw`\b(?:context|build)["']?${VALUE}`, 'g');
const DOCKERFILE = new RegExp(String.raw`\bdockerfile["']?${VALUE}`, 'g');
const FILE_NAME = /(?:\.ya?ml|(?:^|\/)\.env[\w.-]*|\.env)$/;

/**
 * The links of a Compose file to others, read by pattern and without a YAML parser: this runs on every command of the task
 * runner, and a link too many only widens the inputs of a task. Remote contexts and variables are left out.
 * Source: Compose specification, "Build", "Include", "Extends", "env_file".
 */
export function composeLinks(text: string): ComposeLinks {
  const contexts = distinct(captures(text, CONTEXT));
  const dockerfiles = distinct(captures(text, DOCKERFILE));
  return {
    // `build: { dockerfile: x }`: the context is the file's folder.
    contexts: dockerfiles.length > 0 ? distinct([...contexts, '.']) : contexts,
    dockerfiles,
    files: distinct(text.split(/[\s"'#{}[\],:=]+/).filter((word) => FILE_NAME.test(word))),
  };
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].filter((value) => !/\$|:\/\/|^git@|^\//.test(value)).sort();
}
