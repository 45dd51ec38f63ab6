/** One thing that the schema refuses; see ajv's ErrorObject. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer into the data. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export declare const validateCompose: {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
};

/** The schema that the validator was compiled from. */
export declare const composeSchema: { readonly [keyword: string]: unknown };
