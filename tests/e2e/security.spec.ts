import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { electronExecutable, projectFolder, sandboxSwitches } from '../support/electron';

/**
 * The checklist of Electron's security guide (electronjs.org/docs/latest/tutorial/security), item by item, on the window
 * that users get. Refusals show as errors in the console, so these tests start Regroup without the fixture that forbids them.
 */
interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
}

const running: Started[] = [];

function started(): Started {
  const [first] = running;
  if (first === undefined) throw new Error('Regroup did not start.');
  return first;
}

test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-security-'));
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: ['.', ...sandboxSwitches(), `--user-data=${folder}`],
    cwd: projectFolder,
  });
  running.push({ app, page: await app.firstWindow(), folder });
  await expect(started().page.getByRole('tree', { name: 'Clusters' })).toBeVisible();
});

test.afterAll(async () => {
  for (const { app, folder } of running.splice(0)) {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The settings that the window was really made with. */
function webPreferences(): Promise<Record<string, unknown>> {
  return started().app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as
      { getLastWebPreferences(): Record<string, unknown> } | undefined;
    return contents?.getLastWebPreferences() ?? {};
  });
}

const windowCount = () => started().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('1 and 18: the page and everything in it comes from our own scheme, nothing from a network or from file://', async () => {
  const { page } = started();
  expect(page.url()).toBe('regroup://app/index.html');
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.reload();
  await expect(page.getByRole('tree', { name: 'Clusters' })).toBeVisible();
  page.removeAllListeners('request');
  expect(requested).toContain('regroup://app/index.html');
  expect(requested.filter((url) => !url.startsWith('regroup://app/') && !url.startsWith('data:'))).toEqual([]);
  const reached = await page.evaluate(async () => {
    const tries = ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/hosts', 'regroup://app/index.html'];
    const reach = (url: string) =>
      fetch(url).then(
        () => url,
        () => null,
      );
    const image = (src: string) =>
      new Promise<string | null>((resolve) => {
        const element = new Image();
        element.onload = () => resolve(src);
        element.onerror = () => resolve(null);
        element.src = src;
      });
    return Promise.all([...tries.map(reach), ...tries.map(image)]);
  });
  expect(reached.filter((url) => url !== null)).toEqual([]);
});

test('1: what a policy would let through is refused by the session too', async () => {
  const refused = await started().app.evaluate(async ({ net, session }) => {
    const tries = ['http://127.0.0.1:9/', 'https://example.com/'];
    const outcome = (url: string) =>
      new Promise<string>((resolve) => {
        const request = net.request({ url, session: session.defaultSession });
        request.on('response', () => resolve('answered'));
        request.on('error', ({ message }) => resolve(message));
        request.end();
      });
    return Promise.all(tries.map(outcome));
  });
  expect(refused).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
});

test('2, 3 and 4: no Node in the page, its world is isolated, its process is sandboxed', async () => {
  const { page } = started();
  expect(await webPreferences()).toMatchObject({ contextIsolation: true, sandbox: true });
  const preferences = await webPreferences();
  for (const risk of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames']) {
    expect(preferences[risk] ?? false, risk).toBe(false);
  }
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(globals).toEqual([]);
});

test('5: no permission is given', async () => {
  const { page } = started();
  const answers = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = names.map(async (name) => {
      const status = await navigator.permissions.query({ name: name as PermissionName });
      return `${name}: ${status.state}`;
    });
    return Promise.all([...states, Notification.requestPermission().then((state) => `asked: ${state}`)]);
  });
  expect(answers.filter((answer) => !answer.endsWith('denied'))).toEqual([]);
  const devices = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'given',
      () => 'refused',
    ),
  );
  expect(devices).toBe('refused');
});

test('6, 8, 9 and 10: nothing of the web’s own protection is switched off', async () => {
  const preferences = await webPreferences();
  expect(preferences['webSecurity'] ?? true).toBe(true);
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false);
  expect(preferences['experimentalFeatures'] ?? false).toBe(false);
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
});

test('7: the content security policy lets no text become code', async () => {
  const { page } = started();
  const policy = await page.evaluate(async () => {
    const violations: string[] = [];
    const awaited = ['script-src', 'script-src-elem', 'style-src-elem', 'frame-src', 'base-uri'];
    const allTold = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective);
        if (awaited.every((directive) => violations.includes(directive))) resolve();
      });
    });
    // Not within the call of the test: what the test itself runs is above the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(eval('1 + 1'));
        } catch {
          resolve('refused');
        }
      });
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.hacked = true';
    document.body.append(inline);
    const markup = document.createElement('div');
    markup.innerHTML = '<img src="x:" onerror="window.hacked = true"><a href="javascript:window.hacked=true">x</a>';
    document.body.append(markup);
    markup.querySelector('a')?.click();
    const style = document.createElement('style');
    style.textContent = 'body { --hacked: 1 }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'regroup://app/index.html';
    document.body.append(frame);
    const base = document.createElement('base');
    base.href = 'https://example.com/';
    document.head.append(base);
    await allTold;
    const found = {
      evaluated,
      hacked: 'hacked' in window,
      styled: getComputedStyle(document.body).getPropertyValue('--hacked'),
      base: document.baseURI,
      violations,
    };
    for (const element of [inline, markup, style, frame, base]) element.remove();
    return found;
  });
  expect(policy).toMatchObject({ evaluated: 'refused', hacked: false, styled: '', base: 'regroup://app/index.html' });
  for (const directive of ['script-src', 'script-src-elem', 'style-src-elem', 'frame-src', 'base-uri']) {
    expect(policy.violations).toContain(directive);
  }
});

test('11 and 12: there are no webviews', async () => {
  const preferences = await webPreferences();
  expect(preferences['webviewTag'] ?? false).toBe(false);
  const { page } = started();
  const before = await started().app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  await page.evaluate(() => {
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'https://example.com/');
    webview.setAttribute('allowpopups', '');
    document.body.append(webview);
    webview.remove();
  });
  expect(await started().app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
});

test('14: no window is opened', async () => {
  const { page } = started();
  const opened = await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return [window.open('https://example.com/'), window.open('regroup://app/index.html'), window.open('')];
  });
  expect(opened).toEqual([null, null, null]);
  expect(await windowCount()).toBe(1);
});

test('15 and 20: the page gets two functions, and neither hands out anything of Electron', async () => {
  const { page } = started();
  const bridge = await page.evaluate(async () => {
    const { regroup } = window;
    const received = await new Promise<string[]>((resolve) => {
      const stop = regroup.on('settings.changed', (...payload: unknown[]) => {
        stop();
        resolve(payload.map((value) => Object.keys(JSON.parse(String(value)) as object).join(' ')));
      });
      void regroup.call('settings.change', { theme: 'system' });
    });
    return {
      names: Object.keys(regroup),
      replaced: Reflect.set(window, 'regroup', null) || Reflect.set(regroup, 'call', null),
      received,
    };
  });
  expect(bridge.names).toEqual(['call', 'on']);
  expect(bridge.replaced).toBe(false);
  expect(bridge.received).toEqual(['theme speed layout columns terminalFontSize']);
});

test('16: the product runs on a supported Electron; an older one is for training only', async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  const info = await started().page.evaluate(() => window.regroup.call('app.info', undefined));
  const major = info.ok ? Number.parseInt(info.value.electron, 10) : 0;
  expect(info).toMatchObject({ ok: true, value: { trainingOnly: major < 30 } });
});

test('17: calls from any other page are refused, even with our preload', async () => {
  const answers = await started().app.evaluate(
    async ({ app, BrowserWindow }, pages) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const answered: unknown[] = [];
      for (const url of pages) {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await window.loadURL(url);
        answered.push(await window.webContents.executeJavaScript('window.regroup.call("app.info", undefined)'));
        window.destroy();
      }
      return answered;
    },
    ['data:text/html,<p>another page</p>', 'about:blank'],
  );
  const refused = { ok: false, error: { kind: 'accessDenied' } };
  expect(answers).toMatchObject([refused, refused]);
});

test('nothing is downloaded', async () => {
  const { app, page } = started();
  await app.evaluate(({ session }) => {
    const state = globalThis as { downloads?: boolean[] };
    state.downloads = [];
    session.defaultSession.on('will-download', (event) => state.downloads?.push(event.defaultPrevented));
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
  });
  await expect.poll(() => app.evaluate(() => (globalThis as { downloads?: boolean[] }).downloads)).toEqual([true]);
});

/** The last one: a navigation that never ends makes Playwright wait, so Electron itself is asked how it went. */
test('13: the page cannot be left', async () => {
  const left = await started().app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return 'no window';
    const targets = [
      'https://example.com/',
      'file:///etc/hosts',
      'data:text/html,<p>left</p>',
      'regroup://app/assets/other.html',
      'regroup://elsewhere/index.html',
    ];
    const leave = (target: string): string => `
      location.href = ${JSON.stringify(target)};
      const form = document.createElement('form');
      form.action = ${JSON.stringify(target)};
      document.body.append(form);
      form.submit();
      form.remove();`;
    const gone: string[] = [];
    contents.on('did-navigate', (_event, url) => gone.push(url));
    for (const target of targets) {
      await contents.executeJavaScript(`{ ${leave(target)} }`, true);
      // What the page asked for has reached main when its next answer does; what main let through would be loading now.
      await contents.executeJavaScript('0');
      if (contents.isLoadingMainFrame()) {
        await new Promise<void>((resolve) => contents.once('did-stop-loading', () => resolve()));
      }
    }
    const tree: unknown = await contents.executeJavaScript('document.querySelectorAll("[role=tree]").length');
    return { gone, tree, url: contents.getURL(), windows: BrowserWindow.getAllWindows().length };
  });
  expect(left).toEqual({ gone: [], tree: 1, url: 'regroup://app/index.html', windows: 1 });
});
