import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, decodeLine, encodeRequest } from './frame';
import { createLineSplitter } from './line-splitter';

const tag = 'a'.repeat(32);
const frame = (kind: string, payload: unknown, id = 1): string =>
  `RG1 ${tag} ${id} ${kind} ${base64(JSON.stringify(payload))}`;

describe('a line of an agent', () => {
  it('is a frame when it carries the tag of the session', () => {
    expect(decodeLine(frame('done', { a: 1 }, 7), tag)).toEqual({
      kind: 'frame',
      frame: { kind: 'done', id: 7, value: { a: 1 } },
    });
    expect(decodeLine(frame('beat', { busy: true }, 0), tag)).toMatchObject({ frame: { kind: 'beat', busy: true } });
  });

  it('is stray output with another tag, whatever it looks like', () => {
    expect(decodeLine(frame('done', 1), 'b'.repeat(32)).kind).toBe('stray');
    expect(decodeLine('WARNING: RG1', tag)).toEqual({ kind: 'stray', text: 'WARNING: RG1' });
  });

  it('may begin with a byte order mark and end with a carriage return (trap 6)', () => {
    expect(decodeLine(`\uFEFF${frame('done', null)}\r`, tag)).toMatchObject({ kind: 'frame' });
  });

  it.each([
    ['without payload', `RG1 ${tag} 1 done `],
    ['of an unknown kind', frame('gift', {})],
    ['without a number', `RG1 ${tag} x done ${base64('1')}`],
    ['that is not base64', `RG1 ${tag} 1 done *`],
    ['that is not JSON', `RG1 ${tag} 1 done ${base64('{')}`],
    ['whose rows are no list', frame('rows', { Count: 1 })],
    ['whose failure has no message', frame('fail', { fqid: 'x' })],
  ])('is broken when it is a frame %s', (_, line) => {
    expect(decodeLine(line, tag).kind).toBe('broken');
  });
});

describe('a request', () => {
  it('is one line of ASCII, whatever its strings hold (trap 5)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const line = encodeRequest(1, 'read', { name });
        expect(line).toMatch(/^[A-Za-z0-9+/=]+\n$/);
      }),
    );
  });

  it('marks every string, so that none is taken for a time (trap 15)', () => {
    const line = encodeRequest(3, 'run', { name: '2026-01-01T00:00:00', list: ['a'], deep: { on: true, of: '' } });
    expect(JSON.parse(Buffer.from(line, 'base64').toString('utf8'))).toEqual({
      id: 3,
      op: 'run',
      args: { name: '=2026-01-01T00:00:00', list: ['=a'], deep: { on: true, of: '=' } },
    });
  });
});

describe('the stream of lines', () => {
  it('comes out the same however it is cut, also inside a character (trap 18)', () => {
    const text = fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replace(/\n/g, '')));
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), (lines, cuts) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
        const splitter = createLineSplitter();
        const seen: string[] = [];
        for (let at = 0; at < bytes.length;) {
          const size = cuts.next().value as number;
          seen.push(...(splitter.push(bytes.subarray(at, at + size)) ?? []));
          at += size;
        }
        expect(seen).toEqual(lines.map((line) => Buffer.from(line, 'utf8').toString('utf8')));
      }),
    );
  });

  it('refuses a line that is too long, finished or not (trap 20)', () => {
    expect(createLineSplitter(10).push(Buffer.from('12345678901'))).toBeNull();
    expect(createLineSplitter(10).push(Buffer.from('12345678901\n'))).toBeNull();
    expect(createLineSplitter(10).push(Buffer.from('1234567890\n1234567890'))).toEqual(['1234567890']);
  });
});
