import { spdxLicences } from './spdx-licences.ts';

const known = new Set(spdxLicences.map((id) => id.toLowerCase()));

/**
 * True for a licence expression: identifiers of the SPDX list (in any case), `LicenseRef-…`, `+`, AND, OR, WITH and
 * brackets. Source: SPDX specification, annex "SPDX license expressions"; OCI image spec, `org.opencontainers.image.licenses`.
 */
export function isSpdxExpression(text: string): boolean {
  const words = text.match(/[()]|[^\s()]+/g) ?? [];
  let open = 0;
  let wanted: 'licence' | 'exception' | 'operator' = 'licence';
  for (const word of words) {
    if (wanted === 'operator') {
      if (word === ')') {
        if (--open < 0) return false;
      } else if (/^(and|or)$/i.test(word)) wanted = 'licence';
      else if (/^with$/i.test(word)) wanted = 'exception';
      else return false;
    } else if (wanted === 'licence' && word === '(') open++;
    else if (wanted === 'licence' ? isLicence(word) : /^[\w.-]+$/.test(word)) wanted = 'operator';
    else return false;
  }
  return wanted === 'operator' && open === 0;
}

function isLicence(word: string): boolean {
  if (/^(DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/i.test(word)) return true;
  return known.has(word.toLowerCase()) || (word.endsWith('+') && known.has(word.slice(0, -1).toLowerCase()));
}
