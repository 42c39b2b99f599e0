import { describe, expect, test } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { equalFields } from './equality';

describe('equal fields', () => {
  const refusal = () => ({
    effects: ['SQL-01 moves.'],
    error: clusterError('refused', 'SQL-01 is moving.', { code: 5908 }),
  });

  test('two refusals in the same words are the same: a dialog that stays open while it is refused does not render for ever', () => {
    expect(equalFields(refusal(), refusal())).toBe(true);
  });

  test('another reason, another effect or a missing one is a change', () => {
    expect(equalFields(refusal(), { ...refusal(), error: clusterError('refused', 'SQL-01 is offline.') })).toBe(false);
    expect(equalFields(refusal(), { ...refusal(), effects: ['SQL-01 moves to Demo2.'] })).toBe(false);
    expect(equalFields<object>(refusal(), { effects: null, error: null })).toBe(false);
  });
});
