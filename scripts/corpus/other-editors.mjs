/** A text as other editors leave it: a fifth of the files with Windows line endings, a seventh with a byte order mark. */
export function asOtherEditors(text, index) {
  const lines = index % 5 === 0 ? text.replace(/\r?\n/g, '\r\n') : text;
  return index % 7 === 0 ? `\uFEFF${lines.replace(/^\uFEFF/, '')}` : lines;
}
