import { readPackageUrl } from './package-url.ts';

test.each([
  ['pkg:npm/%40babel/core@7.1.0', '@babel/core', '7.1.0'],
  ['pkg:npm/lodash@4.17.21?vcs_url=git%40x#sub', 'lodash', '4.17.21'],
  ['pkg:golang/golang.org/x/crypto@0.51.0', 'golang.org/x/crypto', '0.51.0'],
  ['pkg:golang/github.com/docker/docker@25.0.6%2Bincompatible', 'github.com/docker/docker', '25.0.6+incompatible'],
  ['pkg:maven/com.thoughtworks.xstream/xstream@1.4.5', 'com.thoughtworks.xstream:xstream', '1.4.5'],
  ['pkg:deb/ubuntu/pam@1.5.3-5ubuntu5.1?os_distro=noble', 'pam', '1.5.3-5ubuntu5.1'],
  ['pkg:apk/alpine/busybox@1.37.0-r12', 'busybox', '1.37.0-r12'],
  ['pkg:pypi/pip@24.2', 'pip', '24.2'],
  ['pkg:generic/a%ZZ', 'a%ZZ', undefined],
])('%s is %s %s', (text, name, version) => expect(readPackageUrl(text)).toEqual({ name, ...(version && { version }) }));

test.each(['', 'lodash', 'pkg:npm', 'pkg:npm/', 'pkg:npm/?a', 'npm:lodash'])('%j is none', (text) =>
  expect(readPackageUrl(text)).toBeUndefined(),
);
