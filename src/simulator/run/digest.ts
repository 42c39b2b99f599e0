import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonValue } from '#shared/model/operation';
import { canonicalJson } from './canonical-json';

/** SHA-256 of a value as canonical JSON, in hexadecimal: the same on every platform and in every run. */
export function digestOf(value: JsonValue): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
