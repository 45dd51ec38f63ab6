/** One case of the command line: files, commands one after the other, and what each must print. */
export interface Scenario {
  readonly title: string;
  readonly files: readonly ScenarioFile[];
  readonly steps: readonly Step[];
}

export interface ScenarioFile {
  readonly kind: 'file' | 'link' | 'folder' | 'base64' | 'unreadable';
  readonly path: string;
  /** Text of a file, target of a link. */
  readonly content: string;
}

export interface Step {
  /** Arguments behind `dockwarden`. */
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly exit: number;
  /** The whole output, or words that must stand in it, line by line. */
  readonly stdout: readonly Expectation[];
  readonly stderr: readonly Expectation[];
  /** Files as they must be afterwards; undefined: must not be there. */
  readonly after: readonly { readonly path: string; readonly content: string | undefined }[];
}

export interface Expectation {
  readonly how: 'is' | 'contains' | 'lacks';
  readonly text: string;
}

/**
 * Reads a scenario: sections begin with `=== `, the first lines are the title. `=== file PATH`, `=== link PATH` (content:
 * its target), `=== folder PATH`, `=== base64 PATH`, `=== unreadable PATH`, `=== run ARGUMENTS` (words split at blanks),
 * `=== stdin`, `=== exit N`, `=== stdout [contains|lacks]`, `=== stderr [contains|lacks]`, `=== after PATH`, `=== gone PATH`.
 */
export function readScenario(text: string): Scenario {
  const [head = '', ...sections] = text.split(/^=== /m);
  const files: ScenarioFile[] = [];
  const steps: { -readonly [P in keyof Step]: Step[P] }[] = [];
  for (const section of sections) {
    const newline = section.indexOf('\n');
    const line = newline < 0 ? section : section.slice(0, newline);
    const content = newline < 0 ? '' : section.slice(newline + 1);
    const [word = '', ...rest] = line.trim().split(' ');
    const argument = rest.join(' ');
    const step = steps.at(-1);
    switch (word) {
      case 'file':
      case 'folder':
      case 'base64':
      case 'unreadable':
        files.push({ kind: word, path: argument, content });
        break;
      case 'link':
        files.push({ kind: 'link', path: argument, content: content.trim() });
        break;
      case 'run':
        steps.push({ argv: argument.split(/\s+/).filter(Boolean), exit: 0, stdout: [], stderr: [], after: [] });
        break;
      case 'stdin':
        step!.stdin = content;
        break;
      case 'exit':
        step!.exit = Number(argument);
        break;
      case 'stdout':
      case 'stderr':
        step![word] = [
          ...step![word],
          { how: argument === 'contains' || argument === 'lacks' ? argument : 'is', text: content },
        ];
        break;
      case 'after':
        step!.after = [...step!.after, { path: argument, content }];
        break;
      case 'gone':
        step!.after = [...step!.after, { path: argument, content: undefined }];
        break;
      default:
        throw new Error(`a scenario has no section ${JSON.stringify(word)}`);
    }
  }
  return { title: head.trim(), files, steps };
}
