import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useContext, useEffect, useId, useRef, type ReactNode } from 'react';
import { DialogSubject } from './dialog-subject';
import { Message } from './message';
import { useRestoreFocus } from './use-restore-focus';

const useStyles = makeStyles({
  surface: { width: 'min(92vw, var(--dialog-width))', maxWidth: 'none', padding: '20px' },
  subject: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  form: { display: 'contents' },
});

/** The button that carries the dialog out. */
export interface DialogAction {
  readonly label: string;
  readonly onClick: () => void;
  /** Why it cannot be pressed now; it stays focusable and says so. */
  readonly blockedBecause?: string | undefined;
  /** The other button is the one to press when in doubt. */
  readonly isRisky?: true;
}

export interface DialogFrameProps {
  /** The command's title; the dialog's accessible name. */
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Left out: the dialog only tells something and has a Close button. */
  readonly action?: DialogAction;
  /** Something that leaves the dialog open, at the left of the buttons. */
  readonly secondary?: DialogAction;
  /** While it works: the action is pressed and cannot be pressed again. */
  readonly busy?: boolean;
  /** What to think of before; it does not keep anybody from going on. */
  readonly warning?: string | null;
  /** What went wrong, in words, with what to do. */
  readonly error?: { readonly message: string; readonly advice: string | null } | null;
  /** Where the focus is when it opens; left out: in the first thing that takes it. */
  readonly initialFocus?: 'action' | 'cancel';
  /** Pixels; 480 when left out. */
  readonly width?: number;
}

/** A modal dialog: Esc and Cancel close it, Enter in a field carries it out. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, children, onClose, action, secondary, busy = false, initialFocus, width = 480 } = props;
  const { warning, error } = props;
  const styles = useStyles();
  const subject = useContext(DialogSubject);
  const subjectId = useId();
  const actionButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  useRestoreFocus('afterwards');
  useEffect(() => {
    if (initialFocus === 'action') actionButton.current?.focus();
    if (initialFocus === 'cancel') cancelButton.current?.focus();
  }, [initialFocus]);
  const blocked = action?.blockedBecause;
  const submit = (): void => {
    if (action !== undefined && blocked === undefined && !busy) action.onClick();
  };
  return (
    <Dialog
      open
      modalType="modal"
      surfaceMotion={null}
      onOpenChange={(_event, { open }) => (open ? undefined : onClose())}
    >
      <DialogSurface
        backdropMotion={null}
        className={styles.surface}
        style={{ ['--dialog-width' as string]: `${width}px` }}
        aria-label={title}
        aria-labelledby={undefined}
        aria-describedby={subject === null ? undefined : subjectId}
      >
        <form
          className={styles.form}
          // What is wrong is said at the field, in words of ours.
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {subject === null ? null : (
                <p id={subjectId} className={styles.subject}>
                  {subject}
                </p>
              )}
              {children}
              {warning ? (
                <Message tone="warn" title="Before you go on:">
                  {warning}
                </Message>
              ) : null}
              {error ? (
                <Message tone="error" title={error.message}>
                  {error.advice}
                </Message>
              ) : null}
            </DialogContent>
            {secondary === undefined ? null : (
              <DialogActions position="start">
                <Button
                  disabledFocusable={secondary.blockedBecause !== undefined}
                  title={secondary.blockedBecause}
                  aria-description={secondary.blockedBecause}
                  onClick={secondary.onClick}
                >
                  {secondary.label}
                </Button>
              </DialogActions>
            )}
            <DialogActions>
              {action === undefined ? null : (
                <Button
                  ref={actionButton}
                  type="submit"
                  appearance={action.isRisky === true ? 'secondary' : 'primary'}
                  disabledFocusable={blocked !== undefined || busy}
                  title={blocked}
                  aria-description={blocked}
                >
                  {action.label}
                </Button>
              )}
              <Button
                ref={cancelButton}
                appearance={action?.isRisky === true ? 'primary' : 'secondary'}
                onClick={onClose}
              >
                {action === undefined ? 'Close' : 'Cancel'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
