/** How a line of a file asks for a version of a runtime. Its first group is the range. */
export interface LineClaim {
  readonly file: RegExp;
  readonly runtime: string;
  readonly pattern: RegExp;
}

const TOML_TEXT = String.raw`["']([^"'\n]{1,64})["']`;

/** Every pattern is anchored to a line and has bounded parts, so that looking stays linear. */
export const LINE_CLAIMS: readonly LineClaim[] = [
  { file: /^\.(?:nvmrc|node-version)$/, runtime: 'node', pattern: /^[ \t]*([^\s#]{1,64})/dm },
  { file: /^\.python-version$/, runtime: 'python', pattern: /^[ \t]*([^\s#]{1,64})/dm },
  { file: /^\.java-version$/, runtime: 'java', pattern: /^[ \t]*([^\s#]{1,64})/dm },
  { file: /^\.go-version$/, runtime: 'go', pattern: /^[ \t]*([^\s#]{1,64})/dm },
  { file: /^rust-toolchain$/, runtime: 'rust', pattern: /^[ \t]*([\w.-]{1,64})[ \t]*$/dm },
  {
    file: /^rust-toolchain\.toml$/,
    runtime: 'rust',
    pattern: new RegExp(`^channel[ \\t]{0,8}=[ \\t]{0,8}${TOML_TEXT}`, 'dm'),
  },
  {
    file: /^Cargo\.toml$/,
    runtime: 'rust',
    pattern: new RegExp(`^rust-version[ \\t]{0,8}=[ \\t]{0,8}${TOML_TEXT}`, 'dm'),
  },
  {
    file: /^pyproject\.toml$/,
    runtime: 'python',
    pattern: new RegExp(`^requires-python[ \\t]{0,8}=[ \\t]{0,8}${TOML_TEXT}`, 'dm'),
  },
  { file: /^go\.(?:mod|work)$/, runtime: 'go', pattern: /^go[ \t]{1,8}(\d[\w.]{0,32})/dm },
  {
    file: /\.(?:cs|fs|vb)proj$/,
    runtime: 'dotnet',
    pattern: /<TargetFramework>net(\d[\d.]{0,16})<\/TargetFramework>/d,
  },
  { file: /^pom\.xml$/, runtime: 'java', pattern: /<(?:maven\.compiler\.release|java\.version)>([\d.]{1,16})<\//d },
  { file: /^\.tool-versions$/, runtime: 'node', pattern: /^nodejs[ \t]{1,8}([^\s#]{1,64})/dm },
  { file: /^\.tool-versions$/, runtime: 'python', pattern: /^python[ \t]{1,8}([^\s#]{1,64})/dm },
  { file: /^\.tool-versions$/, runtime: 'go', pattern: /^golang[ \t]{1,8}([^\s#]{1,64})/dm },
  { file: /^\.tool-versions$/, runtime: 'rust', pattern: /^rust[ \t]{1,8}([^\s#]{1,64})/dm },
];

/** Keys of package.json whose string is a range. */
export const MANIFEST_CLAIMS: readonly (readonly [runtime: string, ...path: string[]])[] = [
  ['node', 'engines', 'node'],
  ['npm', 'engines', 'npm'],
  ['pnpm', 'engines', 'pnpm'],
  ['yarn', 'engines', 'yarn'],
  ['bun', 'engines', 'bun'],
  ['node', 'volta', 'node'],
];
