import * as z from 'zod';

const text = z.string().min(1);

/** `scan:`, how built images are scanned. */
export const scanSchema = z.strictObject({
  scanners: z
    .array(z.enum(['trivy', 'docker-scout', 'hadolint']))
    .min(1)
    .optional()
    .describe('Scanners to run; those that are installed unless said.'),
  failOn: z
    .enum(['critical', 'high', 'medium', 'low'])
    .optional()
    .describe('Least severity that fails; critical unless said.'),
  ignoreUnfixed: z.boolean().optional().describe('Leave out vulnerabilities without a fixed version.'),
  ignore: z
    .array(
      z.strictObject({
        id: text.describe('As the scanners name it: CVE-2024-3094, DL3008.'),
        until: z.iso.date('a date such as 2026-11-21').describe('The last day on which it is ignored: 2026-11-21.'),
        reason: text.describe('Why it may stay for now.'),
      }),
    )
    .optional()
    .describe('Findings that are known and borne for a while.'),
});
