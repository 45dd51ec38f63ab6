/** A JSON Schema of the product, and the files that it is for. */
export interface SchemaFile {
  readonly title: string;
  /** Below the root, where the package is installed. */
  readonly schema: string;
  /** Globs over paths from the root, of YAML files. */
  readonly files: readonly string[];
}

const FOLDER = 'node_modules/dockwarden/schema';

/** The YAML files that people write, each with its schema. */
export const SCHEMA_FILES: readonly SchemaFile[] = [
  { title: 'Dockwarden configuration', schema: `${FOLDER}/config.schema.json`, files: ['dockwarden.yaml'] },
  {
    title: 'Dockwarden policy',
    schema: `${FOLDER}/policy.schema.json`,
    files: ['**/*.policy.yaml', '**/*.policy.yml'],
  },
  { title: 'Dockwarden terms', schema: `${FOLDER}/terms.schema.json`, files: ['**/*.terms.yaml', '**/*.terms.yml'] },
  { title: 'Dockwarden pack', schema: `${FOLDER}/pack.schema.json`, files: ['**/*.pack.yaml', '**/*.pack.yml'] },
  { title: 'Dockwarden waivers', schema: `${FOLDER}/waivers.schema.json`, files: ['dockwarden.waivers.yaml'] },
];
