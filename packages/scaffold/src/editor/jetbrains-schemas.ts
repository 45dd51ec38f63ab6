import { SCHEMA_FILES, type SchemaFile } from './schema-files.ts';

const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<project version="4">
  <component name="JsonSchemaMappingsProjectConfiguration">
    <state>
      <map>
      </map>
    </state>
  </component>
</project>
`;

/**
 * `.idea/jsonSchemas.xml` with our schemas; entries that are there stay, ours among them. Undefined where the file has no map of mappings.
 * Source: IntelliJ Platform, `JsonSchemaMappingsProjectConfiguration` and `UserDefinedJsonSchemaConfiguration`.
 */
export function jetbrainsSchemas(text: string | undefined): string | undefined {
  const before = text === undefined || text.trim() === '' ? EMPTY : text;
  const component = before.indexOf('"JsonSchemaMappingsProjectConfiguration"');
  const end = component < 0 ? -1 : before.indexOf('</map>', component);
  if (end < 0) return undefined;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = before.lastIndexOf('\n', end) + 1;
  const indent = /^[ \t]*$/.test(before.slice(lineStart, end)) ? before.slice(lineStart, end) : undefined;
  const missing = SCHEMA_FILES.filter(({ schema }) => !before.includes(schema));
  const entries = missing.flatMap((each) => entryLines(each, `${indent ?? ''}  `)).join(eol);
  if (entries === '') return before;
  const at = indent === undefined ? end : lineStart;
  return `${before.slice(0, at)}${indent === undefined ? eol : ''}${entries}${eol}${before.slice(at)}`;
}

function entryLines({ title, schema, files }: SchemaFile, indent: string): string[] {
  return [
    `<entry key="${title}">`,
    '  <value>',
    '    <SchemaInfo>',
    `      <option name="name" value="${title}" />`,
    `      <option name="relativePathToSchema" value="${schema}" />`,
    '      <option name="patterns">',
    '        <list>',
    ...files.flatMap((file) => [
      '          <Item>',
      ...(file.startsWith('**/')
        ? [
            '            <option name="pattern" value="true" />',
            // A pattern is of the name alone.
            `            <option name="path" value="${file.slice('**/'.length)}" />`,
            '            <option name="mappingKind" value="Pattern" />',
          ]
        : [`            <option name="path" value="${file}" />`]),
      '          </Item>',
    ]),
    '        </list>',
    '      </option>',
    '    </SchemaInfo>',
    '  </value>',
    '</entry>',
  ].map((line) => indent + line);
}
