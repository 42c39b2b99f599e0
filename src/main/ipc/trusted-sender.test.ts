import { describe, expect, test } from 'vitest';
import { appPage } from '../window/app-page';
import { isTrustedFrame } from './trusted-sender';

const page = appPage(undefined);
const isOwnPage = (url: string): boolean => page.isPage(url);
const frame = (url: string, parent: unknown = null) => ({ url, parent });

describe('a message is trusted', () => {
  test('from our own page in a main frame', () => {
    expect(isTrustedFrame(frame('regroup://app/index.html'), isOwnPage)).toBe(true);
    expect(isTrustedFrame(frame('regroup://app/index.html#nodes'), isOwnPage)).toBe(true);
  });

  test.each([
    'https://example.com/',
    'https://example.com/regroup://app/index.html',
    'regroup://app.example.com/index.html',
    'regroup://other/index.html',
    'regroup://app/index.html?x=1',
    'regroup://app/other.html',
    'file:///app/index.html',
    'about:blank',
    'data:text/html,<p>',
    'http://localhost:5173/',
    '',
  ])('never from %j', (url) => expect(isTrustedFrame(frame(url), isOwnPage)).toBe(false));

  test('never from a frame within our page, or from one that is gone', () => {
    expect(isTrustedFrame(frame('regroup://app/index.html', {}), isOwnPage)).toBe(false);
    expect(isTrustedFrame(null, isOwnPage)).toBe(false);
    const disposed = {
      get url(): string {
        throw new Error('Render frame was disposed');
      },
      parent: null,
    };
    expect(isTrustedFrame(disposed, isOwnPage)).toBe(false);
  });
});

test('in development the page is the one of the development server, and nothing else', () => {
  const development = appPage('http://localhost:5173');
  expect(development.isPage('http://localhost:5173/')).toBe(true);
  expect(development.isPage('http://localhost:5174/')).toBe(false);
  expect(development.isPage('regroup://app/index.html')).toBe(false);
  expect(development.isAllowedResource('ws://localhost:5173/?token=1')).toBe(true);
  expect(development.isAllowedResource('http://localhost:51730/')).toBe(false);
  expect(page.isAllowedResource('http://localhost:5173/')).toBe(false);
});
