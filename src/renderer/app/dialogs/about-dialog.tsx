import { useAppAccess } from '../../lib/app-context';
import { DialogFrame } from '../../ui/dialog-frame';
import { PropertyList } from '../../ui/property-list';

/** What this program is. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { app } = useAppAccess();
  return (
    <DialogFrame title="About Regroup" onClose={onClose}>
      <p style={{ margin: 0 }}>
        A console for Windows failover clusters, with a simulated one for training and rehearsal.
      </p>
      <PropertyList
        properties={[
          { label: 'Version', value: app.version },
          { label: 'Electron', value: app.electron },
          {
            label: 'Real clusters',
            value: app.trainingOnly
              ? 'Refused: this Electron is too old to be trusted with passwords'
              : 'Not yet in this version',
          },
        ]}
      />
    </DialogFrame>
  );
}
