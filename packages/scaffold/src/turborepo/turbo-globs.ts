import { Minimatch } from 'minimatch';

/** What a task of Turborepo hashes, as globs from the workspace's root: every one a path, `folder/…`, or with signs that all globs know. */
export interface TaskGlobs {
  readonly globs: readonly string[];
  /** Of that, what ignore files hide, all the same whether it is a file or a folder. */
  readonly hidden?: readonly string[];
  /** Folders that git ignores: Turborepo hashes what a glob names, ignored or not. Source: Turborepo reference, "inputs". */
  readonly ignored: readonly string[];
  readonly kind: (path: string) => 'file' | 'directory' | undefined;
  /** Folders of the workspace's packages, from the root. */
  readonly roots: readonly string[];
}

/** Globs from the workspace's root: those that count, without what others hold, and those that do not. */
export interface RootedGlobs {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** What no task is made from, and lies where globs of whole packages look. */
const NEVER = ['**/node_modules', '**/.turbo'];

const BELOW = '/**/*';
const SIGN = /[*?{]/;

/** The globs of a task, as few as say the same. What is taken away names nothing that is asked for by its own name. */
export function turboGlobs(task: TaskGlobs): RootedGlobs {
  const positive = withoutHeld(asOneKind(task));
  const wide = wideFolders(positive, task.roots);
  if (wide.length === 0) return { positive: positive.map(shortened), negative: [] };
  const named = task.globs.filter((glob) => !SIGN.test(glob));
  const isNamed = (glob: string) => {
    const pattern = new Minimatch(glob, { dot: true, nocomment: true });
    return named.some((path) => pattern.match(path));
  };
  const mayMeet = (glob: string) => wide.some((folder) => meets(fixedPart(glob), folder));
  const gone = [...NEVER, ...(task.hidden ?? [])];
  const contents = ['.git', ...task.ignored].filter((glob) => !gone.includes(glob));
  const negative = [
    ...joined(gone.filter((glob) => mayMeet(glob) && !isNamed(glob))).flatMap((glob) => [glob, `${glob}/**`]),
    ...joined(contents.filter(mayMeet)).map((glob) => `${glob}/**`),
  ];
  return { positive: positive.map(shortened), negative: [...new Set(negative)] };
}

/** A source is named as a file and as a folder; what is there tells which of them it is. */
function asOneKind({ globs, kind }: TaskGlobs): string[] {
  const all = new Set(globs);
  return [...all].filter((glob) => {
    if (all.has(`${glob}${BELOW}`)) return kind(glob) !== 'directory';
    if (!glob.endsWith(BELOW)) return true;
    const folder = glob.slice(0, -BELOW.length);
    return !all.has(folder) || kind(folder) !== 'file';
  });
}

/** Without what lies in a folder that is there as a whole, and what a glob for any folder holds. */
function withoutHeld(globs: readonly string[]): string[] {
  const all = new Set(globs);
  const anywhere = globs.flatMap((glob) =>
    glob.startsWith('**/') ? [new Minimatch(glob, { dot: true, nocomment: true })] : [],
  );
  const isHeld = (glob: string) => {
    if (glob === '**/*') return false;
    if (all.has('**/*')) return true;
    for (let slash = glob.indexOf('/'); slash >= 0; slash = glob.indexOf('/', slash + 1)) {
      const folder = glob.slice(0, slash);
      if (!SIGN.test(folder) && glob !== `${folder}${BELOW}` && all.has(`${folder}${BELOW}`)) return true;
      const rest = `**${glob.slice(slash)}`;
      if (!folder.includes('{') && glob !== rest && all.has(rest)) return true;
    }
    if (SIGN.test(glob)) return !glob.includes('/') && all.has(`**/${glob}`);
    return anywhere.some((pattern) => pattern.match(glob));
  };
  return [...all].filter((glob) => !isHeld(glob)).sort();
}

/** The folders of which everything counts and in which packages lie, so that what is installed or built there would count too. */
function wideFolders(globs: readonly string[], roots: readonly string[]): string[] {
  return globs.flatMap((glob) => {
    if (!glob.includes('**')) return [];
    const folder = fixedPart(glob);
    const isWide = folder === '' || roots.some((root) => root === folder || root.startsWith(`${folder}/`));
    return isWide ? [folder] : [];
  });
}

/** The folders before the first sign, or all of a path. */
export function fixedPart(glob: string): string {
  const sign = glob.search(SIGN);
  if (sign < 0) return glob;
  return glob.slice(0, Math.max(0, glob.lastIndexOf('/', sign)));
}

function meets(one: string, other: string): boolean {
  if (one === '' || other === '' || one === other) return true;
  return one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

/** Names that may lie anywhere below a folder, as one glob. */
function joined(globs: readonly string[]): string[] {
  const names = new Map<string, string[]>();
  const others: string[] = [];
  for (const glob of [...new Set(globs)].sort()) {
    const [, folder, name] = /^((?:[^*?]*\/)?\*\*\/)([^/]+)$/.exec(glob) ?? [];
    if (folder === undefined || name === undefined) others.push(glob);
    else names.set(folder, [...(names.get(folder) ?? []), name]);
  }
  const together = [...names].map(([folder, all]) => folder + (all.length > 1 ? `{${all.join(',')}}` : all[0]!));
  return [...together, ...others];
}

function shortened(glob: string): string {
  return glob.endsWith(BELOW) ? glob.slice(0, -2) : glob;
}
