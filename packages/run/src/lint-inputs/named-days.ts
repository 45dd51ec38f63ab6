/** The last days of suppressions that a file's comments name: `until=2027-02-28`, and `exp:2027-02-28` of Trivy's. One too many only costs time. */
export function suppressionEnds(text: string): string[] {
  return days(text, /(?:until=|:exp:)(\d{4}-\d\d-\d\d)/gi);
}

/** The days that a file of waivers names, those on which they end among them. */
export function waiverEnds(text: string): string[] {
  return days(text, /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/g);
}

function days(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]!))].sort();
}
