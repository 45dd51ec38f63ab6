/** What the scanners print, in their own formats. */

/** `trivy image --format json`: a package of the distribution, two of npm, a secret, two settings. */
export const trivyReport = {
  SchemaVersion: 2,
  CreatedAt: '2026-10-02T09:00:00.000000000Z',
  ArtifactName: 'acme/api:in-1',
  ArtifactType: 'container_image',
  Metadata: { OS: { Family: 'debian', Name: '13.1' }, ImageID: `sha256:${'1'.repeat(64)}` },
  Results: [
    {
      Target: 'acme/api:in-1 (debian 13.1)',
      Class: 'os-pkgs',
      Type: 'debian',
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2026-1111',
          PkgID: 'libssl3@3.5.1-1',
          PkgName: 'libssl3',
          PkgIdentifier: { PURL: 'pkg:deb/debian/libssl3@3.5.1-1?arch=amd64&distro=debian-13.1' },
          InstalledVersion: '3.5.1-1',
          FixedVersion: '3.5.1-1+deb13u1',
          Status: 'fixed',
          SeveritySource: 'debian',
          PrimaryURL: 'https://avd.aquasec.com/nvd/cve-2026-1111',
          Title: 'openssl: a heap overflow in the parser of certificates',
          Description: 'A long text.',
          Severity: 'CRITICAL',
        },
      ],
    },
    {
      Target: 'Node.js',
      Class: 'lang-pkgs',
      Type: 'node-pkg',
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2026-2222',
          PkgName: '@acme/merge',
          PkgPath: 'app/node_modules/@acme/merge/package.json',
          InstalledVersion: '4.17.4',
          FixedVersion: '4.17.21',
          PrimaryURL: 'https://avd.aquasec.com/nvd/cve-2026-2222',
          Title: '@acme/merge: prototype pollution',
          Severity: 'MEDIUM',
        },
        { VulnerabilityID: 'CVE-2026-3333', PkgName: 'left', InstalledVersion: '1.0.0', Severity: 'UNKNOWN' },
      ],
    },
    {
      Target: '/app/.env',
      Class: 'secret',
      Secrets: [
        {
          RuleID: 'aws-access-key-id',
          Category: 'AWS',
          Severity: 'CRITICAL',
          Title: 'AWS Access Key ID',
          StartLine: 3,
          EndLine: 3,
          Code: { Lines: [{ Number: 4, Content: 'PASSWORD=hunter2' }] },
          Match: 'KEY=********************',
        },
      ],
    },
    {
      Target: 'app/Dockerfile',
      Class: 'config',
      Type: 'dockerfile',
      MisconfSummary: { Successes: 20, Failures: 1 },
      Misconfigurations: [
        {
          Type: 'Dockerfile Security Check',
          ID: 'DS002',
          AVDID: 'AVD-DS-0002',
          Title: "Image user should not be 'root'",
          Message: 'Specify at least 1 USER command in Dockerfile',
          Severity: 'HIGH',
          PrimaryURL: 'https://avd.aquasec.com/misconfig/ds002',
          Status: 'FAIL',
          CauseMetadata: { Provider: 'Dockerfile', Service: 'general', StartLine: 7, EndLine: 7 },
        },
        { ID: 'DS005', Title: 'ADD instead of COPY', Severity: 'LOW', Status: 'PASS' },
      ],
    },
  ],
};

/** `docker scout cves --format sarif`: the npm package of the other scanner too, and one that is not fixed. */
export const scoutLog = {
  version: '2.1.0',
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  runs: [
    {
      tool: {
        driver: {
          fullName: 'Docker Scout',
          informationUri: 'https://docker.com/products/docker-scout',
          name: 'docker scout',
          rules: [
            {
              id: 'CVE-2026-2222',
              name: 'OsPackageVulnerability',
              shortDescription: { text: 'CVE-2026-2222: Improperly Controlled Modification of Object Prototype' },
              helpUri: 'https://scout.docker.com/v/CVE-2026-2222?s=github&n=merge&ns=%40acme&t=npm',
              help: { text: 'A long text.', markdown: '> A long text.' },
              properties: {
                affected_version: '<4.17.21',
                cvssV3: 9.8,
                cvssV3_severity: 'CRITICAL',
                fixed_version: '4.17.21',
                purls: ['pkg:npm/%40acme/merge@4.17.4'],
                'security-severity': '9.8',
                tags: ['CRITICAL'],
              },
            },
            {
              id: 'CVE-2026-4444',
              name: 'OsPackageVulnerability',
              shortDescription: { text: 'CVE-2026-4444' },
              helpUri: 'https://scout.docker.com/v/CVE-2026-4444?s=debian&n=tar&ns=debian&t=deb',
              properties: {
                affected_version: '>=1.35+dfsg-3.1',
                cvssV3_severity: 'UNSPECIFIED',
                fixed_version: 'not fixed',
                purl: 'pkg:deb/debian/tar@1.35%2Bdfsg-3.1?os_distro=trixie&os_name=debian&os_version=13',
                'security-severity': '5.5',
                tags: ['UNSPECIFIED'],
              },
            },
          ],
          version: '1.18.3',
        },
      },
      results: [
        {
          ruleId: 'CVE-2026-2222',
          ruleIndex: 0,
          kind: 'fail',
          level: 'error',
          message: { text: '  Vulnerability   : CVE-2026-2222  \n  Severity        : CRITICAL  ' },
          locations: [
            { physicalLocation: { artifactLocation: { uri: '/app/node_modules/@acme/merge/package.json' } } },
          ],
        },
      ],
    },
  ],
};

/** `hadolint --format json`, taken from hadolint 2.15.1. */
export const hadolintList = [
  {
    code: 'DL3007',
    column: 1,
    file: './apps/api/Dockerfile',
    level: 'warning',
    line: 1,
    message:
      'Using latest is prone to errors if the image will ever update. Pin the version explicitly to a release tag',
  },
  {
    code: 'DL4000',
    column: 1,
    file: './apps/api/Dockerfile',
    level: 'error',
    line: 3,
    message: 'MAINTAINER is deprecated',
  },
  { code: 'SC2086', column: 1, file: './apps/api/Dockerfile', level: 'info', line: 4, message: 'Double quote' },
];
