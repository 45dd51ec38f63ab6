import { elementsAt, readXml, xmlTextAt } from './read-xml.ts';

const POM = `<?xml version="1.0"?>
<!-- <artifactId>no</artifactId> -->
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <artifactId> api </artifactId>
  <name><![CDATA[A < B]]> &amp; C</name>
  <empty/>
  <build><plugins><plugin key='a"b' other = "&lt;"><artifactId>one</artifactId></plugin><plugin/></plugins></build>
</project>`;

test.each(['\n', '\r\n'])('a project file, lines ending in %j', (end) => {
  const project = readXml(POM.replaceAll('\n', end));
  expect(xmlTextAt(project, 'artifactId')).toBe('api');
  expect(xmlTextAt(project, 'name')).toBe('A < B & C');
  expect(xmlTextAt(project, 'empty')).toBeUndefined();
  const plugins = elementsAt(project, 'build', 'plugins', 'plugin');
  expect(plugins.map(({ attributes }) => attributes)).toEqual([{ key: 'a"b', other: '<' }, {}]);
});

test.each(['', 'text', '<', '<a', '<!-- <a></a>', '</a>'])('%j has no root', (text) => {
  expect(readXml(text)).toBeUndefined();
});

test('what is not closed ends with what holds it', () => {
  expect(xmlTextAt(readXml('<a><b>1<c>2</a><d>3</d>'), 'b', 'c')).toBe('2');
});

test('long and deep texts take linear time', () => {
  const begin = Date.now();
  for (const piece of ['<a>', '<', '<a b="', '<!--', '<![CDATA[', '</a>', '<a b="c" ', '&', ' ', '<?', '<!', "<a b='"])
    readXml(`<a>${piece.repeat(100_000)}`);
  readXml(`${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`);
  expect(Date.now() - begin).toBeLessThan(3000);
});
