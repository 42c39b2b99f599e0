import type { App, Session } from 'electron';
import type { Log } from '../log/log';
import type { AppPage } from './app-page';

/** No page of ours may go elsewhere, open windows, embed others' pages or ask for anything. */
export function lockDownPages(app: App, page: AppPage, log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    const refuse = (event: { preventDefault(): void }, url: string): void => {
      if (page.isPage(url)) return;
      event.preventDefault();
      log.warn('Refused to leave the page of Regroup.');
    };
    contents.on('will-navigate', (event) => refuse(event, event.url));
    contents.on('will-redirect', (event) => refuse(event, event.url));
    contents.on('will-frame-navigate', (event) => refuse(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => {
      log.warn('Refused to open a window.');
      return { action: 'deny' };
    });
  });
}

/** The session gives no permission, downloads nothing and loads nothing but our own files. */
export function lockDownSession(session: Session, page: AppPage, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn(`Refused the permission ${permission}.`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !page.isAllowedResource(url);
    if (cancel) log.warn(`Refused to load ${new URL(url).origin}.`);
    answer({ cancel });
  });
}

/** The policy of our own files comes with them; the development server's answers get it here. */
export function addPolicy(session: Session, policy: string): void {
  session.webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
    answer({ responseHeaders: { ...responseHeaders, 'content-security-policy': [policy] } }),
  );
}
