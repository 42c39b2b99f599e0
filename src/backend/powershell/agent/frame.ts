import { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';

/** A request failed at the far end; the numbers decide, never the text. */
export interface FailPayload {
  /** PowerShell's FullyQualifiedErrorId; errors of the agent itself begin with `Regroup.` */
  readonly fqid: string;
  readonly category: string;
  /** Signed 32 bits; null where the exception has none. */
  readonly hresult: number | null;
  /** The Windows error number, null where the HRESULT carries none. */
  readonly win32: number | null;
  readonly message: string;
  /** Messages of the exceptions inside, outermost first. */
  readonly inner: readonly string[];
}

/** One framed line of an agent. `id` is that of the request; 0 belongs to none. */
export type Frame =
  | { readonly kind: 'rows'; readonly id: number; readonly rows: readonly JsonValue[] }
  | { readonly kind: 'done'; readonly id: number; readonly value: JsonValue }
  | { readonly kind: 'fail'; readonly id: number; readonly fail: FailPayload }
  | { readonly kind: 'note'; readonly id: number; readonly level: string; readonly text: string }
  | { readonly kind: 'push'; readonly id: number; readonly what: string; readonly name: string }
  | { readonly kind: 'beat'; readonly id: number; readonly busy: boolean };

/** What a line turned out to be: a frame, something printed by somebody else, or a frame that cannot be read. */
export type Decoded =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'stray'; readonly text: string }
  | { readonly kind: 'broken'; readonly reason: string };

const integer = z.number().int().nullable();
const payloads = {
  rows: z.array(z.unknown()).transform((rows) => ({ rows: rows as readonly JsonValue[] })),
  done: z.unknown().transform((value) => ({ value: (value ?? null) as JsonValue })),
  fail: z
    .object({
      fqid: z.string(),
      category: z.string(),
      hresult: integer,
      win32: integer,
      message: z.string(),
      inner: z.array(z.string()),
    })
    .transform((fail) => ({ fail })),
  note: z.object({ level: z.string(), text: z.string() }),
  push: z.object({ what: z.string(), name: z.string() }),
  beat: z.object({ busy: z.boolean() }),
};

const shape = /^(0|[1-9]\d{0,8}) (rows|done|fail|note|push|beat) ([A-Za-z0-9+/]+={0,2})$/;

/** Reads one line, without its end. Only what begins with `RG1` and this session's tag is a frame. */
export function decodeLine(line: string, tag: string): Decoded {
  const text = line.replace(/^\uFEFF/, '').replace(/\r$/, '');
  const head = `RG1 ${tag} `;
  if (!text.startsWith(head)) return { kind: 'stray', text };
  const [, id, kind, encoded] = shape.exec(text.slice(head.length)) ?? [];
  if (id === undefined || encoded === undefined || !isKind(kind)) return broken('a frame that is none');
  const json = parse(encoded);
  if (json === undefined) return broken(`a ${kind} frame without JSON`);
  const payload = payloads[kind].safeParse(json);
  if (!payload.success) return broken(`a ${kind} frame of another form`);
  return { kind: 'frame', frame: { kind, id: Number(id), ...payload.data } as Frame };
}

/** The line of a request, its end included. */
export function encodeRequest(id: number, op: string, args: { readonly [name: string]: JsonValue }): string {
  return `${base64(JSON.stringify({ id, op, args: markStrings(args) }))}\n`;
}

/** Text as the agent's input takes it: base64 of its UTF-8. */
export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/**
 * Puts `=` before every string of a value. PowerShell's ConvertFrom-Json turns strings that look like a time into one; a
 * machine may well be called `2026-01-01T00:00:00`.
 */
function markStrings(value: JsonValue): JsonValue {
  if (typeof value === 'string') return `=${value}`;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(markStrings);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markStrings(inner)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isKind(kind: string | undefined): kind is keyof typeof payloads {
  return kind !== undefined && Object.hasOwn(payloads, kind);
}

function parse(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function broken(reason: string): Decoded {
  return { kind: 'broken', reason };
}
