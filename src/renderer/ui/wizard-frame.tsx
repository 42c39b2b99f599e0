import { Button, Dialog, DialogSurface, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useId, useRef, type ReactNode } from 'react';
import { DialogSubject } from './dialog-subject';
import { Message } from './message';
import { useRestoreFocus } from './use-restore-focus';

const useStyles = makeStyles({
  surface: {
    width: 'min(94vw, 860px)',
    height: 'min(90vh, 600px)',
    maxWidth: 'none',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
  title: {
    margin: 0,
    padding: '12px 20px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  subject: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    marginLeft: '12px',
    overflowWrap: 'anywhere',
  },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  pages: {
    margin: 0,
    padding: '12px 0',
    width: '210px',
    flexShrink: 0,
    listStyleType: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  page: { padding: '5px 20px', color: tokens.colorNeutralForeground3, borderLeft: '3px solid transparent' },
  past: { color: tokens.colorNeutralForeground1 },
  present: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderLeftColor: tokens.colorCompoundBrandBackground,
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  heading: {
    margin: 0,
    padding: '16px 20px 8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '4px 20px 16px',
  },
  buttons: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: '8px',
    padding: '12px 20px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** A page in the list at the left. */
export interface WizardPage {
  readonly id: string;
  readonly title: string;
}

export interface WizardFrameProps {
  /** The dialog's accessible name. */
  readonly title: string;
  readonly pages: readonly WizardPage[];
  /** Id of the page that is shown. */
  readonly current: string;
  readonly children: ReactNode;
  /** Left out: greyed out. */
  readonly onPrevious?: (() => void) | undefined;
  /** Left out: greyed out. On the page before the work starts it starts the work. */
  readonly onNext?: (() => void) | undefined;
  /** Given on the last page: Finish takes the place of Next. */
  readonly onFinish?: (() => void) | undefined;
  /** Esc too. Left out (nothing can be taken back any more): greyed out; Esc finishes where there is Finish. */
  readonly onCancel?: (() => void) | undefined;
  /** Given while what is under way can only go on without the wizard: Close takes the place of Cancel. Esc too. */
  readonly onClose?: (() => void) | undefined;
  /** Why Next is greyed out. */
  readonly blockedBecause?: string | undefined;
  readonly error?: { readonly message: string; readonly advice: string | null } | null;
}

/** A wizard: its pages at the left, the present one with its heading, Previous, Next or Finish, Cancel. */
export function WizardFrame(props: WizardFrameProps) {
  const { title, pages, current, children, onPrevious, onNext, onFinish, blockedBecause, error } = props;
  const { onCancel, onClose } = props;
  const styles = useStyles();
  useRestoreFocus('afterwards');
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const subject = useContext(DialogSubject);
  const at = pages.findIndex((page) => page.id === current);

  useEffect(() => {
    heading.current?.focus();
  }, [current]);

  const leave = onCancel ?? onClose;
  const close = leave ?? onFinish;
  return (
    <Dialog
      open
      modalType="modal"
      surfaceMotion={null}
      onOpenChange={(_event, { open, type }) => {
        if (!open && type === 'escapeKeyDown') close?.();
      }}
    >
      <DialogSurface backdropMotion={null} className={styles.surface} aria-label={title} aria-labelledby={undefined}>
        <h2 className={styles.title}>
          {title}
          {subject === null ? null : <span className={styles.subject}>{subject}</span>}
        </h2>
        <div className={styles.body}>
          <ol className={styles.pages} aria-label="Pages">
            {pages.map((page, index) => (
              <li
                key={page.id}
                className={mergeClasses(styles.page, index < at && styles.past, index === at && styles.present)}
                aria-current={index === at ? 'step' : undefined}
              >
                {page.title}
              </li>
            ))}
          </ol>
          <section className={styles.main} aria-labelledby={headingId}>
            <h3 ref={heading} id={headingId} className={styles.heading} tabIndex={-1}>
              {pages[at]?.title}
            </h3>
            <div className={styles.content}>{children}</div>
            {error ? (
              <Message tone="error" title={error.message}>
                {error.advice}
              </Message>
            ) : null}
          </section>
        </div>
        <div className={styles.buttons}>
          <Button disabledFocusable={onPrevious === undefined} onClick={onPrevious}>
            Previous
          </Button>
          {onFinish === undefined ? (
            <Button
              appearance="primary"
              disabledFocusable={onNext === undefined}
              onClick={onNext}
              title={blockedBecause}
              aria-description={blockedBecause}
            >
              Next
            </Button>
          ) : (
            <Button appearance="primary" onClick={onFinish}>
              Finish
            </Button>
          )}
          <Button disabledFocusable={leave === undefined} onClick={leave}>
            {onCancel === undefined && onClose !== undefined ? 'Close' : 'Cancel'}
          </Button>
        </div>
      </DialogSurface>
    </Dialog>
  );
}
