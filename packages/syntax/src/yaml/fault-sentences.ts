/** What is wrong, by the parser's code, in a sentence that says what to do. */
export const FAULT_SENTENCES: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  ALIAS_PROPS: {
    code: 'alias',
    message: 'An alias (`*name`) cannot have an anchor or a tag of its own; put it on the anchor.',
  },
  BAD_ALIAS: {
    code: 'alias',
    message: 'An anchor (`&name`) or alias (`*name`) needs a name that does not end in a colon.',
  },
  BAD_DIRECTIVE: {
    code: 'directive',
    message: 'This line begins with `%`, which YAML keeps for directives; quote the value.',
  },
  BAD_DQ_ESCAPE: {
    code: 'escape',
    message:
      'This is no escape sequence of a double-quoted string; write `\\\\` for a backslash, or use single quotes.',
  },
  BAD_INDENT: {
    code: 'indent',
    message: 'The indentation does not fit the lines around it: keys of one map start in one column.',
  },
  BAD_PROP_ORDER: {
    code: 'structure',
    message: 'An anchor or tag stands directly before its value, behind `-`, `?` or `:`.',
  },
  BAD_SCALAR_START: {
    code: 'quote',
    message: 'A plain value cannot start with this character; put the value in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'structure',
    message: 'A second `key:` on one line is read as nesting; quote the value, or move it to the next line.',
  },
  BLOCK_IN_FLOW: { code: 'structure', message: 'Within `{ }` and `[ ]` values cannot be written as indented blocks.' },
  KEY_OVER_1024_CHARS: { code: 'key', message: 'A key is at most 1024 characters long.' },
  MISSING_CHAR: {
    code: 'structure',
    message: 'Something is missing here: a colon, a comma, a closing quote or a blank.',
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'structure',
    message: 'A key stands on one line; a colon or a closing quote may be missing.',
  },
  MULTIPLE_ANCHORS: { code: 'alias', message: 'A value can have one anchor only.' },
  MULTIPLE_TAGS: { code: 'tag', message: 'A value can have one tag only.' },
  TAB_AS_INDENT: { code: 'tab', message: 'YAML is indented with spaces; this line has a tab.' },
  TAG_RESOLVE_FAILED: { code: 'tag', message: 'This tag cannot be read.' },
  UNEXPECTED_TOKEN: {
    code: 'structure',
    message: 'This does not fit here; a quote, a bracket or the indentation may be wrong.',
  },
};

/** Of the parser's messages those that say more than the sentence for their code, with what to say instead. */
export const PRECISE_SENTENCES: readonly (readonly [start: string, message: string])[] = [
  ['Missing closing "quote', 'The closing double quote is missing.'],
  ["Missing closing 'quote", 'The closing single quote is missing.'],
  ['Implicit map keys need', 'This line has no `key: value`; a colon, or a blank behind it, may be missing.'],
  ['Sequence item without', 'This list item lacks its `- `.'],
  ['Comments must be separated', 'A comment needs a blank before its `#`.'],
  ['Tags and anchors must be', 'A blank is missing behind this anchor or tag.'],
  ['Missing , between', 'A comma is missing between these items.'],
  ['Missing , or : between', 'A comma or a colon is missing between these items.'],
  ['Missing space after :', 'A blank is missing behind the colon.'],
  ['All sequence items must', 'The items of one list start in one column.'],
  ['Flow map in block collection must be', 'This `{ }` has to be closed, and indented more than what holds it.'],
  ['Flow sequence in block collection must be', 'This `[ ]` has to be closed, and indented more than what holds it.'],
];
