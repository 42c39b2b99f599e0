/** The scheme of Regroup's own files. Unlike file:// it is an origin of its own and reaches nothing else on the disk. */
export const appScheme = 'regroup';

/** Where the window's page is. */
export interface AppPage {
  readonly url: string;
  /** Whether an address is this page (with or without a fragment). */
  isPage(url: string): boolean;
  /** Whether the page may load this. */
  isAllowedResource(url: string): boolean;
}

/** The page from the development server when there is one (development only), else from our own files. */
export function appPage(developmentServer: string | undefined): AppPage {
  return developmentServer === undefined ? packagedPage() : developmentPage(developmentServer);
}

function packagedPage(): AppPage {
  const url = `${appScheme}://app/index.html`;
  return {
    url,
    isPage: (candidate) => withoutFragment(candidate) === url,
    isAllowedResource: (candidate) => candidate.startsWith(`${appScheme}://app/`) || isInline(candidate),
  };
}

function developmentPage(server: string): AppPage {
  const { origin, host } = new URL(server);
  return {
    url: `${origin}/`,
    isPage: (candidate) => withoutFragment(candidate) === `${origin}/`,
    isAllowedResource: (candidate) =>
      candidate.startsWith(`${origin}/`) ||
      candidate.startsWith(`ws://${host}/`) ||
      candidate.startsWith('devtools://') ||
      isInline(candidate),
  };
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

function isInline(url: string): boolean {
  return url.startsWith('data:') || url.startsWith('blob:');
}
