// The HTML report in a real browser: drawn, filtered, searched, safe, readable.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { inBrowser, makeReport, withoutBrowser } from '../support/report-page.mjs';

const skip = withoutBrowser();

const hostile = '</script><script>window.taken=1</script><img src=x onerror=window.taken=1>';

const workspace = {
  'package.json': '{ "name": "shop", "workspaces": ["apps/*"] }',
  'apps/api/package.json': '{ "name": "api" }',
  'apps/api/Dockerfile': [
    'FROM node:22 AS build',
    'WORKDIR /app',
    'COPY . .',
    'RUN npm run build',
    'FROM debian:12',
    'ENV API_TOKEN=hunter2-hunter2',
    'RUN sudo apt-get install -y curl',
    'COPY --from=build /app/dist /app',
    'USER 1000',
    'CMD ["/app/serve"]',
    '',
  ].join('\n'),
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/Dockerfile': `FROM debian:12\nRUN sudo echo "${hostile}"\nUSER 1000\n`,
  'apps/clean/package.json': '{ "name": "clean" }',
  'apps/clean/Dockerfile': 'FROM scratch\nUSER 1000\n',
  'dist/docker/api/metadata.json': JSON.stringify({
    version: 1,
    image: 'api',
    key: '0'.repeat(64),
    content: 'x',
    from: 'built',
    ...{ digests: {}, labels: {}, tags: [], platforms: [], bases: [], volatile: [] },
    layers: [
      { size: 75_000_000, createdBy: '# debian.sh' },
      { size: 25_000_000, createdBy: `RUN ${hostile}` },
    ],
    previous: { key: '1'.repeat(64), size: 90_000_000, layers: [] },
  }),
};

const texts = (selector) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => each.textContent)`;
const said = `document.querySelector('.said').textContent`;

describe('a workspace with a bit of everything', { skip }, () => {
  let report;
  before(() => {
    report = makeReport(workspace);
  });
  after(() => report?.remove());
  const open = (act, how) => inBrowser(report.url, act, how);

  test('asks for nothing but itself, and no secret is in it', () =>
    open(async (page) => {
      assert.deepEqual(page.requests, [report.url]);
      assert.deepEqual(page.complaints, []);
      assert.doesNotMatch(readFileSync(report.file, 'utf8'), /hunter2/);
      assert.match(await page.evaluate('document.title'), /^Dockwarden: \d+ errors, /);
    }));

  test('what stands in files stays text, and no script but the own one runs', () =>
    open(async (page) => {
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
      await page.until(`document.querySelectorAll('.layers code').length === 2`);
      assert.ok((await page.evaluate(`document.querySelector('main').innerText`)).includes(hostile));
      assert.equal(
        await page.evaluate(`typeof window.taken + document.images.length + document.scripts.length`),
        'undefined02',
      );
      await page.evaluate(`{
        const script = document.createElement('script');
        script.textContent = 'window.taken = 1';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<b onclick="window.taken=1" style="color:red">x</b><img src="https://example.com/x.png">');
        document.body.lastElementChild.previousElementSibling.click();
      }`);
      assert.equal(await page.evaluate('typeof window.taken'), 'undefined');
      await page.until(`true`);
      assert.ok(page.complaints.some((complaint) => complaint.includes('Content Security Policy')));
    }));

  test('a cell of the grid selects what it counts, and the address keeps it', () =>
    open(async (page) => {
      const rows = await page.evaluate(texts('.grid tbody th'));
      assert.deepEqual([...rows].sort(), ['api', 'clean', 'web']);
      assert.equal(rows.at(-1), 'clean');
      const cell = await page.evaluate(
        `document.querySelector('.grid button[aria-label^="web, packages/no-sudo"]').textContent`,
      );
      await page.click('.grid button[aria-label^="web, packages/no-sudo"]');
      await page.until(`${said}.startsWith('${cell} of ')`);
      assert.deepEqual(await page.evaluate(texts('.file h3:not(.graph h3)')).then((all) => all.slice(0, 1)), [
        'apps/web/Dockerfile',
      ]);
      assert.deepEqual(await page.evaluate(texts('.finding a.id')), ['packages/no-sudo']);
      assert.equal(await page.evaluate('location.hash'), '#project=web&policy=packages%2Fno-sudo');
      await page.click('.reset');
      await page.until(`!${said}.startsWith('${cell} of ')`);
      assert.equal(await page.evaluate('location.hash'), '');
    }));

  test('works by keyboard alone: search, severities, unfolding', () =>
    open(async (page) => {
      await page.press('/', 'Slash', '/');
      await page.until(`document.activeElement.id === 'search'`);
      await page.type('SUDO web');
      await page.until(`${said}.startsWith('1 of ')`);
      assert.match(await page.evaluate(`document.querySelector('.finding mark').textContent`), /^echo/);
      await page.evaluate(`document.querySelector('#search').select()`);
      await page.type('no such words');
      await page.until(`document.querySelector('.empty')?.textContent === 'No finding is like that.'`);
      await page.click('.reset');
      const all = await page.evaluate(said);
      await page.press('/', 'Slash', '/');
      await page.press('Tab');
      await page.press(' ', 'Space', ' ');
      await page.until(`location.hash === '#severity=warning%2Cinfo'`);
      await page.until(
        `document.querySelectorAll('.finding.error').length === 0 && ${said} !== ${JSON.stringify(all)}`,
      );
      await page.evaluate(`document.querySelector('.file > summary').focus()`);
      const wasOpen = await page.evaluate(`document.querySelector('.file').open`);
      await page.press('Enter', 'Enter', '\r');
      await page.until(`document.querySelector('.file').open === ${!wasOpen}`);
    }));

  test('stages are drawn: what ships, what it is made of', () =>
    open(async (page) => {
      await page.evaluate(`[...document.querySelectorAll('details.graph')].forEach((each) => { each.open = true; })`);
      await page.until(`document.querySelectorAll('details.graph svg').length === 3`);
      const described = await page.evaluate(`document.querySelector('details.graph svg desc').textContent`);
      assert.equal(
        described,
        'node:22 is the base of build; debian:12 is the base of stage 1; build is copied into stage 1',
      );
      assert.deepEqual(await page.evaluate(texts('details.graph:nth-of-type(1) .node.final text:not(.note)')), [
        'stage 1',
      ]);
      const overlaps = await page.evaluate(`[...document.querySelectorAll('details.graph .node')].filter((node) => {
        const [rect, ...words] = [...node.querySelectorAll('rect, text')].map((each) => each.getBoundingClientRect());
        return words.some((word) => word.left < rect.left || word.right > rect.right);
      }).length`);
      assert.equal(overlaps, 0);
    }));

  test('sizes of images that were built', () =>
    open(async (page) => {
      await page.evaluate(`document.querySelector('details.image').scrollIntoView()`);
      assert.equal(
        await page.evaluate(`document.querySelector('details.image summary').innerText.replace(/\\s+/g, ' ')`),
        'api 100 MB +10 MB 2 layers',
      );
      assert.deepEqual(await page.evaluate(texts('.layers .bytes')), ['75 MB', '25 MB']);
    }));

  test('fits a phone, at whatever scheme, and has contrast', async () => {
    const backs = [];
    for (const scheme of ['light', 'dark']) {
      await open(
        async (page) => {
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
          backs.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
          const poor = await page.evaluate(`(${poorContrasts})()`);
          assert.deepEqual(poor, []);
        },
        { width: 390, height: 844, mobile: true, scheme },
      );
    }
    assert.notEqual(backs[0], backs[1]);
  });

  test('prints whole', () =>
    open(async (page) => {
      await page.evaluate(`document.querySelectorAll('details.file').forEach((each) => { each.open = false; })`);
      assert.ok((await page.print()).length > 10_000);
      assert.equal(await page.evaluate(`document.querySelectorAll('details.file:not([open])').length`), 0);
    }));
});

describe('thousands of findings', { skip }, () => {
  let report;
  before(() => {
    const files = { 'package.json': '{ "name": "shop", "workspaces": ["apps/*"] }' };
    for (let index = 0; index < 100; index++) {
      files[`apps/p${index}/package.json`] = `{ "name": "p${index}" }`;
      files[`apps/p${index}/Dockerfile`] = `FROM debian:12\n${'RUN sudo apt-get install curl\n'.repeat(15)}USER 1000\n`;
    }
    report = makeReport(files);
  });
  after(() => report?.remove());

  test('are there at once, and searched as fast as one types', async (context) => {
    await inBrowser(report.url, async (page) => {
      const total = Number(/of (\d+) /.exec(await page.evaluate(said))[1]);
      assert.ok(total >= 5000, `${total} findings`);
      const ready = await page.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`);
      const bytes = readFileSync(report.file).length;
      const drawn = await page.evaluate(`document.querySelectorAll('*').length`);
      const search = await page.evaluate(`new Promise((resolve) => {
        const box = document.querySelector('#search');
        box.value = 'p77/dockerfile sudo';
        const start = performance.now();
        const seen = new MutationObserver(() => resolve(performance.now() - start));
        seen.observe(document.querySelector('.said'), { childList: true });
        box.dispatchEvent(new Event('input', { bubbles: true }));
      })`);
      context.diagnostic(
        `${total} findings: ${bytes} bytes, ready after ${Math.round(ready)} ms, ${drawn} elements, searched in ${Math.round(search)} ms`,
      );
      assert.ok(ready < 5000);
      assert.ok(search < 1500);
      assert.ok(drawn < 20_000);
      assert.ok(bytes < 1200 * total);
      await page.click('.reset');
      await page.until(`document.querySelectorAll('details.file:not(.graph, .image)').length === 100`);
    });
  });
});

/** Texts whose colour stands out from what is behind it by less than 4.5 (WCAG 2.2, 1.4.3). */
function poorContrasts() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const found = channels(getComputedStyle(each).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const node of document.querySelectorAll('main :not(svg *)')) {
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '')) continue;
    const [one, other] = [luminance(channels(getComputedStyle(node).color)), luminance(behind(node))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) poor.add(`${node.tagName}.${node.className}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}
