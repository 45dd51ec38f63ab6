import type { TomlTable, TomlValue } from './toml-value.ts';

/** How deep arrays and inline tables are followed. */
const DEPTH = 32;

/** Thrown where a text is no TOML, and caught by `readToml`. */
export class TomlFault extends Error {}

/** Reads one value or key after the other. Every pattern is sticky and has no alternatives that overlap, so that reading is linear. */
export class TomlCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes what a sticky pattern matches here. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  skip(): void {
    this.take(/(?:[ \t\r\n]|#[^\n]*)*/y);
  }

  expect(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === undefined) throw new TomlFault();
    return found;
  }

  /** `a`, `"b c"`, and with dots between them. */
  key(): string[] {
    const parts: string[] = [];
    do {
      this.take(/[ \t]+/y);
      parts.push(this.take(/[\w-]+/y) ?? this.string());
      this.take(/[ \t]+/y);
    } while (this.take(/\./y) !== undefined);
    return parts;
  }

  string(): string {
    const multiline = this.take(/"""(?:[^\\"]|\\[\s\S]|"(?!""))*"{3,5}/y);
    if (multiline !== undefined) return unescaped(multiline.slice(3, -3).replace(/^\r?\n/, ''));
    const raw = this.take(/'''(?:[^']|'(?!''))*'{3,5}/y);
    if (raw !== undefined) return raw.slice(3, -3).replace(/^\r?\n/, '');
    const basic = this.take(/"(?:[^"\\\n]|\\.)*"/y);
    if (basic !== undefined) return unescaped(basic.slice(1, -1));
    return this.expect(/'[^'\n]*'/y).slice(1, -1);
  }

  value(depth = 0): TomlValue {
    if (depth > DEPTH) throw new TomlFault();
    const next = this.text[this.at];
    if (next === '[') return this.array(depth);
    if (next === '{') return this.inlineTable(depth);
    return next === '"' || next === "'" ? this.string() : this.expect(/[^\s,\]}#]+(?: [\d:.Z+-]+)?/y);
  }

  private array(depth: number): TomlValue[] {
    const items: TomlValue[] = [];
    this.expect(/\[/y);
    for (this.skip(); this.take(/\]/y) === undefined; this.skip()) {
      items.push(this.value(depth + 1));
      this.skip();
      if (this.take(/,/y) === undefined && this.text[this.at] !== ']') throw new TomlFault();
    }
    return items;
  }

  private inlineTable(depth: number): TomlTable {
    const table: Record<string, TomlValue> = Object.create(null);
    this.expect(/\{/y);
    for (this.skip(); this.take(/\}/y) === undefined; this.skip()) {
      const key = this.key();
      this.expect(/=[ \t]*/y);
      put(table, key, this.value(depth + 1));
      this.skip();
      if (this.take(/,/y) === undefined && this.text[this.at] !== '}') throw new TomlFault();
    }
    return table;
  }
}

/** Puts a value where dotted keys lead, making the tables between; a value that is there already is a fault of the text. */
export function put(table: Record<string, TomlValue>, path: readonly string[], value: TomlValue): void {
  const last = path.at(-1)!;
  const inner = path.slice(0, -1).reduce(inside, table);
  if (last in inner) throw new TomlFault();
  inner[last] = value;
}

/** The table of a key: made where there is none, of a list of tables the last. */
export function inside(table: Record<string, TomlValue>, key: string): Record<string, TomlValue> {
  const there = table[key];
  if (there === undefined) {
    const made: Record<string, TomlValue> = Object.create(null);
    table[key] = made;
    return made;
  }
  const inner = Array.isArray(there) ? there.at(-1) : there;
  if (inner === undefined || typeof inner === 'string' || Array.isArray(inner)) throw new TomlFault();
  return inner as Record<string, TomlValue>;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001b' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\r?\n\s*)|([\s\S]))/g,
    (_, short, long, line, letter) => {
      if (line !== undefined) return '';
      if (letter !== undefined) return ESCAPES[letter] ?? letter;
      const code = Number.parseInt(short ?? long, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}
