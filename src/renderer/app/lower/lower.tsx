import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense, useId, useMemo, useState, type ReactNode } from 'react';
import { useCluster } from '../../lib/cluster-context';
import { useShell } from '../shell-context';
import { taskList } from '../tasks/task-list';
import { Tasks } from '../tasks/tasks';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tabs: { flexShrink: 0, paddingLeft: '2px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { minHeight: '30px', paddingTop: '4px', paddingBottom: '4px', '& .fui-Tab__content': { fontSize: '12.5px' } },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  hidden: { display: 'none' },
});

interface LowerTab {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** What is below the place: the tasks, and what features put beside them. A tab that was opened stays as it is. */
export function Lower() {
  const styles = useStyles();
  const panel = useId();
  const { state, dispatch, registry } = useShell();
  const operations = useCluster((view) => view.snapshot.operations);
  const { running } = useMemo(() => taskList(operations), [operations]);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const tabs: readonly LowerTab[] = [
    { id: 'tasks', title: running === 0 ? 'Tasks' : `Tasks (${running} running)`, content: <Tasks /> },
    ...registry.lowerTabs.map((tab) => ({ id: tab.id, title: tab.title, content: tab.render() })),
  ];
  const chosen = tabs.find(({ id }) => id === state.lowerTab) ?? tabs[0];
  if (chosen !== undefined && !opened.includes(chosen.id)) setOpened([...opened, chosen.id]);
  return (
    <section aria-label="Tasks and more" data-pane="tasks" tabIndex={-1} className={styles.pane}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={chosen?.id}
        onTabSelect={(_event, { value }) => dispatch({ kind: 'choseLowerTab', tab: String(value) })}
        aria-label="Tasks and more"
      >
        {tabs.map(({ id, title }) => (
          <Tab key={id} value={id} className={styles.tab} aria-controls={`${panel}-${id}`}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) =>
        opened.includes(id) ? (
          <div
            key={id}
            id={`${panel}-${id}`}
            role="tabpanel"
            aria-label={id === 'tasks' ? undefined : tabs.find((tab) => tab.id === id)?.title}
            className={mergeClasses(styles.body, id !== chosen?.id && styles.hidden)}
          >
            <Suspense>{content}</Suspense>
          </div>
        ) : null,
      )}
    </section>
  );
}
