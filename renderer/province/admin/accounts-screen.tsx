import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Account, type AccountChange, accountList, SHORTEST_PASSWORD } from '../../../shared/protocol/accounts.ts';
import { ROLES, type Role } from '../../../shared/protocol/console.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { leadToFirstFault } from '../../ui/first-fault.ts';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { done, posted } from '../hub-call.ts';
import table from '../table.module.css';
import classes from './admin.module.css';
import { useHub, useSend } from './use-hub.ts';

const URL = '/api/console/accounts';
type Task = { readonly kind: 'add' } | { readonly kind: 'change'; readonly account: Account };

/** Who may sign in at the console, and as what. */
export function AccountsScreen() {
  const { t } = useWords();
  const { data, error, load } = useHub(URL, accountList);
  const [task, setTask] = useState<Task | null>(null);
  const close = () => {
    setTask(null);
    void load();
  };
  return (
    <main className={shared.main}>
      <div className={classes.top}>
        <div>
          <h1>{t('admin.accounts.title')}</h1>
          <p>{t('admin.accounts.hint')}</p>
        </div>
        <Button size="md" onClick={() => setTask({ kind: 'add' })}>
          {t('admin.accounts.add')}
        </Button>
      </div>
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      {data && (
        <div className={classes.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('province.login.username')}</th>
                <th scope="col">{t('admin.accounts.role')}</th>
                <th scope="col">{t('admin.accounts.created')}</th>
                <th scope="col">{t('admin.accounts.sessions')}</th>
                <th scope="col">{t('admin.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {data.accounts.map((account) => (
                <tr key={account.username}>
                  <th scope="row">{account.username}</th>
                  <td>
                    {t(`province.roles.${account.role}`)}
                    {account.disabledAt !== null && <strong> · {t('admin.accounts.disabled')}</strong>}
                  </td>
                  <td>{formatDateTime(account.createdAt)}</td>
                  <td>{account.sessions}</td>
                  <td>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('admin.accounts.changeOf', { name: account.username })}
                      onClick={() => setTask({ kind: 'change', account })}
                    >
                      {t('admin.change')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Dialog
        look="small"
        title={task && (task.kind === 'add' ? t('admin.accounts.add') : task.account.username)}
        onClose={() => setTask(null)}
      >
        {task?.kind === 'add' && <AddForm onDone={close} />}
        {task?.kind === 'change' && <ChangeForms account={task.account} onDone={close} />}
      </Dialog>
    </main>
  );
}

function useChange(onDone: () => void) {
  const { busy, error, send } = useSend();
  const change = async (asked: AccountChange) => {
    const answer = await send(`${URL}/changes`, posted(asked), done);
    if (answer.ok) onDone();
  };
  return { busy, error, change };
}

function RoleSelect({ role, onChange }: { readonly role: Role; readonly onChange: (role: Role) => void }) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('admin.accounts.role')}
      description={t(`admin.accounts.may.${role}`)}
      value={role}
      data={ROLES.map((value) => ({ value, label: t(`province.roles.${value}`) }))}
      onChange={(event) => onChange(ROLES.find((one) => one === event.currentTarget.value) ?? 'viewer')}
    />
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const { busy, error, change } = useChange(onDone);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const wrong = { name: username.trim() === '', password: password.length < SHORTEST_PASSWORD };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrong.name || wrong.password) leadToFirstFault(event.currentTarget);
    else void change({ kind: 'add', username, password, role });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {error && <ErrorAdvice error={error} />}
      <TextInput
        label={t('province.login.username')}
        data-autofocus
        withAsterisk
        maxLength={64}
        autoComplete="off"
        value={username}
        error={tried && wrong.name ? t('admin.accounts.nameMissing') : null}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <RoleSelect role={role} onChange={setRole} />
      <NewPassword value={password} required short={tried && wrong.password} onChange={setPassword} />
      <Button type="submit" loading={busy}>
        {t('admin.accounts.add')}
      </Button>
    </form>
  );
}

function NewPassword(props: {
  readonly value: string;
  readonly required?: boolean;
  /** It was tried, and is too short. */
  readonly short?: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { value, onChange } = props;
  const { t } = useWords();
  return (
    <PasswordInput
      label={t('admin.accounts.newPassword')}
      description={t('admin.accounts.passwordHint')}
      withAsterisk={props.required === true}
      error={props.short ? t('admin.accounts.passwordShort') : null}
      maxLength={200}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function ChangeForms({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { t } = useWords();
  const { busy, error, change } = useChange(onDone);
  const { username } = account;
  const [role, setRole] = useState<Role>(account.role);
  const [password, setPassword] = useState('');
  const kind = account.disabledAt === null ? 'disable' : 'enable';
  return (
    <div className={classes.form}>
      {error && <ErrorAdvice error={error} />}
      <p>{t('admin.accounts.ends')}</p>
      <RoleSelect role={role} onChange={setRole} />
      <Button
        variant="default"
        loading={busy}
        disabled={role === account.role}
        onClick={() => void change({ kind: 'role', username, role })}
      >
        {t('admin.accounts.saveRole')}
      </Button>
      <NewPassword value={password} onChange={setPassword} />
      <Button
        variant="default"
        loading={busy}
        disabled={password === ''}
        onClick={() => void change({ kind: 'password', username, password })}
      >
        {t('admin.accounts.savePassword')}
      </Button>
      <Button
        color={kind === 'disable' ? 'red' : 'navy'}
        variant="outline"
        loading={busy}
        onClick={() => void change({ kind, username })}
      >
        {t(`admin.accounts.${kind}`)}
      </Button>
    </div>
  );
}
