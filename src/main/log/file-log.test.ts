import { expect, test, vi } from 'vitest';
import { createFileLog } from './file-log';

test('a log that cannot be opened says on the terminal what it would have said', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const problem = new Error('No logger.');
  createFileLog('/nowhere', false, () => Promise.reject(problem)).warn('The disk is full.');
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('The log cannot be written.', problem, 'The disk is full.'));
  said.mockRestore();
});
