/** Stands in the built page wherever a style needs the nonce; main puts a new one there each time the page is loaded. */
export const noncePlaceholder = 'REGROUP_NONCE';

/** What the page may load and run: its own files, and styles that its own code made. */
export function contentSecurityPolicy(nonce: string): string {
  return policy({
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'connect-src': "'none'",
  });
}

/** The same for the development server, whose page has inline scripts and a web socket. */
export function developmentPolicy(server: string): string {
  return policy({
    'script-src': `'self' 'nonce-${noncePlaceholder}'`,
    'style-src': `'self' 'nonce-${noncePlaceholder}'`,
    'connect-src': `'self' ws://${new URL(server).host}`,
  });
}

function policy(varying: { readonly [directive: string]: string }): string {
  const directives = {
    'default-src': "'none'",
    ...varying,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
