import { useWindowActions } from '../../../app/window-context';
import { WizardFrame } from '../../../ui/wizard-frame';
import { BeforePage } from './before-page';
import { ConfigurePage } from './configure-page';
import { ConfirmationPage } from './confirmation-page';
import { MachinesPage } from './machines-page';
import { wizardTitle } from './report';
import { SummaryPage } from './summary-page';
import { TypePage } from './type-page';
import { pages, useConfigureRole, type ConfigureRole } from './use-configure-role';

/** "Configure a Service or Application". */
export function ConfigureRoleWizard({ onClose }: { readonly onClose: () => void }) {
  const actions = useWindowActions();
  const wizard = useConfigureRole();
  const { page, machines } = wizard;
  const finish = (): void => {
    onClose();
    const made = machines.find(({ outcome }) => outcome === 'succeeded');
    if (made !== undefined) actions.reveal({ kind: 'role', name: made.name });
  };
  return (
    <WizardFrame
      title={wizardTitle}
      pages={pages}
      current={page}
      onPrevious={wizard.previous}
      onNext={wizard.next}
      onFinish={page === 'summary' ? finish : undefined}
      onCancel={page === 'configure' ? wizard.cancelWork : page === 'summary' ? undefined : onClose}
      onClose={page === 'configure' ? onClose : undefined}
      blockedBecause={wizard.blockedBecause}
    >
      <Page wizard={wizard} />
    </WizardFrame>
  );
}

function Page({ wizard }: { readonly wizard: ConfigureRole }) {
  switch (wizard.page) {
    case 'before':
      return <BeforePage />;
    case 'type':
      return <TypePage type={wizard.type} onChoose={wizard.chooseType} />;
    case 'machines':
      return <MachinesPage choices={wizard.choices} chosen={wizard.chosen} onToggle={wizard.toggle} />;
    case 'confirmation':
      return <ConfirmationPage chosen={wizard.chosen} script={wizard.script} />;
    case 'configure':
      return <ConfigurePage machines={wizard.machines} goesOn={wizard.cancelWork === undefined} />;
    case 'summary':
      return <SummaryPage report={wizard.report} />;
  }
}
