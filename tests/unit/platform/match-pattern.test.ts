import { describe, expect, it } from 'vitest';
import { originPattern, siteName } from '@/utils/platform/match-pattern';

describe('the pattern of a permission request', () => {
  it('drops the port, which match patterns do not carry', () => {
    expect(originPattern('https://chat.example.org:8443')).toBe('https://chat.example.org/*');
    expect(originPattern('http://127.0.0.1:5280')).toBe('http://127.0.0.1/*');
  });

  it('keeps the scheme, so that asking for one never asks for both', () => {
    expect(originPattern('https://a.example')).toBe('https://a.example/*');
    expect(originPattern('http://a.example')).toBe('http://a.example/*');
  });

  it('asks for the host alone, whatever else the address holds', () => {
    expect(originPattern('https://user:pw@a.example/path?x=*#y')).toBe('https://a.example/*');
  });

  it.each(['null', '', 'file:///home/a.html', 'chrome://settings', 'about:blank', 'https://', '*'])(
    'asks for nothing when the page has no web address: %j',
    (origin) => {
      expect(originPattern(origin)).toBeNull();
    },
  );
});

describe('the name of a site', () => {
  it('is its host, with the port that tells two apart', () => {
    expect(siteName('https://chat.example.org')).toBe('chat.example.org');
    expect(siteName('http://127.0.0.1:5280')).toBe('127.0.0.1:5280');
  });

  it('is what was given when it is no address', () => {
    expect(siteName('not an origin')).toBe('not an origin');
  });
});
