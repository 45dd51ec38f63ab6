import { planEditor } from './plan-editor.ts';
import { SCHEMA_FILES } from './schema-files.ts';

const plan = (editor: 'vscode' | 'jetbrains', text?: string) => planEditor({ read: () => text }, editor);

function textOf(editor: 'vscode' | 'jetbrains', text?: string): string {
  const planned = plan(editor, text);
  if ('fault' in planned) throw new Error(planned.fault);
  return planned.file.text;
}

describe('VS Code', () => {
  test('new settings name every schema', () => {
    expect(JSON.parse(textOf('vscode'))).toEqual({
      'yaml.schemas': {
        './node_modules/dockwarden/schema/config.schema.json': 'dockwarden.yaml',
        './node_modules/dockwarden/schema/policy.schema.json': ['**/*.policy.yaml', '**/*.policy.yml'],
        './node_modules/dockwarden/schema/terms.schema.json': ['**/*.terms.yaml', '**/*.terms.yml'],
        './node_modules/dockwarden/schema/pack.schema.json': ['**/*.pack.yaml', '**/*.pack.yml'],
        './node_modules/dockwarden/schema/waivers.schema.json': 'dockwarden.waivers.yaml',
      },
    });
  });

  test('comments and entries that are there stay; a second time nothing changes', () => {
    const there = `{
  // ours
  "editor.tabSize": 2,
  "yaml.schemas": {
    "https://example.org/x.json": "x.yaml",
    "node_modules/dockwarden/schema/config.schema.json": ["dockwarden.yaml", "other.yaml"] // both
  }
}
`;
    const edited = textOf('vscode', there);
    for (const line of there.split('\n').slice(0, 5)) expect(edited).toContain(line);
    expect(edited).toContain('["dockwarden.yaml", "other.yaml"]');
    expect(edited).toContain('// both');
    expect(edited).toContain('./node_modules/dockwarden/schema/policy.schema.json');
    expect(edited).not.toContain('./node_modules/dockwarden/schema/config.schema.json');
    expect(textOf('vscode', edited)).toBe(edited);
  });

  test.each(['{', '[]', '{ "yaml.schemas": [] }'])('%j cannot be edited', (text) => {
    expect(plan('vscode', text)).toMatchObject({ path: '.vscode/settings.json', fault: expect.any(String) });
  });
});

describe('JetBrains', () => {
  test('a new file maps every schema, and a second time nothing changes', () => {
    const text = textOf('jetbrains');
    for (const { schema, title } of SCHEMA_FILES) {
      expect(text).toContain(`<entry key="${title}">`);
      expect(text).toContain(`value="${schema}"`);
    }
    expect(text).toContain('<option name="path" value="*.policy.yaml" />');
    expect(text.match(/<entry/g)).toHaveLength(text.match(/<\/entry>/g)!.length);
    expect(textOf('jetbrains', text)).toBe(text);
  });

  test('entries that are there stay', () => {
    const there = `<?xml version="1.0" encoding="UTF-8"?>\r
<project version="4">\r
  <component name="JsonSchemaMappingsProjectConfiguration">\r
    <state>\r
      <map>\r
        <entry key="mine"></entry>\r
      </map>\r
    </state>\r
  </component>\r
</project>\r
`;
    const edited = textOf('jetbrains', there);
    expect(edited.startsWith(there.slice(0, there.indexOf('      </map>')))).toBe(true);
    expect(edited.endsWith(there.slice(there.indexOf('      </map>')))).toBe(true);
    expect(edited).not.toMatch(/[^\r]\n/);
  });

  test.each(['<project/>', 'x'])('%j cannot be edited', (text) => {
    expect(plan('jetbrains', text)).toMatchObject({ path: '.idea/jsonSchemas.xml', fault: expect.any(String) });
  });
});
