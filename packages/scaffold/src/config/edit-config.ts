import { type Document, isMap, isSeq, type Pair, parseDocument, visit, type YAMLMap, type YAMLSeq } from 'yaml';

/** A setting of a policy, a check or a rule, by its id. */
export interface SettingLine {
  readonly id: string;
  readonly setting: string | Readonly<Record<string, unknown>>;
  /** Why it is there, behind it on its line. */
  readonly comment?: string;
}

export interface OverrideLines {
  readonly files: readonly string[];
  readonly policies: readonly SettingLine[];
  /** Why it is there, above it. */
  readonly comment?: string;
}

export interface ConfigEdit {
  /** Packs that `extends` gains at its end. */
  readonly extends: readonly string[];
  readonly policies: readonly SettingLine[];
  /** They go before those that are there, which hold over them. */
  readonly overrides: readonly OverrideLines[];
  /** Tools whose comments count from now on. */
  readonly inline?: readonly string[];
}

const FRESH = 'dockwarden: config/v1\n';

/** A `dockwarden.yaml` with settings put in, comments and order kept; undefined where it is no map, or says one of these otherwise than by a map or a list. */
export function editConfig(text: string | undefined, edit: ConfigEdit): string | undefined {
  const document = parseDocument(text ?? FRESH);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  if (!addPacks(document, edit.extends)) return undefined;
  if (edit.policies.length > 0) {
    const policies = mapAt(document, 'policies');
    if (!policies) return undefined;
    for (const line of edit.policies) setLine(document, policies, line);
  }
  if (edit.overrides.length > 0) {
    const made = edit.overrides.map((each) => overrideNode(document, each));
    const there = document.get('overrides');
    if (isSeq(there)) there.items.unshift(...made);
    else if (there === undefined || there === null) document.set('overrides', document.createNode(made));
    else return undefined;
  }
  if (edit.inline) {
    const waivers = mapAt(document, 'waivers');
    if (!waivers) return undefined;
    waivers.set('inline', document.createNode(edit.inline, { flow: true }));
  }
  return written(document, text ?? FRESH);
}

/** In the manner of the text: blanks within braces and brackets, and lists under their key or indented. */
function written(document: Document, text: string): string {
  const padding = { seq: /\[ \S/.test(text) ? ' ' : '', map: /\{[^\s{}]/.test(text) ? '' : ' ' };
  visit(document, {
    Seq: (_, node) => pad(node, padding.seq),
    Map: (_, node) => pad(node, padding.map),
  });
  return document.toString({ lineWidth: 0, indentSeq: !/^[\w-]+:[ \t]*\r?\n- /m.test(text) });
}

/** The library pads maps and lists alike, by a word of the context that it hands down. */
function pad(node: YAMLMap | YAMLSeq, padding: string): void {
  const plain = node.toString.bind(node);
  node.toString = (context, ...rest) => plain(context && { ...context, flowCollectionPadding: padding }, ...rest);
}

function addPacks(document: Document, packs: readonly string[]): boolean {
  if (packs.length === 0) return true;
  const there = document.get('extends');
  if (isSeq(there)) for (const pack of packs) there.add(pack);
  else if (there !== undefined && there !== null) return false;
  else document.set('extends', document.createNode(packs, { flow: true }));
  return true;
}

function mapAt(document: Document, key: string): YAMLMap | undefined {
  const there = document.get(key);
  if (isMap(there)) return there;
  if (there !== undefined && there !== null) return undefined;
  const made = document.createNode({}) as YAMLMap;
  made.flow = false;
  document.set(key, made);
  return made;
}

/** A setting that is there and is a map keeps what the new one does not say. */
function setLine(document: Document, policies: YAMLMap, { id, setting, comment }: SettingLine): void {
  const there: unknown = policies.get(id, true);
  const more = typeof setting === 'object' ? setting : { severity: setting };
  const joined = isMap(there) && setting !== 'off' ? { ...there.toJSON(), ...more } : setting;
  const value = document.createNode(joined, { flow: true });
  // A comment behind a value ends a line, which a map in braces has not.
  if (comment !== undefined && !policies.flow) value.comment = ` ${comment}`;
  const pair = policies.items.find(({ key }) => String(key) === id) as Pair<unknown, unknown> | undefined;
  if (pair) pair.value = value;
  else policies.add(document.createPair(id, value));
}

function overrideNode(document: Document, { files, policies, comment }: OverrideLines): YAMLMap {
  const node = document.createNode({}) as YAMLMap;
  node.flow = false;
  node.add(document.createPair('files', document.createNode(files, { flow: true })));
  const settings = document.createNode({}) as YAMLMap;
  settings.flow = false;
  for (const line of policies) setLine(document, settings, line);
  node.add(document.createPair('policies', settings));
  if (comment !== undefined) node.commentBefore = ` ${comment}`;
  return node;
}
