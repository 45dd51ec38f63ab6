/** What a go.mod or go.work says, as far as an image needs it. Source: Go modules reference, "go.mod files", and "Workspaces". */
export interface GoMod {
  /** `example.org/api`; absent in a go.work. */
  readonly module?: string;
  /** Paths of the modules that are required, with or without `// indirect`. */
  readonly requires: readonly string[];
  /** Folders that stand in for a module, as written: `../lib`. */
  readonly replacedBy: readonly string[];
  /** Folders of a go.work, as written: `./apps/api`. */
  readonly uses: readonly string[];
}

/** Reads line by line, whatever the line endings; what is not understood is passed over, as `go` itself will complain of it. */
export function readGoMod(text: string): GoMod {
  const requires: string[] = [];
  const replacedBy: string[] = [];
  const uses: string[] = [];
  let module: string | undefined;
  let block: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const words = wordsOf(line);
    if (words[0] === ')') block = undefined;
    else if (words[1] === '(') block = words[0];
    else if (words.length > 0) {
      const [verb, ...rest] = block === undefined ? words : [block, ...words];
      if (verb === 'module') module ??= rest[0];
      else if (verb === 'require' && rest[0] !== undefined) requires.push(rest[0]);
      else if (verb === 'use' && rest[0] !== undefined) uses.push(rest[0]);
      else if (verb === 'replace') {
        const target = rest[rest.indexOf('=>') + 1];
        if (rest.includes('=>') && target !== undefined && /^\.\.?(?:\/|$)/.test(target)) replacedBy.push(target);
      }
    }
  }
  return { ...(module !== undefined && { module }), requires, replacedBy, uses };
}

function wordsOf(line: string): string[] {
  const said = line.replace(/\/\/.*/, '').trim();
  return said === '' ? [] : said.split(/\s+/).map((word) => word.replace(/^["`](.*)["`]$/, '$1'));
}
