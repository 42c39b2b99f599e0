/** Whether a dialog lies over the window, whoever opened it: what is behind it is out of reach. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
